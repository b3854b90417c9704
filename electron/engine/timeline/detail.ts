import { createHash } from 'node:crypto'
import type { RawForm, Sighting, SignInDetail } from '../../../shared/domain/sign-in.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import { recordOf } from '../intake/formats/record-of.ts'
import { notesOn } from '../notes/notes.ts'
import { readSignIn } from '../signin/read-sign-in.ts'
import { signInRows } from './views.ts'

/** All about one event: the row, how its outcome and MFA were read, its bytes, where it stands, its notes. */
export function signInDetail(db: ReadableCase, id: number): SignInDetail {
  const [row] = signInRows(db, [id])
  if (row === undefined) throw new AppError('not-found', `No event ${id} in this case.`)
  const { raw, form, header } = keptRecord(db, id)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw)
  const { outcomeBasis, mfaBasis, mfaRaw } = readSignIn(recordOf(form, raw, header))
  return {
    row,
    outcomeBasis,
    mfaBasis,
    mfaRaw,
    rawForm: form,
    rawHeader: header,
    raw: text,
    rawIsUtf8: isUtf8(raw),
    rawSha256: createHash('sha256').update(raw).digest('hex'),
    sightings: sightingsOf(db, id),
    conflictsWith: conflictsOf(db, id),
    ...addendaOf(db, id),
    notes: notesOn(db, id),
  }
}

interface KeptRecord {
  readonly raw: Uint8Array
  readonly form: RawForm
  readonly header: string | null
}

/** The exact bytes of a record, and what they are. Throws `not-found`. */
function keptRecord(db: ReadableCase, id: number): KeptRecord {
  const row = db
    .prepare('select raw, raw_form as form, raw_header as header from sign_in where id = ?')
    .get(id)
  if (row === undefined) throw new AppError('not-found', `No event ${id} in this case.`)
  return row as KeptRecord
}

/** Where a record was seen, and how it stands there beside the one that the case keeps. */
export interface SeenPlace extends Sighting {
  /** The text of the record is the same there, byte for byte; null in cases that did not note it. */
  readonly sameBytes: boolean | null
}

/** Every place where the record was seen, in order of path. */
export function sightingsOf(db: ReadableCase, id: number): SeenPlace[] {
  const rows = db
    .prepare(
      `select g.source_id as sourceId, o.path as path, o.shown_path as shownPath, o.status as status,
         g.record_number as recordNumber, o.records as recordsInSource, g.byte_start as byteStart,
         g.byte_end as byteEnd, g.encoding as encoding, g.same_bytes as sameBytes, o.sha256 as sha256, o.content_sha256 as contentSha256
       from sighting g join source o on o.id = g.source_id
       where g.sign_in_id = ? and o.status != 'reading' order by o.path, g.record_number`,
    )
    .all(id) as (Sighting & { readonly sameBytes: number | null })[]
  return rows.map((row) => ({ ...row, sameBytes: row.sameBytes === null ? null : row.sameBytes === 1 }))
}

/** Numbers of the rows with this event ID, for `show`. */
export function idsOfEvent(db: ReadableCase, eventId: string): number[] {
  const rows = db.prepare('select id from sign_in where event_id = ? order by id').all(eventId)
  return rows.map((row) => (row as { id: number }).id)
}

function conflictsOf(db: ReadableCase, id: number): number[] {
  // By the event ID where there is one: the index of keys is for records without.
  const rows = db
    .prepare(
      `select other.id as id from sign_in this join sign_in other on other.event_id = this.event_id
         and other.record_key = this.record_key where this.id = @id and other.id != this.id
       union all
       select other.id from sign_in this join sign_in other on other.event_id is null
         and other.record_key = this.record_key
       where this.id = @id and this.event_id is null and other.id != this.id order by 1`,
    )
    .all({ id })
  return rows.map((row) => (row as { id: number }).id)
}

/** An addendum names the event that it amends; both may stand in several accounts' logs. */
function addendaOf(db: ReadableCase, id: number): { amends: number[]; amendedBy: number[] } {
  const ids = (sql: string) => (db.prepare(sql).all(id) as { id: number }[]).map((row) => row.id)
  return {
    amends:
      ids(`select other.id as id from sign_in this join sign_in other on other.event_id = this.addendum_of
      where this.id = ? and other.id != this.id order by other.id`),
    amendedBy:
      ids(`select other.id as id from sign_in this join sign_in other on other.addendum_of = this.event_id
      where this.id = ? and other.id != this.id order by other.id`),
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
