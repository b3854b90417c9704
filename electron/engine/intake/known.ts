import { LIMIT_REASONS, type SourceRow } from '../../../shared/domain/source.ts'
import type { ReadableCase } from '../case/rights.ts'
import { SOURCE_SELECT } from '../case/rows.ts'
import { READER_VERSION } from './reader-version.ts'
import type { Reading } from './reading.ts'
import type { FoundFile } from './walk.ts'

/** What the case remembers of a file. */
export interface KnownSources {
  /**
   * Earlier readings by readers of this number: same path, same size. The size only makes it likely that nothing
   * changed; the caller compares the hash before it believes so.
   */
  readingsOf(file: FoundFile): readonly Reading[]
  /** True when a limit cut the file off, or a member of the archive that it is. */
  wasCutOff(file: FoundFile): boolean
}

export function createKnownSources(db: ReadableCase): KnownSources {
  // An import meets each path once, so what it adds itself need not be asked for.
  const isEmpty = db.prepare('select 1 from source limit 1').get() === undefined
  const select = db.prepare(
    `select ${SOURCE_SELECT} from source
     where path = ? and bytes = ? and sha256 is not null and status != 'reading'
       and reader_version >= ${READER_VERSION}`,
  )
  const cutOff = db.prepare(
    `with recursive part (id, reason) as (
       select id, reason from source where path = ?
       union all select child.id, child.reason from source child join part on child.parent_id = part.id
     ) select 1 from part where reason in (${LIMIT_REASONS.map((reason) => `'${reason}'`).join(', ')}) limit 1`,
  )
  return {
    readingsOf: (file) => (isEmpty ? [] : (select.all(file.path, file.bytes) as SourceRow[]).map(toReading)),
    wasCutOff: (file) => cutOff.get(file.path) !== undefined,
  }
}

function toReading(row: SourceRow): Reading {
  const { bytes, sha256, contentBytes, contentSha256, format, status, records, signIns, companions } = row
  const { reason, detail, offset, offsetIn } = row
  const trouble = reason === null ? null : { reason, detail: detail ?? '', offset, offsetIn }
  return { bytes, sha256, contentBytes, contentSha256, format, status, records, signIns, companions, trouble }
}
