import type { WritableCase } from '../case/rights.ts'
import { READER_VERSION } from './reader-version.ts'
import type { Reading } from './reading.ts'

/** Lines in one statement: one each takes half as long again (test/bench/README.md). */
const TOGETHER = 25

/** Of a file without a sign-in and without trouble: what is not as the table has it by itself. Values go by place. */
const COLUMNS = `id, import_id, path, shown_path, modified_at, bytes, sha256, content_bytes, content_sha256, format,
  status, records, companions, reader_version`
const VALUES = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${READER_VERSION})`
const VALUES_OF_A_LINE = 13

/** The line of a file on the disk, as far as it is known before it is read. */
export interface PlainFile {
  readonly importId: number
  readonly path: string
  readonly shownPath: string
  readonly modifiedAt: number | null
}

/** Lines of the ledger that nothing else in the case refers to, those of most files: they are written in groups. */
export interface PlainLines {
  add(id: number, file: PlainFile, reading: Reading): void
  /** Writes those that wait. Call it before lines are looked at, and before the transaction ends. */
  write(): void
}

/** True for a file of which the ledger says nothing but what it is and how many records it has. */
export function isPlain({ trouble, signIns }: Reading): boolean {
  return trouble === null && signIns === 0
}

export function createPlainLines(db: WritableCase): PlainLines {
  const insertOne = db.prepare(`insert into source (${COLUMNS}) values ${VALUES}`)
  const all = Array.from({ length: TOGETHER }, () => VALUES).join(', ')
  const insertAll = db.prepare(`insert into source (${COLUMNS}) values ${all}`)
  const waiting: (string | number | null)[] = []

  function write(): void {
    for (let at = 0; at < waiting.length; at += VALUES_OF_A_LINE)
      insertOne.run(waiting.slice(at, at + VALUES_OF_A_LINE))
    waiting.length = 0
  }

  return {
    add(id, { importId, path, shownPath, modifiedAt }, reading) {
      const { bytes, sha256, contentBytes, contentSha256, format, status, records, companions } = reading
      waiting.push(id, importId, path, shownPath, modifiedAt)
      waiting.push(bytes, sha256, contentBytes, contentSha256, format, status, records, companions)
      if (waiting.length < TOGETHER * VALUES_OF_A_LINE) return
      insertAll.run(waiting)
      waiting.length = 0
    },
    write,
  }
}
