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
  const shown = shownValues(values, [], 3, 0)
  expect(keys(shown)).toEqual(['k0', 'k1', 'k2', 'k4', 'k6'])
  expect(hiddenCount(values, shown)).toBe(1)
})

test('chosen values are always shown, and more brings only values that match', () => {
  const values = list(3, 2, 0, 0, 0, 1)
  expect(keys(shownValues(values, ['k3'], 2, 0))).toEqual(['k0', 'k1', 'k3'])
  expect(keys(shownValues(values, [], 2, 50))).toEqual(['k0', 'k1', 'k5'])
})
