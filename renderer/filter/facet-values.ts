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
 * The values of a long list that are shown: the first `limit`, and those that are chosen wherever they stand, so
 * that nothing that filters is out of sight.
 */
export function shownValues<V extends FacetValue>(
  values: readonly V[],
  chosen: readonly string[],
  limit: number,
): readonly V[] {
  return values.filter((value, index) => index < limit || chosen.includes(value.key))
}
