import type { EventSelection } from '../../../shared/domain/mark.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import type { TimelineViews } from '../timeline/views.ts'

/** Row numbers of a selection, each once. Throws `not-found` for an event or a view that is not there. */
export function selectedIds(
  db: ReadableCase,
  views: Pick<TimelineViews, 'ids'>,
  selection: EventSelection,
): readonly number[] {
  if ('view' in selection) {
    const ids = views.ids(selection.view)
    const ranges = selection.ranges ?? [[0, ids.length]]
    return [...new Set(ranges.flatMap(([first, end]) => [...ids.subarray(first, end)]))]
  }
  const there = db.prepare('select 1 from sign_in where id = ?')
  const missing = selection.ids.find((id) => there.get(id) === undefined)
  if (missing !== undefined) throw new AppError('not-found', `No event ${missing} in this case.`)
  return [...new Set(selection.ids)]
}
