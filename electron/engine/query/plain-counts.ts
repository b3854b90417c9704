import {
  type FacetCounts,
  type FacetName,
  HIDDEN_NAME,
  NOT_STATED,
  type SignInFilter,
} from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import { filterClauses, joinClauses } from './filter-condition.ts'
import { conditionSql, FACET_SQL } from './plain-sql.ts'

/** All values of a facet with their counts, in plain SQL. */
export function plainFacet(db: ReadableCase, filter: SignInFilter, facet: FacetName): FacetCounts['values'] {
  const { sql, params } = conditionSql(db, joinClauses(filterClauses(filter), facet))
  const rows =
    facet === 'tag'
      ? db
          .prepare(`select ifnull(tag.name, '${NOT_STATED}') as key, count(*) as count from sign_in s
            left join sign_in_tag t on t.sign_in_id = s.id left join tag on tag.id = t.tag_id
            where ${sql} group by 1 order by count desc, key`)
          .all(...params)
      : db
          .prepare(`select ifnull(${FACET_SQL[facet]}, '${NOT_STATED}') as key, count(*) as count
            from sign_in s where ${sql} group by 1 order by count desc, key`)
          .all(...params)
  return (rows as { key: string; count: number }[]).map((row) => ({ ...row, ...whoIs(facet, row.key) }))
}

function whoIs(facet: FacetName, key: string): { kind: string | null; name: string | null } {
  if (facet !== 'user') return { kind: null, name: null }
  if (key === HIDDEN_NAME) return { kind: 'hidden', name: null }
  if (key === NOT_STATED) return { kind: 'not-stated', name: null }
  const at = key.indexOf(':')
  return { kind: key.slice(0, at), name: key.slice(at + 1) }
}
