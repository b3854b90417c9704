import { createHash } from 'node:crypto'
import type { Sighting, SignInDetail } from '../../../shared/domain/sign-in.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import { notesOn } from '../notes/notes.ts'
import { readSignIn } from '../signin/read-sign-in.ts'
import { signInRows } from './views.ts'

/** All about one event: the row, how its outcome and MFA were read, its bytes, where it stands, its notes. */
export function signInDetail(db: ReadableCase, id: number): SignInDetail {
  const [row] = signInRows(db, [id])
  if (row === undefined) throw new AppError('not-found', `No event ${id} in this case.`)
  const raw = rawRecord(db, id)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw)
  const { outcomeBasis, mfaBasis, mfaRaw } = readSignIn(JSON.parse(text))
  return {
    row,
    outcomeBasis,
    mfaBasis,
    mfaRaw,
    raw: text,
    rawIsUtf8: isUtf8(raw),
    rawSha256: createHash('sha256').update(raw).digest('hex'),
    sightings: sightingsOf(db, id),
    conflictsWith: conflictsOf(db, id),
    notes: notesOn(db, id),
  }
}

/** The exact bytes of a record. Throws `not-found`. */
export function rawRecord(db: ReadableCase, id: number): Uint8Array {
  const row = db.prepare('select raw from sign_in where id = ?').get(id) as { raw: Uint8Array } | undefined
  if (row === undefined) throw new AppError('not-found', `No event ${id} in this case.`)
  return row.raw
}

/** Every place where the record was seen, in order of path. */
export function sightingsOf(db: ReadableCase, id: number): Sighting[] {
  return db
    .prepare(
      `select g.source_id as sourceId, o.path as path, o.shown_path as shownPath, o.status as status,
         g.record_number as recordNumber, o.records as recordsInSource, g.byte_start as byteStart,
         g.byte_end as byteEnd, o.sha256 as sha256, o.content_sha256 as contentSha256
       from sighting g join source o on o.id = g.source_id
       where g.sign_in_id = ? and o.status != 'reading' order by o.path, g.record_number`,
    )
    .all(id) as Sighting[]
}

/** Numbers of the rows with this event ID, for `show`. */
export function idsOfEvent(db: ReadableCase, eventId: string): number[] {
  const rows = db.prepare('select id from sign_in where event_id = ? order by id').all(eventId)
  return rows.map((row) => (row as { id: number }).id)
}

function conflictsOf(db: ReadableCase, id: number): number[] {
  const rows = db
    .prepare(
      `select other.id as id from sign_in other join sign_in this on this.record_key = other.record_key
       where this.id = ? and other.id != this.id order by other.id`,
    )
    .all(id)
  return rows.map((row) => (row as { id: number }).id)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
