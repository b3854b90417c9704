import type { ReadableCase } from '../../../electron/engine/case/rights.ts'
import { filterClauses, joinClauses } from '../../../electron/engine/query/filter-condition.ts'
import { type FacetName, NOT_STATED, type SignInFilter } from '../../../shared/domain/filter.ts'
import { conditionSql, FACET_SQL } from './plain-sql.ts'

/** All values of a facet with their counts, in plain SQL. */
export function plainFacet(
  db: ReadableCase,
  filter: SignInFilter,
  facet: FacetName,
): { key: string; count: number }[] {
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
  return rows as { key: string; count: number }[]
}
