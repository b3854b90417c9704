import {
  FINDINGS_AT_MOST,
  type FindingDetail,
  type FindingFacts,
  type FindingFilter,
  type FindingList,
  type FindingRow,
  type Judgement,
  SEVERITIES,
} from '../../../shared/domain/finding.ts'
import { RULE_IDS } from '../../../shared/domain/rule-ids.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import { signInRows } from '../timeline/views.ts'
import { findingNotes, STANDING_FINDING_NOTES } from './finding-notes.ts'

const SEVERITY_RANK = `case f.severity ${SEVERITIES.map((name, rank) => `when '${name}' then ${rank}`).join(' ')} end`

const SELECT = `select f.id as id, f.rule as rule, f.severity as severity, f.grouping as grouping,
  f.subject as subject, f.first_time as firstTime, f.last_time as lastTime,
  (select count(*) from finding_event e where e.finding_id = f.id) as events, f.verdict as verdict,
  ifnull((select j.events from finding_judgement j where j.finding_id = f.id order by j.id desc limit 1), -1)
    as judgedWith,
  f.run_id < (select max(id) from detection_run) as gone,
  ${STANDING_FINDING_NOTES} as notes from finding f`

/** The worst first, then in the order of time. A case of a newer program may hold rules that this one does not know. */
const ORDER = `${SEVERITY_RANK}, f.first_time is null, f.first_time, f.rule, f.id`

/** Findings that pass the filter; an empty list of a field means any. */
export function listFindings(db: ReadableCase, filter: FindingFilter): FindingList {
  const parts: string[] = [`f.rule in (${RULE_IDS.map(() => '?').join(', ')})`]
  const params: (string | number)[] = [...RULE_IDS]
  const anyOf = (column: string, values: readonly string[]) => {
    if (values.length === 0) return
    parts.push(`${column} in (${values.map(() => '?').join(', ')})`)
    params.push(...values)
  }
  anyOf('f.verdict', filter.verdicts)
  anyOf('f.severity', filter.severities)
  anyOf('f.rule', filter.rules)
  if (filter.signInId !== null) {
    parts.push('f.id in (select finding_id from finding_event where sign_in_id = ?)')
    params.push(filter.signInId)
  }
  const where = parts.join(' and ')
  const { total } = db.prepare(`select count(*) as total from finding f where ${where}`).get(...params) as {
    total: number
  }
  const rows = db
    .prepare(`${SELECT} where ${where} order by ${ORDER} limit ?`)
    .all(...params, FINDINGS_AT_MOST)
  return { total, rows: rows.map(toRow) }
}

/** One finding. Throws `not-found`. */
export function findingRow(db: ReadableCase, id: number): FindingRow {
  const row = db.prepare(`${SELECT} where f.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', `No finding ${id}.`)
  return toRow(row)
}

/** One finding with what was counted, concluded and written. Throws `not-found`. */
export function findingDetail(db: ReadableCase, id: number): FindingDetail {
  const row = findingRow(db, id)
  const kept = db
    .prepare(
      'select f.facts as facts, r.at as foundAt from finding f join detection_run r on r.id = f.run_id where f.id = ?',
    )
    .get(id) as { facts: string; foundAt: number }
  return {
    row,
    facts: JSON.parse(kept.facts) as FindingFacts,
    foundAt: kept.foundAt,
    judgements: judgementsOf(db, id),
    notes: findingNotes(db, id),
  }
}

/** Every judgement on a finding, oldest first. */
export function judgementsOf(db: ReadableCase, id: number): Judgement[] {
  return db
    .prepare(
      'select verdict, reason, author, at, events from finding_judgement where finding_id = ? order by id',
    )
    .all(id) as Judgement[]
}

/** Row numbers of the records of a finding, in the order of the timeline. */
export function findingEventIds(db: ReadableCase, id: number, offset: number, limit: number): number[] {
  const rows = db
    .prepare(
      `select s.id as id from finding_event e join sign_in s on s.id = e.sign_in_id where e.finding_id = ?
       order by s.event_time is null, s.event_time, s.event_id, s.id limit ? offset ?`,
    )
    .all(id, limit, offset) as { id: number }[]
  return rows.map((row) => row.id)
}

/** The records themselves. */
export function findingEvents(db: ReadableCase, id: number, offset: number, limit: number): SignInRow[] {
  return signInRows(db, findingEventIds(db, id, offset, limit))
}

function toRow(fetched: unknown): FindingRow {
  const { judgedWith, ...row } = fetched as Omit<FindingRow, 'gone' | 'grown'> & {
    gone: number
    judgedWith: number
  }
  const grown = row.verdict !== 'open' && judgedWith >= 0 && row.events > judgedWith
  return { ...row, gone: Boolean(row.gone), grown }
}
