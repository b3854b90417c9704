import { Facets, type SignInFilter } from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import { valuesOf } from '../query/facet-counts.ts'
import { facetColumns } from '../query/store/facet-table.ts'
import { select } from '../query/store/selection.ts'
import type { Steps } from '../query/store/steps.ts'

/**
 * Values of each field with their counts, most frequent first. The counts of a field obey all other fields of the
 * filter but not its own, so that another value of it can be added.
 */
export function* countFacets(db: ReadableCase, filter: SignInFilter): Steps<Facets> {
  const columns = (['outcome', 'mfa', 'event', 'user'] as const).flatMap(facetColumns)
  yield* select(db, filter, columns)
  return Facets.parse({
    outcomes: yield* valuesOf(db, filter, 'outcome', true),
    mfa: yield* valuesOf(db, filter, 'mfa', true),
    eventNames: yield* valuesOf(db, filter, 'event', true),
    principals: yield* valuesOf(db, filter, 'user', true),
  })
}
