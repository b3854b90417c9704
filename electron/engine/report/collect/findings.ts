import { anyFinding } from '../../../../shared/domain/finding.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { findingDetail, findingEventIds, listFindings } from '../../detect/findings.ts'
import { ruleOf } from '../../detect/rules.ts'
import { detectionState, listRules } from '../../detect/state.ts'
import { signInRows } from '../../timeline/views.ts'
import type { ReportFindings } from '../model.ts'

/**
 * So many records are printed from the beginning of a finding and as many from its end, where what it is about often
 * stands: the success after the failures.
 */
export const ENDS_PRINTED = 4

/** What the rules found and what people concluded. Hints are counted and not printed. */
export function collectFindings(db: ReadableCase): ReportFindings {
  const { run, outdated, rules, hints } = detectionState(db)
  const { rows, total } = listFindings(db, anyFinding)
  const listed = rows.filter((row) => row.severity !== 'info')
  return {
    run,
    outdated: outdated.length > 0,
    rules,
    notAsked: listRules(db).flatMap(({ id, impossible }) => (impossible === null ? [] : [id])),
    hints,
    left: total - rows.length,
    findings: listed.map((row) => {
      const { facts, judgements, notes } = findingDetail(db, row.id)
      const rule = ruleOf(row.rule)
      return {
        row,
        facts,
        judgements,
        notes: notes.filter((note) => !note.removed),
        attack: rule?.attack ?? [],
        source: rule?.source ?? null,
        events: signInRows(db, printedIds(db, row.id, row.events)),
      }
    }),
  }
}

function printedIds(db: ReadableCase, finding: number, count: number): number[] {
  if (count <= 2 * ENDS_PRINTED) return findingEventIds(db, finding, 0, count)
  const first = findingEventIds(db, finding, 0, ENDS_PRINTED)
  return [...first, ...findingEventIds(db, finding, count - ENDS_PRINTED, ENDS_PRINTED)]
}
