import type { FacetCounts, FacetName, SignInFilter } from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import { countDistinct, countOf, mostFrequent, tallyFacet, whoIs } from './store/counting.ts'
import { facetColumns } from './store/facet-table.ts'
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
  // In the turns of others rows may arrive. All facets must be of the same rows, so then all are counted again, in one go.
  for (let givesTurns = true; ; givesTurns = false) {
    // All columns at once: each pass over the case file reads everything.
    const { store } = yield* select(db, filter, facets.flatMap(facetColumns), undefined, !givesTurns)
    const { generation } = store
    const counts: FacetCounts[] = []
    for (const facet of facets) {
      counts.push(yield* countsOf(db, filter, facet, top))
      if (givesTurns) yield
    }
    if (generation === store.generation) return counts
  }
}

function* countsOf(
  db: ReadableCase,
  filter: SignInFilter,
  facet: FacetName,
  top: number,
): Steps<FacetCounts> {
  const tally = tallyFacet(yield* select(db, filter, facetColumns(facet), facet, true), facet)
  const values = mostFrequent(tally, facet, top)
  for (const choice of filter.chosen) {
    if (choice.facet !== facet || values.some(({ key }) => key === choice.key)) continue
    values.push({ key: choice.key, count: countOf(tally, choice.key), ...whoIs(facet, choice.key) })
  }
  const shown = values.filter(({ count }) => count > 0).length
  return { facet, values, more: countDistinct(tally) - shown }
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

/** All values of one facet, most frequent first; `asLoaded` as in `select`. */
export function* valuesOf(
  db: ReadableCase,
  filter: SignInFilter,
  facet: FacetName,
  asLoaded = false,
): Steps<FacetCounts['values']> {
  const selection = yield* select(db, filter, facetColumns(facet), facet, asLoaded)
  return mostFrequent(tallyFacet(selection, facet), facet)
}
