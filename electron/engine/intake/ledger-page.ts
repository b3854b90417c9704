import type { LedgerView, SourceRow } from '../../../shared/domain/source.ts'
import type { ReadableCase } from '../case/rights.ts'
import { SOURCE_SELECT, toSourceRow } from '../case/rows.ts'

/** In the words of the index `source_attention`, so that SQLite uses it. */
const ATTENTION = `status not in ('read', 'reading')`
const CONDITIONS: Record<LedgerView, string> = {
  all: `status != 'reading'`,
  attention: ATTENTION,
  skipped: `${ATTENTION} and status = 'skipped'`,
  damaged: `${ATTENTION} and status in ('partial', 'failed')`,
}

/** Lines of the file ledger, newest first, and how many lines each view has. */
export function ledgerPage(
  db: ReadableCase,
  view: LedgerView,
  offset: number,
  limit: number,
): { counts: Record<LedgerView, number>; rows: SourceRow[] } {
  const sums = Object.entries(CONDITIONS).map(
    ([name, condition]) => `ifnull(sum(${condition}), 0) as "${name}"`,
  )
  const counts = db.prepare(`select ${sums.join(', ')} from source`).get() as Record<LedgerView, number>
  const rows = db
    .prepare(
      `select ${SOURCE_SELECT} from source where ${CONDITIONS[view]} order by id desc limit ? offset ?`,
    )
    .all(limit, offset)
  return { counts, rows: rows.map(toSourceRow) }
}
