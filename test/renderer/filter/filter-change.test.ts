import { describe, expect, test } from 'vitest'
import { only, toggled, tokensOf, without } from '../../../renderer/filter/filter-change.ts'
import { emptyFilter, isEmptyFilter, type SignInFilter } from '../../../shared/domain/filter.ts'

describe('filter', () => {
  test('a value goes in with the first click and out with the second', () => {
    const one = toggled(emptyFilter, 'outcomes', 'failure')
    const two = toggled(one, 'outcomes', 'success')
    expect(two.outcomes).toEqual(['failure', 'success'])
    expect(toggled(toggled(two, 'outcomes', 'failure'), 'outcomes', 'success')).toEqual(emptyFilter)
  })

  test('each active part is one token and can be removed alone', () => {
    const filter: SignInFilter = {
      ...only(only(emptyFilter, 'principals', 'iam-user:alice'), 'mfa', 'not-used'),
      text: ' chrome ',
      from: 10,
    }
    expect(tokensOf(filter)).toEqual([
      { field: 'mfa', keys: ['not-used'] },
      { field: 'principals', keys: ['iam-user:alice'] },
      { field: 'period', from: 10, to: null },
      { field: 'text', text: 'chrome' },
    ])
    const bare = (['mfa', 'principals', 'period', 'text'] as const).reduce(
      (now, field) => without(now, field),
      filter,
    )
    expect(isEmptyFilter(bare)).toBe(true)
  })
})
