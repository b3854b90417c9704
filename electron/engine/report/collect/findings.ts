import { anyFinding } from '../../../../shared/domain/finding.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { findingDetail, findingEventIds, listFindings } from '../../detect/findings.ts'
import { ruleOf } from '../../detect/rules.ts'
import { detectionState, listRules } from '../../detect/state.ts'
import { signInRows } from '../../timeline/views.ts'
import type { ReportFindings } from '../model.ts'

/** So many records of a finding are printed; all of them are in the case, and most in the list of sign-ins. */
export const EVENTS_PRINTED = 8

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
        events: signInRows(db, findingEventIds(db, row.id, 0, EVENTS_PRINTED)),
      }
    }),
  }
}
