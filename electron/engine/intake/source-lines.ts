import { LIMIT_REASONS } from '../../../shared/domain/source.ts'
import type { WritableCase } from '../case/rights.ts'
import { createPlainLines, isPlain } from './plain-lines.ts'
import { READER_VERSION } from './reader-version.ts'
import type { Reading } from './reading.ts'
import { takeBackSightings } from './recover.ts'

/** How the sign-ins of one file were taken up. `indexed + duplicates + conflicts` = records stored. */
export interface Stored {
  indexed: number
  duplicates: number
  conflicts: number
  firstTime: number | null
  lastTime: number | null
}

export interface PlaceOfSource {
  /** The archive that holds it. */
  readonly parentId: number | null
  readonly path: string
}

export interface NewSource extends PlaceOfSource {
  readonly importId: number
  readonly shownPath: string
  readonly bytes: number | null
  readonly modifiedAt: number | null
}

/** The lines of the file ledger in the case. Calls belong into a transaction of the caller's. */
export interface SourceLines {
  /**
   * Begins a source. It is written in state `reading` once something is seen in it: a crash before `finishSource`
   * makes the next start read it again. With `afresh`, a line that a limit cut off is taken up again, with nothing
   * seen in it yet.
   */
  beginSource(source: NewSource, afresh: boolean): number
  /** Call it before something that was seen in a source is written. */
  writeBegun(sourceId: number): void
  finishSource(sourceId: number, reading: Reading, stored: Stored): void
  /** Another line of the ledger with the same bytes at the same path. */
  sameBytes(sourceId: number, { path, parentId }: PlaceOfSource, sha256: string | null): number | undefined
  /** Takes a source back that was begun, with all that was seen in it. */
  dropSource(sourceId: number): void
  /** Lines of most files go in groups: call it before a transaction ends. */
  writeWaiting(): void
}

export function nothingStored(): Stored {
  return { indexed: 0, duplicates: 0, conflicts: 0, firstTime: null, lastTime: null }
}

