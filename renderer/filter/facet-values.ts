import type { FacetCounts, FacetValue } from '../../shared/domain/filter.ts'

export type CountedValue = FacetCounts['values'][number]

/**
 * The values of a facet in a place that does not change under the mouse: a value that was shown once keeps its
 * place while the filter changes, with 0 when nothing matches now. New values come after the known ones. `whole` is
 * false when the answer leaves values out: then a known value that is not in it has an unknown count, and goes.
 */
export function steadyValues<V extends FacetValue>(
  known: readonly V[],
  now: readonly V[],
  whole = true,
): readonly V[] {
  const counts = new Map(now.map((value) => [value.key, value]))
  const kept = known.flatMap((value) => counts.get(value.key) ?? (whole ? [{ ...value, count: 0 }] : []))
  const seen = new Set(kept.map((value) => value.key))
  return [...kept, ...now.filter((value) => !seen.has(value.key))]
}

/**
 * The values of a long list that are shown. The first `base` keep their place, whatever their count; below them
 * stand as many further values that match now as match nothing above. So nothing moves, and a list is never only
 * zeros while something matches further down. Chosen values are always there.
 */
export function shownValues<V extends FacetValue>(
  values: readonly V[],
  chosen: readonly string[],
  base: number,
): readonly V[] {
  let room = values.slice(0, base).filter(({ count }) => count === 0).length
  return values.filter((value, index) => {
    if (index < base || chosen.includes(value.key)) return true
    if (value.count === 0 || room === 0) return false
    room -= 1
    return true
  })
}

/** How many values that match now are not among those shown; `more` are those that the answer left out. */
export function hiddenCount(
  values: readonly FacetValue[],
  shown: readonly FacetValue[],
  more: number,
): number {
  const matching = (list: readonly FacetValue[]) => list.filter(({ count }) => count > 0).length
  return matching(values) - matching(shown) + more
}

/** Values in a fixed order, 0 for those that do not occur; others that occur come after them. */
export function fixedValues(now: readonly CountedValue[], keys: readonly string[]): readonly CountedValue[] {
  const found = new Map(now.map((value) => [value.key, value]))
  return [
    ...keys.map((key) => found.get(key) ?? { key, count: 0, kind: null, name: null }),
    ...now.filter(({ key }) => !keys.includes(key)),
  ]
}
