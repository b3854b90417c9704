import { describe, expect, it } from 'vitest'
import { completeQuery } from '../../../electron/engine/query/complete.ts'
import { readQuery } from '../../../electron/engine/query/read-query.ts'
import { idsOf, select } from '../../../electron/engine/query/store/selection.ts'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { freshCase } from '../open-case.ts'
import { insertRows } from './made-rows.ts'

const ROWS = [
  { name: 'alice', outcome: 'failure', region: 'us-east-1', ip: '203.0.113.5', browser: 'Chrome 127' },
  { name: 'alice', outcome: 'success', region: 'us-east-1', ip: '203.0.113.5', browser: 'Chrome 127' },
  { name: 'bob smith', outcome: 'failure', region: 'us-east-1', ip: '198.51.100.7', browser: 'Firefox 130' },
  { name: 'alice', kind: 'role', outcome: 'failure', region: 'ap-northeast-1' },
]

/** `|` is the caret. */
function offers(text: string, limit = 20) {
  const made = freshCase()
  insertRows(
    made.db,
    ROWS.map((row) => ({ time: 0, ...row })),
  )
  const caret = text.indexOf('|')
  const query = text.replace('|', '')
  const { from, to, field, suggestions } = atOnce(
    completeQuery(made.db, { ...emptyFilter, query }, caret, limit),
  )
  const taken = suggestions.map(({ insert }) => `${query.slice(0, from)}${insert}${query.slice(to)}`)
  return { field, suggestions, taken, db: made.db }
}

describe('completion', () => {
  it('offers fields by their beginning, then by what they contain, and the names of other tools', () => {
    expect(offers('re|').suggestions[0]).toEqual({
      kind: 'field',
      insert: 'region:',
      text: 'region',
      count: null,
    })
    expect(offers('sourceip|').suggestions[0]?.text).toBe('ip')
    expect(offers('alice o|').suggestions.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['outcome', 'or']),
    )
    expect(offers('|', 3).suggestions.map(({ text }) => text)).toEqual(['time', 'outcome', 'mfa'])
  })

  it('offers the values of a field with their counts, most frequent first', () => {
    expect(offers('region:|').suggestions.map(({ text, count }) => [text, count])).toEqual([
      ['us-east-1', 3],
      ['ap-northeast-1', 1],
    ])
    expect(offers('browser:fire|').suggestions).toEqual([
      { kind: 'value', insert: '"Firefox 130"', text: 'Firefox 130', count: 1 },
    ])
  })

  it('counts under all other conditions, but not under the one that is being typed', () => {
    const { suggestions } = offers('outcome:failure -region:us|')
    expect(suggestions.map(({ text, count }) => [text, count])).toEqual([['us-east-1', 2]])
    const closed = offers('outcome:succ| region:ap-northeast-1').suggestions
    expect(closed.map(({ text, count }) => [text, count])).toEqual([['success', 0]])
  })

  it('tells people of the same name apart', () => {
    expect(offers('user:|').suggestions.map(({ text }) => text)).toEqual([
      'iam-user:alice',
      'bob smith',
      'role:alice',
    ])
  })

  it('replaces the word at the caret, and what comes out can be read', () => {
    for (const text of ['user:bo|', 'x user:"bo|" or y', 'user:(alice or bo|b)', 'x and has:fi|nd', 'is:|']) {
      const { taken } = offers(text)
      expect(taken.length, text).toBeGreaterThan(0)
      for (const query of taken) expect(readQuery(query, 'UTC').problem, query).toBeNull()
    }
    expect(offers('user:(alice or bo|b)').taken).toEqual(['user:(alice or "bob smith")'])
    const { taken, db: made } = offers('user:bo|')
    expect(idsOf(atOnce(select(made, { ...emptyFilter, query: taken[0] ?? '' })))).toHaveLength(1)
  })

  it('offers nothing for a field that does not exist', () => {
    expect(offers('nofield:a|').suggestions).toEqual([])
  })
})
