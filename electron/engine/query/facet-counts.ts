import type { FacetCounts, FacetName, SignInFilter } from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import { countFacet, whoIs } from './store/counting.ts'
import { facetTable } from './store/facet-table.ts'
import { select } from './store/selection.ts'
import type { Steps } from './store/steps.ts'
import { folded } from './text-pattern.ts'

/**
 * The `top` most frequent values of each facet. The counts of a facet obey the whole filter but for what chooses among
 * its own values, in the query too. Throws `query-unreadable`.
 */
export function* facetCounts(
  db: ReadableCase,
  filter: SignInFilter,
  facets: readonly FacetName[],
  top: number,
): Steps<FacetCounts[]> {
  // All columns at once: each pass over the case file reads everything.
  yield* select(
    db,
    filter,
    facets.flatMap((facet) => facetTable[facet].columns),
  )
  const counts: FacetCounts[] = []
  for (const facet of facets) {
    const values = yield* valuesOf(db, filter, facet)
    const chosen = new Set(filter.chosen.flatMap((choice) => (choice.facet === facet ? [choice.key] : [])))
    const shown = values.filter(({ key }, index) => index < top || chosen.has(key))
    for (const key of chosen) {
      if (!values.some((value) => value.key === key)) shown.push({ key, count: 0, ...whoIs(facet, key) })
    }
    counts.push({ facet, values: shown, more: values.length - shown.filter(({ count }) => count > 0).length })
    yield
  }
  return counts
}

/** Values of one facet that contain a text, upper and lower case alike. */
export function* facetValues(
  db: ReadableCase,
  filter: SignInFilter,
  facet: FacetName,
  search: string,
  offset: number,
  limit: number,
): Steps<FacetCounts> {
  const wanted = folded(search)
  const values = (yield* valuesOf(db, filter, facet)).filter(({ key }) => folded(key).includes(wanted))
  const shown = values.slice(offset, offset + limit)
  return { facet, values: shown, more: Math.max(0, values.length - offset - shown.length) }
}

/** All values of one facet, most frequent first. */
export function* valuesOf(
  db: ReadableCase,
  filter: SignInFilter,
  facet: FacetName,
): Steps<FacetCounts['values']> {
  const { store, rows } = yield* select(db, filter, facetTable[facet].columns, facet)
  return countFacet(store, facet, rows)
}
