import type { SignInFilter, TimelineView } from '../../../shared/domain/filter.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import { SIGN_IN_SELECT, toSignInRow } from '../case/rows.ts'
import { idsOf as idsOfSelection, select, timesOf } from '../query/store/selection.ts'
import { atOnce, type Steps } from '../query/store/steps.ts'

/** Event time, then event ID, then row number; rows without a readable time last. The index `sign_in_order` has it. */
export const SIGN_IN_ORDER = 'event_time is null, event_time, event_id, id'

/** The window scrolls one view while the next is made; more are of no use. */
const KEPT_VIEWS = 4

/** Ordered results of filters. A view is a list of row numbers: every page costs the same, at any depth. */
export interface TimelineViews {
  /** Throws `query-unreadable`. */
  open(filter: SignInFilter, keep: number | null): TimelineView
  /** The same with turns for others. */
  opening(filter: SignInFilter, keep: number | null): Steps<TimelineView>
  /** Opens a result that was found in another way than by a filter; `ids` are in the order of the timeline. */
  openIds(ids: Uint32Array, keep: number | null): TimelineView
  /** Rows `offset` to `offset + limit`. Throws `not-found` for a view that was replaced by newer ones. */
  page(view: number, offset: number, limit: number): SignInRow[]
  /** Row numbers of a whole view, in order; not to be changed. Throws as `page`. */
  ids(view: number): Uint32Array
}

/** Views over one case. Numbers are never used twice, so that a late answer cannot be taken for a new one. */
export function createTimelineViews(db: ReadableCase): TimelineViews {
  const kept = new Map<number, Uint32Array>()
  let last = 0
  const idsOf = (view: number): Uint32Array => {
    const ids = kept.get(view)
    if (ids === undefined) throw new AppError('not-found', `View ${view} is no longer kept.`)
    return ids
  }

  const keepView = (ids: Uint32Array): number => {
    last += 1
    kept.set(last, ids)
    for (const view of kept.keys()) if (view <= last - KEPT_VIEWS) kept.delete(view)
    return last
  }

  function* opening(filter: SignInFilter, keep: number | null): Steps<TimelineView> {
    const selection = yield* select(db, filter)
    const ids = idsOfSelection(selection)
    const keptIndex = keep === null ? -1 : ids.indexOf(keep)
    return {
      view: keepView(ids),
      matched: ids.length,
      total: selection.rows.length,
      ...timesOf(selection),
      keptIndex: keptIndex === -1 ? null : keptIndex,
    }
  }

  return {
    opening,
    open: (filter, keep) => atOnce(opening(filter, keep)),
    page: (view, offset, limit) => signInRows(db, [...idsOf(view).subarray(offset, offset + limit)]),
    ids: idsOf,
    openIds(ids, keep) {
      const total = db.prepare('select count(*) from sign_in').pluck().get() as number
      const time = db.prepare('select event_time from sign_in where id = ?').pluck()
      const timeAt = (index: number) => (time.get(ids.at(index)) as number | null | undefined) ?? null
      // Rows without a readable time are the last ones.
      let end = ids.length - 1
      while (end > 0 && timeAt(end) === null) end -= 1
      const keptIndex = keep === null ? -1 : ids.indexOf(keep)
      return {
        view: keepView(ids),
        matched: ids.length,
        total,
        firstTime: timeAt(0),
        lastTime: ids.length === 0 ? null : timeAt(end),
        keptIndex: keptIndex === -1 ? null : keptIndex,
      }
    },
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
