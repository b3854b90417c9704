import type { WritableCase } from '../case/rights.ts'
import { FACT_COLUMN_NAMES, FACT_FIELDS } from '../case/rows.ts'
import { LIMIT_REASONS } from './limits.ts'
import { createPlacing } from './placing.ts'
import type { FoundSignIn, Reading } from './reading.ts'
import { takeBackSightings } from './recover.ts'

/** How the sign-ins of one file were taken up. `indexed + duplicates + conflicts` = records stored. */
export interface Stored {
  indexed: number
  duplicates: number
  conflicts: number
  firstTime: number | null
  lastTime: number | null
}

export interface NewSource {
  readonly importId: number
  /** The archive that holds it. */
  readonly parentId: number | null
  readonly path: string
  readonly shownPath: string
  readonly bytes: number | null
  readonly modifiedAt: number | null
}

export interface Store {
  /**
   * Adds a source in state `reading`; a crash before `finishSource` makes the next start read it again. With
   * `afresh`, a line that a limit cut off is taken up again, with nothing seen in it yet.
   */
  beginSource(source: NewSource, afresh: boolean): number
  addSignIns(sourceId: number, batch: readonly FoundSignIn[], stored: Stored): void
  finishSource(sourceId: number, reading: Reading, stored: Stored): void
  /** True when another line of the ledger has the same bytes at the same path. */
  isKnown(sourceId: number, path: string, sha256: string | null): boolean
  /** Takes a source back that was begun, with all that was seen in it. */
  dropSource(sourceId: number): void
}

export function nothingStored(): Stored {
  return { indexed: 0, duplicates: 0, conflicts: 0, firstTime: null, lastTime: null }
}

/** Prepared statements over one case. Calls belong into a transaction of the caller's. */
export function createStore(db: WritableCase): Store {
  const place = createPlacing(db, FACT_COLUMN_NAMES, FACT_FIELDS)
  const insertSource = db.prepare(
    `insert into source (import_id, parent_id, path, shown_path, bytes, modified_at, format, status)
     values (@importId, @parentId, @path, @shownPath, @bytes, @modifiedAt, 'unknown', 'reading')`,
  )
  const insertSighting = db.prepare(
    `insert into sighting (source_id, record_number, sign_in_id, byte_start, byte_end, encoding, raw)
     values (?, ?, ?, ?, ?, ?, ?)`,
  )
  // A path that could not be read has one line, the newest, unless something was seen there.
  const forgetUnread = db.prepare(
    `delete from source where path = ? and sha256 is null and status != 'reading'
     and not exists (select 1 from sighting where source_id = source.id)
     and not exists (select 1 from source child where child.parent_id = source.id)`,
  )
  // An archive whose reading was broken off is taken up again as the same source: its members belong to it.
  const takeUpAgain = db.prepare(
    `update source set status = 'reading', reason = null, detail = null, import_id = @importId, bytes = @bytes,
       modified_at = @modifiedAt where path = @path and reason = 'interrupted' returning id`,
  )
  // With higher limits the same goes for what was cut off, and for the archives it may lie in.
  const takeUpAfresh = db.prepare(
    `update source set status = 'reading', reason = null, detail = null, sha256 = null, import_id = @importId,
       bytes = @bytes, modified_at = @modifiedAt
     where path = @path and status != 'reading' and (reason in (${LIMIT_REASONS.map((reason) => `'${reason}'`).join(', ')})
       or exists (select 1 from source child where child.parent_id = source.id)) returning id`,
  )
  // What could be seen of a file before its disk failed goes, once all of it was read.
  const readInPart = db.prepare(
    `select id from source o where path = (select path from source where id = @id) and id != @id
     and sha256 is null and status != 'reading' and not exists (select 1 from source where parent_id = o.id)`,
  )
  const sameBytes = db.prepare('select 1 from source where path = ? and sha256 = ? and id != ?')
  const dropSource = db.prepare('delete from source where id = ?')
  const finish = db.prepare(
    `update source set bytes = @bytes, sha256 = @sha256, content_bytes = @contentBytes,
       content_sha256 = @contentSha256, format = @format, status = @status, reason = @reason, detail = @detail,
       trouble_offset = @offset, trouble_in = @offsetIn, records = @records, sign_ins = @signIns,
       companions = @companions, indexed = @indexed, duplicates = @duplicates, conflicts = @conflicts,
       first_time = @firstTime, last_time = @lastTime where id = @id`,
  )

  function drop(sourceId: number): void {
    takeBackSightings(db, sourceId)
    dropSource.run(sourceId)
  }

  return {
    beginSource(source, afresh) {
      const { importId, path, bytes, modifiedAt } = source
      const facts = { importId, path, bytes, modifiedAt }
      const again = (takeUpAgain.get(facts) ?? (afresh ? takeUpAfresh.get(facts) : undefined)) as
        | { id: number }
        | undefined
      if (again !== undefined) {
        takeBackSightings(db, again.id)
        return again.id
      }
      forgetUnread.run(path)
      return Number(insertSource.run(source).lastInsertRowid)
    },
    addSignIns(sourceId, batch, stored) {
      for (const found of batch) {
        const { id, as, ownRaw } = place(found)
        stored[as] += 1
        const { recordNumber, byteStart, byteEnd, encoding } = found
        insertSighting.run(sourceId, recordNumber, id, byteStart, byteEnd, encoding, ownRaw)
        const time = found.facts.eventTime
        if (time === null) continue
        if (stored.firstTime === null || time < stored.firstTime) stored.firstTime = time
        if (stored.lastTime === null || time > stored.lastTime) stored.lastTime = time
      }
    },
    finishSource(id, reading, stored) {
      const { trouble, ...rest } = reading
      const { reason = null, detail = null, offset = null, offsetIn = null } = trouble ?? {}
      finish.run({ ...rest, ...stored, id, reason, detail, offset, offsetIn })
      if (reading.sha256 === null) return
      for (const earlier of readInPart.all({ id }) as { id: number }[]) drop(earlier.id)
    },
    isKnown: (sourceId, path, sha256) =>
      sha256 !== null && sameBytes.get(path, sha256, sourceId) !== undefined,
    dropSource: drop,
  }
}