export function createSourceLines(db: WritableCase): SourceLines {
  const insertBegun = db.prepare(
    `insert into source (id, import_id, parent_id, path, shown_path, bytes, modified_at, format, status)
     values (?, ?, ?, ?, ?, ?, ?, 'unknown', 'reading')`,
  )
  // Most files hold no sign-in: they are written once, when they are done.
  const plain = createPlainLines(db)
  // By place, which takes half the time.
  const insertFinished = db.prepare(
    `insert into source (id, import_id, parent_id, path, shown_path, modified_at, bytes, sha256, content_bytes,
       content_sha256, format, status, reason, detail, trouble_offset, trouble_in, records, sign_ins, companions,
       indexed, duplicates, conflicts, first_time, last_time, reader_version)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${READER_VERSION})`,
  )
  const { lastBefore, hadUnread } = db
    .prepare(
      `select ifnull(max(id), 0) as lastBefore, ifnull(max(sha256 is null), 0) as hadUnread from source`,
    )
    .get() as { lastBefore: number; hadUnread: number }
  // Members of an archive may have one name: lines of the same import are of other members, and stay as they are. Those
  // it has made are not even looked at, or each of very many members of one name would take longer than the last.
  const isOlder = (importId: string) => `id <= ${lastBefore} and import_id != ${importId}`
  // A path that could not be read has one line, the newest, unless something was seen there.
  const forgetUnread = db.prepare(
    `delete from source where path = @path and sha256 is null and ${isOlder('@importId')} and status != 'reading'
     and not exists (select 1 from sighting where source_id = source.id)
     and not exists (select 1 from trail_change_sighting where source_id = source.id)
     and not exists (select 1 from source child where child.parent_id = source.id)`,
  )
  // An archive whose reading was broken off is taken up again as the same source: its members belong to it.
  const takeUpAgain = db.prepare(
    `update source set status = 'reading', reason = null, detail = null, import_id = @importId, bytes = @bytes,
       modified_at = @modifiedAt
     where id = (select min(id) from source
       where path = @path and sha256 is null and ${isOlder('@importId')} and reason = 'interrupted') returning id`,
  )
  // With higher limits the same goes for what was cut off, and for the archives it may lie in.
  const takeUpAfresh = db.prepare(
    `update source set status = 'reading', reason = null, detail = null, sha256 = null, import_id = @importId,
       bytes = @bytes, modified_at = @modifiedAt
     where id = (select min(id) from source
       where path = @path and ${isOlder('@importId')} and status != 'reading'
         and (reason in (${LIMIT_REASONS.map((reason) => `'${reason}'`).join(', ')})
           or exists (select 1 from source child where child.parent_id = source.id))) returning id`,
  )
  // What could be seen of a file before its disk failed goes, once all of it was read.
  const readInPart = db.prepare(
    `select id from source o where path = (select path from source where id = @id)
     and sha256 is null and ${isOlder('(select import_id from source where id = @id)')}
     and status != 'reading' and not exists (select 1 from source where parent_id = o.id)`,
  )
  const sameBytes = db.prepare('select id from source where path = ? and sha256 = ? and id != ?').pluck()
  const dropSource = db.prepare('delete from source where id = ?')
  const finish = db.prepare(
    `update source set bytes = ?, sha256 = ?, content_bytes = ?, content_sha256 = ?, format = ?, status = ?,
       reason = ?, detail = ?, trouble_offset = ?, trouble_in = ?, records = ?, sign_ins = ?, companions = ?,
       indexed = ?, duplicates = ?, conflicts = ?, first_time = ?, last_time = ?,
       reader_version = ${READER_VERSION} where id = ?`,
  )

  /** Sources that were begun and are not written yet. One import at a time gives out the numbers. */
  const begun = new Map<number, NewSource>()
  const wasEmpty = db.prepare('select 1 from source limit 1').get() === undefined
  let lastId = lastBefore

  function takenUpAgain(source: NewSource, afresh: boolean): number | undefined {
    if (hadUnread === 0 && !afresh) return undefined
    const { importId, path, bytes, modifiedAt } = source
    const facts = { importId, path, bytes, modifiedAt }
    const again = takeUpAgain.get(facts) ?? (afresh ? takeUpAfresh.get(facts) : undefined)
    return (again as { id: number } | undefined)?.id
  }

  /** Writes a source that was begun, and the archive that holds it. */
  function writeBegun(id: number): void {
    const source = takeBegun(id)
    if (source === undefined) return
    const { importId, parentId, path, shownPath, bytes, modifiedAt } = source
    insertBegun.run(id, importId, parentId, path, shownPath, bytes, modifiedAt)
  }

  function takeBegun(id: number): NewSource | undefined {
    const source = begun.get(id)
    begun.delete(id)
    if (source !== undefined && source.parentId !== null) writeBegun(source.parentId)
    return source
  }

  function drop(id: number): void {
    if (begun.delete(id)) return
    takeBackSightings(db, id)
    dropSource.run(id)
  }

  return {
    beginSource(source, afresh) {
      const again = takenUpAgain(source, afresh)
      if (again !== undefined) {
        takeBackSightings(db, again)
        return again
      }
      if (hadUnread !== 0) forgetUnread.run({ path: source.path, importId: source.importId })
      lastId += 1
      begun.set(lastId, source)
      return lastId
    },
    writeBegun,
    finishSource(id, reading, stored) {
      const source = takeBegun(id)
      if (source === undefined) finish.run(...factsOf(reading, stored), id)
      else {
        const { importId, parentId, path, shownPath, modifiedAt } = source
        if (parentId === null && isPlain(reading)) plain.add(id, source, reading)
        else
          insertFinished.run(id, importId, parentId, path, shownPath, modifiedAt, ...factsOf(reading, stored))
      }
      if (reading.sha256 === null || hadUnread === 0) return
      plain.write()
      for (const earlier of readInPart.all({ id }) as { id: number }[]) drop(earlier.id)
    },
    sameBytes(sourceId, { path, parentId }, sha256) {
      // An import meets each path on the disk once; only members of an archive can have the same, and files in a folder
      // that is called as if it were one.
      const isOfMember = parentId !== null || path.includes('!/')
      if (sha256 === null || (wasEmpty && !isOfMember)) return undefined
      if (isOfMember) plain.write()
      return sameBytes.get(path, sha256, sourceId) as number | undefined
    },
    dropSource: drop,
    writeWaiting: plain.write,
  }
}

/** What is known of a source once it is done, in the order of the columns from `bytes` on. */
function factsOf(reading: Reading, stored: Stored): (string | number | null)[] {
  const { bytes, sha256, contentBytes, contentSha256, format, status, trouble } = reading
  const { reason = null, detail = null, offset = null, offsetIn = null } = trouble ?? {}
  const { indexed, duplicates, conflicts, firstTime, lastTime } = stored
  // One list, because this is done for every file.
  return [
    bytes,
    sha256,
    contentBytes,
    contentSha256,
    format,
    status,
    reason,
    detail,
    offset,
    offsetIn,
    reading.records,
    reading.signIns,
    reading.companions,
    indexed,
    duplicates,
    conflicts,
    firstTime,
    lastTime,
  ]
}
