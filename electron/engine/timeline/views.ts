import type { SignInFilter, TimelineView } from '../../../shared/domain/filter.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import { SIGN_IN_SELECT, toSignInRow } from '../case/rows.ts'
import { filterCondition } from '../query/filter-condition.ts'
import { conditionSql } from '../query/plain-sql.ts'

/** Event time, then event ID, then row number; rows without a readable time last. The index `sign_in_order` has it. */
export const SIGN_IN_ORDER = 'event_time is null, event_time, event_id, id'

/** The window scrolls one view while the next is made; more are of no use. */
const KEPT_VIEWS = 4

/** Ordered results of filters. A view is a list of row numbers: every page costs the same, at any depth. */
export interface TimelineViews {
  open(filter: SignInFilter, keep: number | null): TimelineView
  /** Rows `offset` to `offset + limit`. Throws `not-found` for a view that was replaced by newer ones. */
  page(view: number, offset: number, limit: number): SignInRow[]
  /** Row numbers of a whole view, in order; not to be changed. Throws as `page`. */
  ids(view: number): Float64Array
}

/** Views over one case. Numbers are never used twice, so that a late answer cannot be taken for a new one. */
export function createTimelineViews(db: ReadableCase): TimelineViews {
  const kept = new Map<number, Float64Array>()
  let last = 0
  const idsOf = (view: number): Float64Array => {
    const ids = kept.get(view)
    if (ids === undefined) throw new AppError('not-found', `View ${view} is no longer kept.`)
    return ids
  }

  return {
    open(filter, keep) {
      const { sql, params } = conditionSql(db, filterCondition(filter))
      const ids = db
        .prepare(`select id from sign_in s where ${sql} order by ${SIGN_IN_ORDER}`)
        .all(...params)
        .map((row) => (row as { id: number }).id)
      const total = db.prepare('select count(*) as n from sign_in').get() as { n: number }
      const times = db
        .prepare(
          `select min(event_time) as firstTime, max(event_time) as lastTime from sign_in s where ${sql}`,
        )
        .get(...params) as { firstTime: number | null; lastTime: number | null }
      last += 1
      kept.set(last, Float64Array.from(ids))
      for (const view of kept.keys()) if (view <= last - KEPT_VIEWS) kept.delete(view)
      const keptIndex = keep === null ? -1 : ids.indexOf(keep)
      return {
        view: last,
        matched: ids.length,
        total: total.n,
        ...times,
        keptIndex: keptIndex === -1 ? null : keptIndex,
      }
    },
    page: (view, offset, limit) => signInRows(db, [...idsOf(view).subarray(offset, offset + limit)]),
    ids: idsOf,
  }
}

/** The rows with these numbers, in the order of the numbers. */
export function signInRows(db: ReadableCase, ids: readonly number[]): SignInRow[] {
  const select = db.prepare(`select ${SIGN_IN_SELECT} from sign_in s where s.id = ?`)
  return ids.map((id) => {
    const row = select.get(id)
    if (row === undefined) throw new AppError('not-found', `No event ${id} in this case.`)
    return toSignInRow(row)
  })
}
