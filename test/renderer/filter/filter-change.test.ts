import { describe, expect, test } from 'vitest'
import { chosenKeys, only, toggled, tokensOf, without } from '../../../renderer/filter/filter-change.ts'
import { emptyFilter, isEmptyFilter, type SignInFilter } from '../../../shared/domain/filter.ts'

describe('filter', () => {
  test('a value goes in with the first click and out with the second; left out it is turned round', () => {
    const one = toggled(emptyFilter, 'outcome', 'failure')
    const two = toggled(one, 'outcome', 'success')
    expect(chosenKeys(two, 'outcome')).toEqual(['failure', 'success'])
    expect(toggled(toggled(two, 'outcome', 'failure'), 'outcome', 'success')).toEqual(emptyFilter)
    const not = toggled(two, 'outcome', 'failure', true)
    expect([chosenKeys(not, 'outcome'), chosenKeys(not, 'outcome', true)]).toEqual([['success'], ['failure']])
    expect(toggled(toggled(not, 'outcome', 'failure', true), 'outcome', 'success')).toEqual(emptyFilter)
  })

  test('each active part is one token and can be removed alone', () => {
    const filter: SignInFilter = {
      ...toggled(only(emptyFilter, 'user', 'iam-user:alice'), 'region', 'us-east-1', true),
      mfa: ['not-used'],
      from: 10,
    }
    const tokens = tokensOf(filter)
    expect(tokens).toEqual([
      { kind: 'facet', facet: 'mfa', not: false, keys: ['not-used'] },
      { kind: 'facet', facet: 'user', not: false, keys: ['iam-user:alice'] },
      { kind: 'facet', facet: 'region', not: true, keys: ['us-east-1'] },
      { kind: 'period', from: 10, to: null },
    ])
    const [first] = tokens
    expect(tokensOf(without(filter, first!))).toEqual(tokens.slice(1))
    expect(isEmptyFilter(tokens.reduce((now, token) => without(now, token), filter))).toBe(true)
  })
})
