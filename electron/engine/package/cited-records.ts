import { createHash } from 'node:crypto'
import { anyFinding } from '../../../shared/domain/finding.ts'
import type { ReportOptions } from '../../../shared/domain/report.ts'
import { utcText } from '../../../shared/domain/time.ts'
import type { ReadableCase } from '../case/rights.ts'
import { findingEventIds, listFindings } from '../detect/findings.ts'
import { numberExhibits } from '../report/collect/exhibits.ts'
import { citedRows } from '../report/collect/findings.ts'
import { safeJson } from '../report/jsonl.ts'
import { sightingsOf } from '../timeline/detail.ts'
import { signInRows } from '../timeline/views.ts'

/** Which record is cited, and by what. */
export interface CitedRecord {
  readonly id: number
  /** Number of the exhibit in the report, when it is one. */
  readonly exhibit: number | null
  readonly noted: boolean
  /** Rules whose findings are about it. */
  readonly rules: readonly string[]
}

const EVENTS_AT_ONCE = 1000

/**
 * The records that a package keeps byte for byte: those with a note that stands, the exhibits of the report, and those
 * of all findings that the report lists (not hints). In the order of the timeline.
 */
export function citedRecords(db: ReadableCase, options: ReportOptions): CitedRecord[] {
  const exhibits = numberExhibits(db, options, options.exhibits === 'cited' ? citedRows(db) : [])
  const noted = numberExhibits(db, { exhibits: 'noted', exhibitEvents: [], leaveOut: [] })
  const rules = new Map<number, Set<string>>()
  for (const { id, rule, severity, events } of listFindings(db, anyFinding).rows) {
    if (severity === 'info') continue
    for (let offset = 0; offset < events; offset += EVENTS_AT_ONCE) {
      for (const event of findingEventIds(db, id, offset, EVENTS_AT_ONCE)) {
        rules.set(event, (rules.get(event) ?? new Set()).add(rule))
      }
    }
  }
  const ids = [...new Set([...exhibits.keys(), ...noted.keys(), ...rules.keys()])]
  const ordered = db
    .prepare(
      `select id from sign_in where id in (select value from json_each(?))
       order by event_time is null, event_time, event_id, id`,
    )
    .pluck()
    .all(JSON.stringify(ids)) as number[]
  return ordered.map((id) => ({
    id,
    exhibit: exhibits.get(id) ?? null,
    noted: noted.has(id),
    rules: [...(rules.get(id) ?? [])].sort(),
  }))
}

/** The exact bytes of a record, as they stand in the source. */
export function bytesOf(db: ReadableCase, id: number): Buffer {
  return db.prepare('select raw from sign_in where id = ?').pluck().get(id) as Buffer
}

/**
 * One record as a line of JSON Lines with its line end. `raw` is the record as text, from which its exact bytes are had
 * back (UTF-8); bytes that are no UTF-8 stand in `base64` instead.
 */
export function recordLine(db: ReadableCase, number: number, cited: CitedRecord): string {
  const bytes = bytesOf(db, cited.id)
  const { form, header } = db
    .prepare('select raw_form as form, raw_header as header from sign_in where id = ?')
    .get(cited.id) as { form: string; header: string | null }
  const [row] = signInRows(db, [cited.id])
  const text = textOf(bytes)
  const time = row?.eventTime ?? null
  const line = {
    number,
    exhibit: cited.exhibit,
    noted: cited.noted,
    rules: cited.rules,
    eventId: row?.eventId ?? null,
    eventTime: time === null ? (row?.eventTimeText ?? null) : utcText(time),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    form,
    header,
    ...(text === null ? { base64: bytes.toString('base64') } : { raw: text }),
    places: sightingsOf(db, cited.id).map((place) => ({
      file: place.shownPath,
      fileSha256: place.sha256,
      contentSha256: place.contentSha256,
      record: place.recordNumber,
      byteStart: place.byteStart,
      byteEnd: place.byteEnd,
      encoding: place.encoding,
      sameBytes: place.sameBytes,
    })),
  }
  return `${safeJson(line)}\n`
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
