import type { ReadableCase } from '../../case/rights.ts'
import { addressFacts } from '../../enrich/fill-addresses.ts'
import { noteHistory } from '../../notes/notes.ts'
import { signInDetail } from '../../timeline/detail.ts'
import { SIGN_IN_ORDER } from '../../timeline/views.ts'
import type { Exhibit, RecordLine, ReportSource } from '../model.ts'
import { recordLines } from '../record-lines.ts'

/** Numbers the events that carry a note which stands, in the order of the timeline: row number to exhibit number. */
export function numberExhibits(db: ReadableCase): Map<number, number> {
  const order = SIGN_IN_ORDER.replaceAll(/\b(event_time|event_id|id)\b/g, 's.$1')
  const rows = db
    .prepare(
      `select s.id as id from sign_in s where exists (
         select 1 from note n where n.sign_in_id = s.id and not
           (select removed from note_revision r where r.note_id = n.id order by revision desc limit 1))
       order by ${order}`,
    )
    .all() as { id: number }[]
  return new Map(rows.map(({ id }, index) => [id, index + 1]))
}

/** One exhibit in full: the record, where it is, and its notes with every wording. */
export function collectExhibit(
  db: ReadableCase,
  id: number,
  number: number,
  sources: readonly ReportSource[],
): Exhibit {
  const detail = signInDetail(db, id)
  const laidOut = detail.rawIsUtf8 ? recordLines(detail.raw) : null
  const items = new Map(sources.map((source) => [source.id, source.item]))
  const { bytes } = db.prepare('select length(raw) as bytes from sign_in where id = ?').get(id) as {
    bytes: number
  }
  return {
    number,
    row: detail.row,
    factors: detail.mfaBasis === 'CredentialType' ? detail.mfaRaw : null,
    address: detail.row.sourceIp === null ? null : addressFacts(db, detail.row.sourceIp),
    lines: laidOut ?? asItStands(detail.raw),
    laidOut: laidOut !== null,
    rawBytes: bytes,
    rawSha256: detail.rawSha256,
    rawIsUtf8: detail.rawIsUtf8,
    places: detail.sightings.map((sighting) => ({ ...sighting, item: items.get(sighting.sourceId) ?? 0 })),
    conflicts: detail.conflictsWith.length,
    notes: detail.notes.map((note) => ({
      id: note.id,
      removed: note.removed,
      revisions: noteHistory(db, note.id),
    })),
  }
}

function asItStands(raw: string): RecordLine[] {
  return raw.split('\n').map((text) => ({ indent: 0, text, cites: null }))
}
