import { z } from 'zod'
import { Bytes, Count, EpochSeconds, Sha256 } from './units.ts'

/**
 * What became of a file. `read`: whole. `partial`: damaged, what stood before the damage is kept. `skipped`: not
 * a CloudTrail log, or of a kind that is not read. `failed`: nothing could be read from it.
 */
export const SOURCE_STATUSES = ['read', 'partial', 'skipped', 'failed'] as const
export const SourceStatus = z.enum(SOURCE_STATUSES)
export type SourceStatus = z.infer<typeof SourceStatus>

/** Why a file was not read whole. Closed: each has words in both languages (`messages/import.ts`). */
export const SOURCE_REASONS = [
  // skipped
  'empty',
  'not-json',
  'not-a-trail',
  'form-not-known',
  'digest',
  'container-not-supported',
  'not-a-file',
  'symlink-loop',
  'own-case',
  'encrypted',
  'method-not-supported',
  'link-not-followed',
  'insight',
  'network-activity',
  'lake-signature',
  'ocsf',
  'record-not-included',
  // partial or failed
  'gzip-truncated',
  'gzip-corrupt',
  'gzip-trailing-bytes',
  'json-truncated',
  'json-syntax',
  'json-trailing-bytes',
  'json-repeated-key',
  'line-not-ended',
  'csv-syntax',
  'csv-truncated',
  'record-too-large',
  'inflated-too-large',
  'inflation-ratio',
  'nesting-too-deep',
  'zstd-truncated',
  'zstd-corrupt',
  'zstd-trailing-bytes',
  'container-truncated',
  'container-corrupt',
  'container-extra-bytes',
  'checksum-mismatch',
  'directory-disagrees',
  'entries-overlap',
  'name-too-long',
  'containers-too-deep',
  'too-many-members',
  'total-too-large',
  // failed
  'scratch-failed',
  'not-found',
  'no-permission',
  'read-error',
  'changed-while-reading',
  'interrupted',
] as const
export const SourceReason = z.enum(SOURCE_REASONS)
export type SourceReason = z.infer<typeof SourceReason>

/** Troubles that higher limits may cure. */
export const LIMIT_REASONS = [
  'record-too-large',
  'inflated-too-large',
  'inflation-ratio',
  'nesting-too-deep',
] as const satisfies readonly SourceReason[]

/** How the file was packed and what it held. */
export const SOURCE_FORMATS = [
  'trail-json',
  'trail-json-gzip',
  'single-record',
  'json-array',
  'json-lines',
  'json-concatenated',
  'lookup-events',
  'event-history-csv',
  'cloudwatch-export',
  'cloudwatch-subscription',
  'cloudwatch-events',
  'cloudwatch-csv',
  'logs-insights-json',
  'logs-insights-csv',
  'eventbridge',
  'athena-csv',
  'lake-csv',
  'elastic-json',
  'elastic-csv',
  'splunk-json',
  'splunk-csv',
  // no form that is known by a name: records were seen in it
  'records-in-json',
  'records-in-csv',
  'records-in-text',
  // archives; what is in them has lines of its own
  'zip',
  'tar',
  'gzip',
  'zstd',
  // recognised, not read
  'digest',
  'insight',
  'network-activity',
  'lake-signature',
  'ocsf-json',
  'unknown',
] as const
export const SourceFormat = z.enum(SOURCE_FORMATS)
export type SourceFormat = z.infer<typeof SourceFormat>

/** One line of the file ledger. */
export const SourceRow = z.object({
  id: z.number().int().positive(),
  /** The archive that holds it; null for a file on the disk. */
  parentId: z.number().int().positive().nullable(),
  /** Absolute path as given. */
  path: z.string(),
  /** Path below the folder that was dropped, for reading; the file name when a file was dropped. */
  shownPath: z.string(),
  bytes: Bytes.nullable(),
  sha256: Sha256.nullable(),
  contentBytes: Bytes.nullable(),
  contentSha256: Sha256.nullable(),
  format: SourceFormat,
  status: SourceStatus,
  reason: SourceReason.nullable(),
  /** Facts in English about the trouble, for the log and for people who file a bug. */
  detail: z.string().nullable(),
  /** Where the trouble is: in the file as it lies on the disk, or in its unpacked content. */
  offset: Bytes.nullable(),
  offsetIn: z.enum(['file', 'content']).nullable(),
  records: Count,
  signIns: Count,
  /** Records of identity and session services that explain sign-ins; counted, not kept. */
  companions: Count,
  indexed: Count,
  duplicates: Count,
  conflicts: Count,
  firstTime: EpochSeconds.nullable(),
  lastTime: EpochSeconds.nullable(),
})
export type SourceRow = z.infer<typeof SourceRow>

export const LEDGER_VIEWS = ['all', 'attention', 'skipped', 'damaged'] as const
export const LedgerView = z.enum(LEDGER_VIEWS)
export type LedgerView = z.infer<typeof LedgerView>

/**
 * Sums over files. They reconcile: `found = read + partial + skipped + failed + waiting`, and
 * `signIns = indexed + duplicates + conflicts`.
 */
export const ImportSums = z.object({
  found: Count,
  read: Count,
  partial: Count,
  skipped: Count,
  failed: Count,
  waiting: Count,
  /** Of `found`, files known from an earlier import whose bytes are still the same. */
  unchanged: Count,
  /** Files of the same bytes in which this version reads something else than an earlier one did. */
  renewed: Count,
  /** Sign-ins that only the earlier version had read in these, and that are not in the case any more. */
  withdrawn: Count,
  /** `records = signIns + companions + all others`. */
  records: Count,
  signIns: Count,
  companions: Count,
  indexed: Count,
  duplicates: Count,
  conflicts: Count,
  bytesTotal: Bytes,
  bytesDone: Bytes,
  inflatedBytes: Bytes,
})
export type ImportSums = z.infer<typeof ImportSums>

export const ImportProgress = z.object({
  state: z.enum(['finding', 'reading', 'paused', 'finishing']),
  sums: ImportSums,
  /** The file that was taken up last. */
  current: z.string().nullable(),
  elapsedMs: z.number().nonnegative(),
  /** How much of it is done, by the bytes of the files. Never falls; 1 when no file waits any more. */
  share: z.number().min(0).max(1),
  /** Null until the rate is known well enough. */
  secondsLeft: z.number().nonnegative().nullable(),
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const SourceTrouble = z.object({
  path: z.string(),
  code: SourceReason,
  message: z.string(),
  offset: Bytes.nullable(),
  offsetIn: z.enum(['file', 'content']).nullable(),
})
export type SourceTrouble = z.infer<typeof SourceTrouble>

/** A file or folder that an import of the case was given, and whether it may be there now. */
export const ImportedPlace = z.object({ path: z.string(), isThere: z.boolean() })
export type ImportedPlace = z.infer<typeof ImportedPlace>

export const ImportOutcome = z.object({
  /** True when the user stopped it: what was read is kept, the rest is not in the ledger. */
  stopped: z.boolean(),
  sums: ImportSums,
  seconds: z.number().nonnegative(),
  skipped: z.array(SourceTrouble),
  /** Damaged files: `partial` and `failed`. */
  failed: z.array(SourceTrouble),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>
