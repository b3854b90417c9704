import type { FacetValue } from '../../shared/domain/filter.ts'

/**
 * The values of a facet in a place that does not change under the mouse: a value that was shown once keeps its
 * place while the filter changes, with 0 when nothing matches now. New values come after the known ones.
 */
export function steadyValues<V extends FacetValue>(known: readonly V[], now: readonly V[]): readonly V[] {
  const counts = new Map(now.map((value) => [value.key, value]))
  const kept = known.map((value) => counts.get(value.key) ?? { ...value, count: 0 })
  const seen = new Set(known.map((value) => value.key))
  return [...kept, ...now.filter((value) => !seen.has(value.key))]
}

/**
 * The values of a long list that are shown. The first `base` keep their place, whatever their count; below them
 * stand further values that match now, `more` of them and one for each that matches nothing above. So nothing
 * moves, and a list is never only zeros while something matches further down. Chosen values are always there.
 */
export function shownValues<V extends FacetValue>(
  values: readonly V[],
  chosen: readonly string[],
  base: number,
  more: number,
): readonly V[] {
  let room = more + values.slice(0, base).filter(({ count }) => count === 0).length
  return values.filter((value, index) => {
    if (index < base || chosen.includes(value.key)) return true
    if (value.count === 0 || room === 0) return false
    room -= 1
    return true
  })
}

/** How many values that match now are not among those shown. */
export function hiddenCount(values: readonly FacetValue[], shown: readonly FacetValue[]): number {
  const matching = (list: readonly FacetValue[]) => list.filter(({ count }) => count > 0).length
  return matching(values) - matching(shown)
}
