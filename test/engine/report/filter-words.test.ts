import { describe, expect, it } from 'vitest'
import type { Book } from '../../../electron/engine/report/sections/book.ts'
import { filterLines } from '../../../electron/engine/report/sections/filter-words.ts'
import { emptyFilter, FACETS, NOT_STATED } from '../../../shared/domain/filter.ts'

const lines = (language: 'en' | 'ja', filter: Parameters<typeof filterLines>[1]) =>
  filterLines({ language, refs: {} } as Book, filter)

describe('the filter of a report', () => {
  it('prints the query as it was typed, with the zone of its times, and every choice', () => {
    const filter = {
      ...emptyFilter,
      query: ' outcome:failure  -user:"{value}" ',
      zone: 'Asia/Tokyo',
      chosen: [
        { facet: 'mfa' as const, key: 'not-used', not: false },
        { facet: 'region' as const, key: 'us-east-1', not: true },
        { facet: 'region' as const, key: NOT_STATED, not: true },
        { facet: 'tag' as const, key: NOT_STATED, not: false },
      ],
    }
    expect(lines('en', filter)).toEqual([
      'Query, as typed: outcome:failure  -user:"{value}"',
      'Times in the query without an offset are those of Asia/Tokyo',
      'MFA is one of: Not used',
      'Region is none of: us-east-1, not stated',
      'Tag is one of: no tag',
    ])
    expect(lines('ja', filter)[3]).toBe('リージョン（次を除く）：us-east-1、記載なし')
  })

  it('leaves no part of a filter out', () => {
    for (const facet of FACETS) {
      expect(lines('en', { ...emptyFilter, chosen: [{ facet, key: 'x', not: false }] })).toHaveLength(1)
    }
    expect(lines('en', emptyFilter)).toEqual([])
  })
})
