import type { WritableCase } from '../case/rights.ts'
import { FACT_COLUMN_NAMES, FACT_FIELDS } from '../case/rows.ts'
import { sameRecord } from '../signin/same-record.ts'
import type { FoundSignIn, Reading } from './reading.ts'

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
  readonly path: string
  readonly shownPath: string
  readonly bytes: number | null
  readonly modifiedAt: number | null
}

export interface Store {
  /** Adds a source in state `reading`; a crash before `finishSource` makes the next start read it again. */
  beginSource(source: NewSource): number
  addSignIns(sourceId: number, batch: readonly FoundSignIn[], stored: Stored): void
  finishSource(sourceId: number, reading: Reading, stored: Stored): void
}

export function nothingStored(): Stored {
  return { indexed: 0, duplicates: 0, conflicts: 0, firstTime: null, lastTime: null }
}

/** Prepared statements over one case. Calls belong into a transaction of the caller's. */
export function createStore(db: WritableCase): Store {
  const insertSource = db.prepare(
    `insert into source (import_id, path, shown_path, bytes, modified_at, format, status)
     values (@importId, @path, @shownPath, @bytes, @modifiedAt, 'unknown', 'reading')`,
  )
  const sameKey = db.prepare('select id, raw from sign_in where record_key = ?')
  const insertSignIn = db.prepare(
    `insert into sign_in (record_key, conflict, ${FACT_COLUMN_NAMES.join(', ')}, raw)
     values (?, ?, ${FACT_FIELDS.map(() => '?').join(', ')}, ?)`,
  )
  const markConflict = db.prepare('update sign_in set conflict = 1 where record_key = ?')
  const insertSighting = db.prepare(
    `insert into sighting (source_id, record_number, sign_in_id, byte_start, byte_end) values (?, ?, ?, ?, ?)`,
  )
  // A path that could not be read has one line, the newest, unless records were seen there.
  const forgetUnread = db.prepare(
    `delete from source where path = ? and sha256 is null and status != 'reading'
     and not exists (select 1 from sighting where source_id = source.id)`,
  )
  const finish = db.prepare(
    `update source set bytes = @bytes, sha256 = @sha256, content_bytes = @contentBytes,
       content_sha256 = @contentSha256, format = @format, status = @status, reason = @reason, detail = @detail,
       trouble_offset = @offset, trouble_in = @offsetIn, records = @records, sign_ins = @signIns,
       indexed = @indexed, duplicates = @duplicates, conflicts = @conflicts, first_time = @firstTime,
       last_time = @lastTime where id = @id`,
  )

  /** The row that this record belongs to, and how it came to it. */
  function place(found: FoundSignIn): { id: number | bigint; as: 'indexed' | 'duplicates' | 'conflicts' } {
    const copies = sameKey.all(found.recordKey) as { id: number; raw: Uint8Array }[]
    const same = copies.find((copy) => sameRecord(copy.raw, found.raw))
    if (same !== undefined) return { id: same.id, as: 'duplicates' }
    const conflict = copies.length > 0
    const facts = FACT_FIELDS.map((field) => found.facts[field])
    const { lastInsertRowid } = insertSignIn.run(found.recordKey, conflict ? 1 : 0, ...facts, found.raw)
    if (conflict) markConflict.run(found.recordKey)
    return { id: lastInsertRowid, as: conflict ? 'conflicts' : 'indexed' }
  }

  return {
    beginSource(source) {
      forgetUnread.run(source.path)
      return Number(insertSource.run(source).lastInsertRowid)
    },
    addSignIns(sourceId, batch, stored) {
      for (const found of batch) {
        const { id, as } = place(found)
        stored[as] += 1
        insertSighting.run(sourceId, found.recordNumber, id, found.byteStart, found.byteEnd)
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
    },
  }
}
