import type { SourceRow } from '../../../shared/domain/source.ts'
import type { ReadableCase } from '../case/rights.ts'
import { SOURCE_SELECT } from '../case/rows.ts'
import type { Reading } from './reading.ts'
import type { FoundFile } from './walk.ts'

/**
 * Finds earlier readings of a file: same path, same size. The size only makes it likely that nothing changed; the
 * caller compares the hash before it believes so.
 */
export function createKnownSources(db: ReadableCase): (file: FoundFile) => readonly Reading[] {
  const select = db.prepare(
    `select ${SOURCE_SELECT} from source
     where path = ? and bytes = ? and sha256 is not null and status != 'reading'`,
  )
  return (file) => (select.all(file.path, file.bytes) as SourceRow[]).map(toReading)
}

function toReading(row: SourceRow): Reading {
  const { bytes, sha256, contentBytes, contentSha256, format, status, records, signIns, companions } = row
  const { reason, detail, offset, offsetIn } = row
  const trouble = reason === null ? null : { reason, detail: detail ?? '', offset, offsetIn }
  return { bytes, sha256, contentBytes, contentSha256, format, status, records, signIns, companions, trouble }
}
