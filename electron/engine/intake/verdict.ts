import type { SourceFormat, SourceReason, SourceStatus } from '../../../shared/domain/source.ts'
import type { SignsSeen } from './formats/record-signs.ts'
import type { Reading, Trouble } from './reading.ts'
import { type FoundFile, failureOf } from './walk.ts'

export interface Verdict {
  readonly format: SourceFormat
  readonly status: SourceStatus
  readonly trouble: Trouble | null
}

/** A file whose name says that it is a log: when it cannot be read that is damage, not another kind of file. */
const LOG_NAME = /\.json(\.gz|\.zst)?$/i

/**
 * What became of a content of known form, from its records and the first trouble with it: whole, or broken off, with
 * records before the damage (`partial`) or none (`failed`). `signs`: see `withSigns`.
 */
export function verdictOf(
  name: string,
  format: SourceFormat,
  records: number,
  trouble: Trouble | null,
  signs: SignsSeen | null = null,
): Verdict {
  if (trouble === null) return { format, status: 'read', trouble }
  if (records > 0) return { format, status: 'partial', trouble }
  // Only known at the end of a content whose start left it open.
  if (trouble.reason !== 'not-a-trail' && trouble.reason !== 'form-not-known')
    return { format, status: 'failed', trouble }
  const told = withSigns(trouble, signs)
  return { format: 'unknown', status: isExpected(name, told) ? 'failed' : 'skipped', trouble: told }
}

/** The same for what the fast reader read; without a list of records it can only have met damage. */
export function verdictOfTrail(
  name: string,
  isGzip: boolean,
  isTrail: boolean,
  records: number,
  trouble: Trouble | null,
): Verdict {
  if (isTrail) return verdictOf(name, isGzip ? 'trail-json-gzip' : 'trail-json', records, trouble)
  const found = trouble ?? { reason: 'not-a-trail', detail: 'No records.', offset: null, offsetIn: null }
  return { format: 'unknown', status: isExpected(name, found) ? 'failed' : 'skipped', trouble: found }
}

/**
 * What became of a content that holds no records: skipped with the reason, or failed when its packing is damaged or
 * when its name says that it should be a log and its bytes say nothing at all, or more than is understood.
 */
export function skippedAs(
  name: string,
  chosen: { readonly reason: SourceReason; readonly format: SourceFormat; readonly detail: string },
  unpacking: Trouble | null,
  signs: SignsSeen | null,
): Verdict {
  const { reason, format, detail } = chosen
  if (unpacking !== null) return { format, status: 'failed', trouble: unpacking }
  const trouble = withSigns({ reason, detail, offset: null, offsetIn: null }, signs)
  return { format, status: isExpected(name, trouble) ? 'failed' : 'skipped', trouble }
}

/** Said of a content that was looked at in part, or for known forms only. */
const SAYS_NONE: ReadonlySet<SourceReason> = new Set([
  'not-json',
  'not-a-trail',
  'record-not-included',
  'ocsf',
])

/** A content in which signs of records stand is not said to hold none. */
function withSigns(trouble: Trouble, signs: SignsSeen | null): Trouble {
  if (signs === null || !SAYS_NONE.has(trouble.reason)) return trouble
  const detail = `${trouble.detail} Text that looks like CloudTrail records stands in it.`
  return { reason: 'form-not-known', detail, offset: signs.offset, offsetIn: 'content' }
}

function isExpected(name: string, { reason, offsetIn }: Trouble): boolean {
  if (offsetIn === 'file') return true
  return LOG_NAME.test(name) && (reason === 'not-json' || reason === 'empty' || reason === 'form-not-known')
}
/** A record that is counted and cannot be read. */
export function notJson(recordNumber: number, offset: number): Trouble {
  const detail = `Record ${recordNumber} is not valid JSON; the records after it were read.`
  return { reason: 'json-syntax', detail, offset, offsetIn: 'content' }
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
