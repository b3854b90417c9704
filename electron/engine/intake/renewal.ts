import type { WritableCase } from '../case/rights.ts'
import { READER_VERSION } from './reader-version.ts'
import type { Reading } from './reading.ts'
import { takeBackSightings } from './recover.ts'

/** Two lines of the ledger for the same bytes at the same path: an earlier one, and one that was just read. */
export interface SameBytes {
  readonly earlier: number
  readonly now: number
}

/**
 * Which of two lines stays. The earlier does, with its number, while both say the same; what other readers made of the
 * bytes gives way. Nothing is taken back before its file was read again to the same end, and a sign-in that both have
 * keeps its row. Calls belong into a transaction of the caller's.
 */
export interface Renewal {
  /** True when readers of this number wrote the earlier line, or when it says what was just read. */
  saysTheSame(lines: SameBytes, reading: Reading): boolean
  /** The earlier line stays, as read by these readers. The caller drops the other. */
  keepEarlier(lines: SameBytes, reading: Reading): void
  /** Drops the earlier line. Returns how many sign-ins went with it, because nothing else has them. */
  dropEarlier(lines: SameBytes): number
}

export function createRenewal(db: WritableCase): Renewal {
  const isSame = db
    .prepare(
      `select reader_version >= ${READER_VERSION} or (bytes is @bytes and format = @format and status = @status
         and content_bytes is @contentBytes and ifnull(content_sha256 = @contentSha256, 1)
         and reason is @reason and trouble_offset is @offset and trouble_in is @offsetIn
         and records = @records and sign_ins = @signIns and companions = @companions
         and ${samePlaces('sighting', 'sign_in_id, byte_start, byte_end, encoding, raw')}
         and ${samePlaces('trail_change_sighting', 'trail_change_id, byte_start, byte_end, encoding')})
       from source where id = @earlier`,
    )
    .pluck()
  const confirm = db.prepare(
    `update source set reader_version = ${READER_VERSION}, content_sha256 = ifnull(content_sha256, ?), detail = ?
     where id = ? and reader_version < ${READER_VERSION}`,
  )
  const noteSameBytes = db.prepare(
    `update sighting set same_bytes = (select same_bytes from sighting again
       where again.source_id = @now and again.record_number = sighting.record_number)
     where source_id = @earlier and same_bytes is null`,
  )
  const moveMembers = db.prepare('update source set parent_id = ? where parent_id = ?')
  const drop = db.prepare('delete from source where id = ?')
  return {
    saysTheSame(lines, reading) {
      const { bytes, format, status, contentBytes, contentSha256, records, signIns, companions } = reading
      const { reason = null, offset = null, offsetIn = null } = reading.trouble ?? {}
      const said = { bytes, format, status, contentBytes, contentSha256, records, signIns, companions }
      return isSame.get({ ...lines, ...said, reason, offset, offsetIn }) === 1
    },
    keepEarlier({ earlier, now }, { contentSha256, trouble }) {
      confirm.run(contentSha256, trouble?.detail ?? null, earlier)
      noteSameBytes.run({ earlier, now })
      moveMembers.run(earlier, now)
    },
    dropEarlier({ earlier, now }) {
      moveMembers.run(now, earlier)
      const withdrawn = takeBackSightings(db, earlier)
      drop.run(earlier)
      return withdrawn
    },
  }
}

/** SQL that is true when both lines were seen to have the same records at the same places. */
function samePlaces(table: string, columns: string): string {
  const of = (line: string) => `select record_number, ${columns} from ${table} where source_id = ${line}`
  return `not exists (${of('@earlier')} except ${of('@now')}) and not exists (${of('@now')} except ${of('@earlier')})`
}
