import type { ReportOptions } from '../../../../shared/domain/report.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { addressFacts } from '../../enrich/fill-addresses.ts'
import { noteHistory } from '../../notes/notes.ts'
import { signInDetail } from '../../timeline/detail.ts'
import { SIGN_IN_ORDER } from '../../timeline/views.ts'
import type { Exhibit, RecordLine, ReportSource } from '../model.ts'
import { recordLines } from '../record-lines.ts'
import { exhibitPlaces } from './exhibit-places.ts'

const NOTED = `select n.sign_in_id as id from note n where not
  (select removed from note_revision r where r.note_id = n.id order by revision desc limit 1)`

/**
 * Numbers the chosen exhibits in the order of the timeline: row number to exhibit number. `cited` are the rows printed
 * under findings. Without the chapter of exhibits there are none, and nothing refers to one.
 */
export function numberExhibits(
  db: ReadableCase,
  options: Pick<ReportOptions, 'exhibits' | 'exhibitEvents' | 'leaveOut'>,
  cited: readonly number[] = [],
): Map<number, number> {
  if (options.leaveOut.includes('exhibits')) return new Map()
  const [chosen, from] =
    options.exhibits === 'chosen'
      ? ['event_id in (select value from json_each(?))', options.exhibitEvents]
      : [
          `id in (${NOTED} union all select value from json_each(?))`,
          options.exhibits === 'cited' ? cited : [],
        ]
  const rows = db
    .prepare(`select id from sign_in where ${chosen} order by ${SIGN_IN_ORDER}`)
    .all(JSON.stringify(from)) as { id: number }[]
  return new Map(rows.map(({ id }, index) => [id, index + 1]))
}

/** Chosen event IDs that no record of the case has. */
export function exhibitsNotFound(
  db: ReadableCase,
  { exhibits, exhibitEvents, leaveOut }: Pick<ReportOptions, 'exhibits' | 'exhibitEvents' | 'leaveOut'>,
): string[] {
  if (exhibits !== 'chosen' || leaveOut.includes('exhibits')) return []
  const has = db.prepare('select 1 from sign_in where event_id = ?')
  return [...new Set(exhibitEvents)].filter((id) => has.get(id) === undefined).sort()
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
    places: exhibitPlaces(db, id, sources),
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
