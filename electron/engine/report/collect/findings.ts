import { anyFinding } from '../../../../shared/domain/finding.ts'
import type { SignInRow } from '../../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { findingDetail, findingEventIds, listFindings } from '../../detect/findings.ts'
import { RULES_SHA256, ruleOf } from '../../detect/rules.ts'
import { detectionState, listRules } from '../../detect/state.ts'
import { sightingsOf } from '../../timeline/detail.ts'
import { signInRows } from '../../timeline/views.ts'
import type { FindingEvent, ReportFindings, ReportSource } from '../model.ts'

/**
 * So many records are printed from the beginning of a finding and as many from its end, where what it is about often
 * stands: the success after the failures.
 */
export const ENDS_PRINTED = 4

/** Rows that are printed under findings which nobody dismissed. */
export function citedRows(db: ReadableCase): number[] {
  const { rows } = listFindings(db, anyFinding)
  return rows
    .filter(({ severity, verdict }) => severity !== 'info' && verdict !== 'dismissed')
    .flatMap(({ id, events }) => printedIds(db, id, events))
}

/**
 * What the rules found and what people concluded. Hints are counted and not printed. `exhibits` gives the exhibit of a
 * row, by row number.
 */
export function collectFindings(
  db: ReadableCase,
  sources: readonly ReportSource[],
  exhibits: ReadonlyMap<number, number>,
): ReportFindings {
  const items = new Map(sources.map((source) => [source.id, source.item]))
  const eventOf = (row: SignInRow): FindingEvent => {
    const [place] = sightingsOf(db, row.id)
    const exhibit = exhibits.get(row.id) ?? null
    if (place === undefined) return { row, exhibit, place: null }
    const { sourceId, recordNumber, byteStart, byteEnd } = place
    return { row, exhibit, place: { item: items.get(sourceId) ?? 0, recordNumber, byteStart, byteEnd } }
  }
  const { run, outdated, rules, hints } = detectionState(db)
  const known = listRules(db)
  const { rows, total } = listFindings(db, anyFinding)
  const listed = rows.filter((row) => row.severity !== 'info')
  return {
    run,
    outdated: outdated.length > 0,
    rules,
    rulesSha256: RULES_SHA256,
    asked: known.flatMap(({ id, impossible }) => (impossible === null ? [id] : [])),
    notAsked: known.flatMap(({ id, impossible }) => (impossible === null ? [] : [id])),
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
        events: signInRows(db, printedIds(db, row.id, row.events)).map(eventOf),
      }
    }),
  }
}

function printedIds(db: ReadableCase, finding: number, count: number): number[] {
  if (count <= 2 * ENDS_PRINTED) return findingEventIds(db, finding, 0, count)
  const first = findingEventIds(db, finding, 0, ENDS_PRINTED)
  return [...first, ...findingEventIds(db, finding, count - ENDS_PRINTED, ENDS_PRINTED)]
}
