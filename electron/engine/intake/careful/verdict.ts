import type { SourceFormat, SourceStatus } from '../../../../shared/domain/source.ts'
import type { Trouble } from '../reading.ts'
import type { FoundFile } from '../walk.ts'
import type { ScanEnd } from './trail-scanner.ts'

export interface Verdict {
  readonly format: SourceFormat
  readonly status: SourceStatus
  readonly trouble: Trouble | null
}

/** A file whose name says that it is a log: when it cannot be read that is damage, not another kind of file. */
const LOG_NAME = /\.json(\.gz)?$/i

/**
 * What became of a file. A trail that broke off is `partial` when records stood before the damage, `failed` when
 * none did. What is no trail is `skipped`, except for a file that by its name should be one.
 */
export function verdictOf(
  file: FoundFile,
  isGzip: boolean,
  scan: ScanEnd,
  packTrouble: Trouble | null,
): Verdict {
  // Damage of the packing is the cause of a document that ends early, so it is named first.
  const trouble = packTrouble ?? scan.trouble
  if (scan.kind === 'trail') {
    const format = isGzip ? 'trail-json-gzip' : 'trail-json'
    if (trouble === null) return { format, status: 'read', trouble }
    return { format, status: scan.records > 0 ? 'partial' : 'failed', trouble }
  }
  if (trouble === null) return skipped(scan.kind === 'digest' ? 'digest' : 'not-a-trail')
  if (trouble.reason === 'not-a-trail') return { format: 'unknown', status: 'skipped', trouble }
  const status = LOG_NAME.test(file.path) || packTrouble !== null ? 'failed' : 'skipped'
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
