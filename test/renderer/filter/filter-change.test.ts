import { describe, expect, test } from 'vitest'
import { shownValues, steadyValues } from '../../../renderer/filter/facet-values.ts'
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

describe('facet values', () => {
  const value = (key: string, count: number) => ({ key, count })

  test('keep their place, with 0 when nothing matches', () => {
    const known = [value('a', 9), value('b', 5), value('c', 1)]
    expect(steadyValues(known, [value('c', 7), value('d', 2), value('a', 1)])).toEqual([
      value('a', 1),
      value('b', 0),
      value('c', 7),
      value('d', 2),
    ])
  })

  test('a chosen value is shown wherever it stands', () => {
    const values = [value('a', 3), value('b', 2), value('c', 1)]
    expect(shownValues(values, ['c'], 1).map(({ key }) => key)).toEqual(['a', 'c'])
  })
})
