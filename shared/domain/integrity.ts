import { z } from 'zod'
import { Count, EpochMs, EpochSeconds, Sha256 } from './units.ts'

/**
 * How much stands behind a file, from little to much. `hash`: its content has the hash that a digest states for it.
 * `chain`: for a digest, the next one states its hash; for a log, its digest reaches this level. `signature`: a
 * signature made with a key of the given list covers the digest.
 */
export const INTEGRITY_LEVELS = ['none', 'hash', 'chain', 'signature'] as const
export const IntegrityLevel = z.enum(INTEGRITY_LEVELS)
export type IntegrityLevel = z.infer<typeof IntegrityLevel>

/**
 * `not-authenticated` is used only when keys were given. `not-checked`: nothing in the files states what the file
 * should be.
 */
export const INTEGRITY_VERDICTS = ['valid', 'invalid', 'missing', 'not-authenticated', 'not-checked'] as const
export const IntegrityVerdict = z.enum(INTEGRITY_VERDICTS)
export type IntegrityVerdict = z.infer<typeof IntegrityVerdict>

export const INTEGRITY_REASONS = [
  // wrong
  'invalid-format',
  'trailing-data',
  'joined-members',
  'damaged',
  'moved',
  'hash-differs',
  'unknown-algorithm',
  'conflicting-copies',
  'signature-failed',
  'chain-differs',
  'previous-hash-wrong',
  'changed-since-import',
  'not-in-import',
  // not authenticated, or not to be checked
  'key-not-found',
  'key-unreadable',
  'no-keys',
  'next-missing',
  'newest-of-chain',
  'last-before-restart',
  'digest-invalid',
  'digest-not-authenticated',
  'digest-unsigned',
  'in-no-digest',
  'hash-from-import',
  'unreadable-now',
  'not-opened',
  'other-hash-stated',
  // worth knowing
  'place-not-checkable',
  'copy',
  'starting-digest',
  'begins-before-import',
  'no-log-files',
  'signature-from-sidecar',
] as const
export const IntegrityReason = z.enum(INTEGRITY_REASONS)
export type IntegrityReason = z.infer<typeof IntegrityReason>

/** `lake`: a sign file of CloudTrail Lake, or a result that one lists. */
export const IntegrityKind = z.enum(['digest', 'log', 'lake'])

/** The verdict on one digest or log file. */
export const IntegrityCheck = z.object({
  kind: IntegrityKind,
  /** The S3 key that a digest states, else the path in the import. */
  object: z.string(),
  /** Where the file lies in the import, and its line of the ledger; null when it is not there. */
  path: z.string().nullable(),
  sourceId: z.number().int().positive().nullable(),
  account: z.string().nullable(),
  region: z.string().nullable(),
  backfill: z.boolean(),
  verdict: IntegrityVerdict,
  level: IntegrityLevel,
  reasons: z.array(IntegrityReason),
  /** Facts in English, such as both hashes. */
  detail: z.string().nullable(),
  /** What `aws cloudtrail validate-logs` says of such a file, where it says anything. */
  awsWords: z.string().nullable(),
  /** True when the whole check fails because of it. */
  fails: z.boolean(),
  /** SHA-256 as found: of the unpacked content, of a result of Lake as it lies there. */
  contentSha256: Sha256.nullable(),
  /** The SHA-256 that a digest or sign file states for it; null when none states one. */
  statedSha256: Sha256.nullable(),
})
export type IntegrityCheck = z.infer<typeof IntegrityCheck>

/** A stretch of time between two digests of one chain that no digest covers. */
export const IntegrityGap = z.object({
  account: z.string(),
  region: z.string(),
  trail: z.string(),
  from: EpochSeconds,
  to: EpochSeconds,
  /** `missing`: a digest that is named is not there. `restart`: logging or validation was off in between. */
  why: z.enum(['missing', 'restart']),
})
export type IntegrityGap = z.infer<typeof IntegrityGap>

const Verdicts = z.record(IntegrityVerdict, Count)

export const IntegritySummary = z.object({
  /** Files with keys, as given; none means that signatures were not checked. */
  keyFiles: z.array(z.object({ path: z.string(), sha256: Sha256, keys: Count })),
  chains: Count,
  digests: Verdicts,
  logs: Verdicts,
  lake: Verdicts,
  /** Digests and logs that reach each level or a higher one. */
  digestsAtLeast: z.record(IntegrityLevel, Count),
  logsAtLeast: z.record(IntegrityLevel, Count),
  gaps: z.array(IntegrityGap),
  /** Nothing is invalid, missing or, with keys given, not authenticated. */
  holds: z.boolean(),
})
export type IntegritySummary = z.infer<typeof IntegritySummary>

/** `problems`: what fails. */
export const INTEGRITY_VIEWS = ['all', 'problems', 'digests', 'logs', 'lake'] as const
export const IntegrityView = z.enum(INTEGRITY_VIEWS)
export type IntegrityView = z.infer<typeof IntegrityView>

export const IntegrityRun = z.object({
  id: z.number().int().positive(),
  at: EpochMs,
  author: z.string(),
  /** Files were added to the case since. */
  outdated: z.boolean(),
  /** Verdicts by view. */
  counts: z.record(IntegrityView, Count),
  /** How many files have each reason, most frequent first. */
  reasons: z.array(z.object({ kind: IntegrityKind, reason: IntegrityReason, files: Count })),
  summary: IntegritySummary,
})
export type IntegrityRun = z.infer<typeof IntegrityRun>

export const IntegrityProgress = z.object({
  what: z.enum(['digests', 'logs']),
  done: Count,
  total: Count,
  current: z.string().nullable(),
})
export type IntegrityProgress = z.infer<typeof IntegrityProgress>
