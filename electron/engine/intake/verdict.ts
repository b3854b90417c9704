import type { SourceFormat, SourceStatus } from '../../../shared/domain/source.ts'
import type { ScanEnd } from './careful/trail-scanner.ts'
import type { Reading, Trouble } from './reading.ts'
import { type FoundFile, failureOf } from './walk.ts'

export interface Verdict {
  readonly format: SourceFormat
  readonly status: SourceStatus
  readonly trouble: Trouble | null
}

/** A file whose name says that it is a log: when it cannot be read that is damage, not another kind of file. */
const LOG_NAME = /\.json(\.gz)?$/i

/**
 * What became of a file, from what it held and the first trouble with it. A trail that broke off is `partial` when
 * records stood before the damage, `failed` when none did. What is no trail is `skipped`, except for a file that by
 * its name or its packing should be one.
 */
export function verdictOf(
  file: FoundFile,
  isGzip: boolean,
  { kind, records }: Pick<ScanEnd, 'kind' | 'records'>,
  trouble: Trouble | null,
): Verdict {
  if (kind === 'trail') {
    const format = isGzip ? 'trail-json-gzip' : 'trail-json'
    if (trouble === null) return { format, status: 'read', trouble }
    return { format, status: records > 0 ? 'partial' : 'failed', trouble }
  }
  if (trouble === null) return skipped(kind === 'digest' ? 'digest' : 'not-a-trail')
  if (trouble.reason === 'not-a-trail') return { format: 'unknown', status: 'skipped', trouble }
  const isDamage = trouble.offsetIn === 'file' || trouble.reason === 'changed-while-reading'
  const status = LOG_NAME.test(file.path) || isDamage ? 'failed' : 'skipped'
  return { format: 'unknown', status, trouble: status === 'skipped' ? asSkipped(trouble) : trouble }
}

function skipped(reason: 'digest' | 'not-a-trail'): Verdict {
  const detail =
    reason === 'digest'
      ? 'A CloudTrail digest file; digests are not validated by this version.'
      : 'JSON without a list named "Records".'
  const format = reason === 'digest' ? 'digest' : 'unknown'
  return { format, status: 'skipped', trouble: { reason, detail, offset: null, offsetIn: null } }
}

/** For a file that nobody expected to be a log the place of the first odd byte is no news. */
function asSkipped(trouble: Trouble): Trouble {
  const reason = trouble.reason === 'empty' ? 'empty' : 'not-json'
  return { reason, detail: trouble.detail, offset: null, offsetIn: null }
}

/** A record that is counted and cannot be read. */
export function notJson(recordNumber: number, offset: number): Trouble {
  const detail = `Record ${recordNumber} is not valid JSON; the records after it were read.`
  return { reason: 'json-syntax', detail, offset, offsetIn: 'content' }
}

/** Set when a file had another size when it was listed; that explains whatever else is wrong with it. */
export function changedSince({ bytes: listed }: FoundFile, bytes: number): Trouble | null {
  if (bytes === listed) return null
  const detail = `The file had ${listed} bytes when it was found and ${bytes} when it was read.`
  return { reason: 'changed-while-reading', detail, offset: null, offsetIn: null }
}

/** The reading of a file that the file system would not give. */
export function unreadable(file: FoundFile, cause: unknown): Reading {
  return {
    bytes: file.bytes,
    sha256: null,
    contentBytes: null,
    contentSha256: null,
    format: 'unknown',
    status: 'failed',
    trouble: { ...failureOf(cause), offset: null, offsetIn: null },
    records: 0,
    signIns: 0,
    companions: 0,
  }
}
