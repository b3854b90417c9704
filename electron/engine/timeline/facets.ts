import type { Facets, FacetValue, PrincipalFacetValue, SignInFilter } from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import { EVENT_KEY, type FacetField, PRINCIPAL_KEY, whereOf } from './where.ts'

/**
 * Values of each field with their counts, most frequent first. The counts of a field obey all other fields of the
 * filter but not its own, so that another value of it can be added.
 */
export function countFacets(db: ReadableCase, filter: SignInFilter): Facets {
  const count = (field: FacetField, key: string, more = '') => {
    const { sql, params } = whereOf(filter, field)
    return db
      .prepare(`select ${key} as key, count(*) as count ${more} from sign_in where ${sql}
        group by 1 order by count desc, key`)
      .all(...params)
  }
  return {
    outcomes: count('outcomes', 'outcome') as FacetValue[],
    mfa: count('mfa', 'mfa') as FacetValue[],
    eventNames: count('eventNames', EVENT_KEY) as FacetValue[],
    principals: count(
      'principals',
      PRINCIPAL_KEY,
      ', min(principal_kind) as kind, min(principal_name) as name',
    ) as PrincipalFacetValue[],
  }
}
