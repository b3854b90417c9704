import { describe, expect, it } from 'vitest'
import { matches, noticesOf, problemOf } from './match-one.ts'

const record = { eventName: 'ConsoleLogin', errorMessage: 'Failed authentication', user: 'alice' }

describe('unstructured patterns', () => {
  it('need every plain word', () => {
    expect(matches('ConsoleLogin alice', record)).toBe(true)
    expect(matches('ConsoleLogin bob', record)).toBe(false)
    expect(matches('consolelogin', record)).toBe(false)
  })
  it('need one of the words with ?', () => {
    expect(matches('?bob ?alice', record)).toBe(true)
    expect(matches('?bob ?carol', record)).toBe(false)
  })
  it('leave ? out beside plain words, and say so', () => {
    expect(matches('ConsoleLogin ?bob', record)).toBe(true)
    expect(noticesOf('ConsoleLogin ?bob')).toEqual(['words-as-text', 'or-ignored'])
    expect(noticesOf('?alice ?bob')).toEqual(['words-as-text'])
  })
  it('refuse records with a word after -', () => {
    expect(matches('ConsoleLogin -alice', record)).toBe(false)
    expect(matches('ConsoleLogin -bob', record)).toBe(true)
    expect(matches('-bob', record)).toBe(true)
  })
  it('take phrases and regexes', () => {
    expect(matches('"Failed authentication"', record)).toBe(true)
    expect(matches('"authentication Failed"', record)).toBe(false)
    expect(matches('%ali[cs]e%', record)).toBe(true)
    expect(matches('-%ali[cs]e%', record)).toBe(false)
    expect(problemOf('%a% %b% %c%').code).toBe('regex-count')
  })
  it('match everything when blank', () => {
    for (const pattern of ['', ' ', '" "', '""']) expect(matches(pattern, record), pattern).toBe(true)
  })
  it('ask for quotes where a word has other signs', () => {
    expect(problemOf('Console-Login')).toMatchObject({ code: 'text-needs-quotes', marked: 'Console-Login' })
    expect(problemOf('- x').code).toBe('text-needs-quotes')
  })
})

describe('space-delimited patterns', () => {
  it('are recognised and refused in words of their own', () => {
    expect(problemOf('[ip, user, status = 4*]')).toMatchObject({ code: 'fields-pattern', from: 0 })
  })
})
