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
 * The values of a long list that are shown: the first `limit`; for each of them that has nothing now, one more that
 * has; and those that are chosen wherever they stand. So nothing moves, nothing that filters is out of sight, and
 * a list is never only zeros while something matches further down.
 */
export function shownValues<V extends FacetValue>(
  values: readonly V[],
  chosen: readonly string[],
  limit: number,
): readonly V[] {
  let more = values.slice(0, limit).filter(({ count }) => count === 0).length
  return values.filter((value, index) => {
    if (index < limit || chosen.includes(value.key)) return true
    if (value.count === 0 || more === 0) return false
    more -= 1
    return true
  })
}
