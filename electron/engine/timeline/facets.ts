import { Facets, type SignInFilter } from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import { plainFacet } from '../query/plain-counts.ts'

/**
 * Values of each field with their counts, most frequent first. The counts of a field obey all other fields of the
 * filter but not its own, so that another value of it can be added.
 */
export function countFacets(db: ReadableCase, filter: SignInFilter): Facets {
  return Facets.parse({
    outcomes: plainFacet(db, filter, 'outcome'),
    mfa: plainFacet(db, filter, 'mfa'),
    eventNames: plainFacet(db, filter, 'event'),
    principals: plainFacet(db, filter, 'user'),
  })
}
