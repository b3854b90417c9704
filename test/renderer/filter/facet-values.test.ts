import { expect, test } from 'vitest'
import { hiddenCount, shownValues, steadyValues } from '../../../renderer/filter/facet-values.ts'

const list = (...counts: readonly number[]) => counts.map((count, index) => ({ key: `k${index}`, count }))
const keys = (values: readonly { readonly key: string }[]) => values.map(({ key }) => key)

test('a value keeps its place and shows 0 when nothing matches now; new ones come last', () => {
  const now = [
    { key: 'k2', count: 9 },
    { key: 'new', count: 1 },
  ]
  expect(steadyValues(list(5, 4, 3), now)).toEqual([
    { key: 'k0', count: 0 },
    { key: 'k1', count: 0 },
    { key: 'k2', count: 9 },
    { key: 'new', count: 1 },
  ])
})

test('for each of the first that matches nothing, one more that matches is shown', () => {
  const values = list(0, 4, 0, 0, 2, 0, 1, 7)
  const shown = shownValues(values, [], 3)
  expect(keys(shown)).toEqual(['k0', 'k1', 'k2', 'k4', 'k6'])
  expect(hiddenCount(values, shown, 0)).toBe(1)
  expect(hiddenCount(values, shown, 40)).toBe(41)
})

test('chosen values are always shown', () => {
  expect(keys(shownValues(list(3, 2, 0, 0, 0, 1), ['k3'], 2))).toEqual(['k0', 'k1', 'k3'])
})

test('when the answer leaves values out, a known one that is not in it has no count that could be shown', () => {
  const now = [{ key: 'k2', count: 9 }]
  expect(steadyValues(list(5, 4, 3), now, false)).toEqual([{ key: 'k2', count: 9 }])
})
