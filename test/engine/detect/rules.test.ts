import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES, ruleOf } from '../../../electron/engine/detect/rules.ts'
import { RULE_IDS } from '../../../shared/domain/rule-ids.ts'
import { ruleWords } from '../../../shared/messages/rule-words.ts'

describe('the rules that ship', () => {
  it('are those of the list, each once', () => {
    expect(RULES.map((rule) => rule.id).sort()).toEqual([...RULE_IDS].sort())
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length)
  })
  it('answer at least 25 published ideas and all eight of our own', () => {
    const ideas = new Set(RULES.flatMap((rule) => rule.ideas))
    expect([...ideas].filter((idea) => typeof idea === 'number').length).toBeGreaterThanOrEqual(25)
    expect([...ideas].filter((idea) => typeof idea === 'string').sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
    ])
  })
  it('each name a technique, and a source when the idea was published', () => {
    for (const rule of RULES) {
      expect(rule.attack.length, rule.id).toBeGreaterThan(0)
      for (const id of rule.attack) expect(id).toMatch(/^T\d{4}(\.\d{3})?$/)
      const published = rule.ideas.some((idea) => typeof idea === 'number')
      expect(rule.source !== null, rule.id).toBe(published)
    }
  })
  it('each have all words in both languages, and no Japanese text is left in English', () => {
    for (const id of RULE_IDS) {
      for (const language of ['en', 'ja'] as const) {
        const { title, looks, reason, harmless } = ruleWords[language][id]
        for (const text of [title, looks, reason, harmless]) expect(text.length, id).toBeGreaterThan(5)
      }
      expect(ruleWords.ja[id].title, id).not.toBe(ruleWords.en[id].title)
      expect(ruleWords.ja[id].looks, id).toMatch(/[ぁ-ん]/)
    }
  })
  it('are data: they survive a copy as JSON', () => {
    expect(JSON.parse(JSON.stringify(RULES))).toEqual(RULES)
    expect(ruleOf('no-such-rule')).toBeUndefined()
  })
  it('each have a test that finds and one that does not', () => {
    const folder = new URL('.', import.meta.url)
    const text = readdirSync(folder)
      .filter((name) => name.startsWith('rules-'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n')
    for (const id of RULE_IDS) expect(text.includes(`'${id}'`), id).toBe(true)
  })
})
