import { CANDIDATES_AT_MOST, type ExhibitCandidate, plainReport } from '../../../shared/domain/report.ts'
import type { ReadableCase } from '../case/rights.ts'
import { signInRows } from '../timeline/views.ts'
import { numberExhibits } from './collect/exhibits.ts'
import { citedRows } from './collect/findings.ts'

/** Records that are worth being an exhibit: with a note, or printed under a finding that nobody dismissed. */
export function exhibitCandidates(db: ReadableCase): { total: number; rows: ExhibitCandidate[] } {
  const cited = citedRows(db)
  const noted = numberExhibits(db, plainReport)
  const ids = [...numberExhibits(db, { ...plainReport, exhibits: 'cited' }, cited).keys()]
  const found = new Set(cited)
  const rows = signInRows(db, ids.slice(0, CANDIDATES_AT_MOST)).map((row) => ({
    row,
    noted: noted.has(row.id),
    found: found.has(row.id),
  }))
  return { total: ids.length, rows }
}
