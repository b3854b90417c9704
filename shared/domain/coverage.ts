import { z } from 'zod'
import { IntegrityGap } from './integrity.ts'
import { GapCause, TrailChange } from './trail-change.ts'
import { Count, EpochSeconds } from './units.ts'

/**
 * What the import holds of one hour (UTC, by time of delivery) or day. A day has the worst state of its hours.
 * `covered`: log files are there. `empty`: a digest says that nothing was delivered. `missing`: digests show that
 * something is not there. `damaged`: a log file is cut off, or its content is not what the digest states.
 * `not-imported`: neither log nor digest; whether anything was delivered is not known.
 */
export const COVERAGE_STATES = ['covered', 'empty', 'missing', 'damaged', 'not-imported'] as const
export const CoverageState = z.enum(COVERAGE_STATES)
export type CoverageState = z.infer<typeof CoverageState>

/** The letter of a state in `CoverageRow.hours`. */
export const COVERAGE_LETTERS: Readonly<Record<CoverageState, string>> = {
  covered: 'c',
  empty: 'e',
  missing: 'm',
  damaged: 'd',
  'not-imported': '-',
}

/** Regions that hold sign-ins of the global endpoint (CloudTrail User Guide, "AWS Management Console sign-in events"). */
export const SIGN_IN_REGIONS = ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2'] as const

export const CoverageRow = z.object({
  account: z.string(),
  region: z.string(),
  /** Without digests, an hour without log files proves nothing. */
  hasDigests: z.boolean(),
  /** One letter for each hour from 00 of the first day of the period on, 24 for each day. */
  hours: z.string(),
  /** Log files delivered on each day of the period. */
  logFiles: z.array(Count),
})
export type CoverageRow = z.infer<typeof CoverageRow>

/** A file that is not as it should be, beside the map. */
export const CoverageFile = z.object({
  /** `missing`: a digest lists it. `damaged`: it is cut off, or not what the digest states. */
  state: z.enum(['missing', 'damaged']),
  /** The S3 key that a digest states, else the path in the import. */
  key: z.string(),
  account: z.string(),
  region: z.string(),
  /** When it was delivered, by its name. */
  at: EpochSeconds,
})
export type CoverageFile = z.infer<typeof CoverageFile>

/** So many files are named at the most; `missingFiles` and `damagedFiles` count all. */
export const COVERAGE_FILES_AT_MOST = 20_000

export const Coverage = z.object({
  /** First and last day, UTC; null when the import holds neither logs nor digests by their names. */
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  rows: z.array(CoverageRow),
  /** Hours by state, over all rows. */
  hours: z.record(CoverageState, Count),
  logFiles: Count,
  digestFiles: Count,
  /** Logs that a digest lists and that are not in the import. */
  missingFiles: Count,
  damagedFiles: Count,
  /** Both, by time. */
  files: z.array(CoverageFile),
  /** Digests that could not be read again, or not be understood: what they cover is not on the map. */
  unreadDigests: Count,
  /** Files with sign-ins whose name says neither region nor time of delivery: they are not on the map. */
  unplacedFiles: Count,
  gaps: z.array(IntegrityGap),
  /** One for each of `gaps`, in their order. */
  gapCauses: z.array(GapCause),
  /** Records of changes of trails by time: all that are linked to a gap, of the others only so many. */
  trailChanges: z.array(TrailChange),
  /** All of them. */
  trailChangeCount: Count,
  /** `without`: accounts of the case of which nothing of a region is there, though of others there is. */
  signInRegions: z.array(
    z.object({ region: z.string(), present: z.boolean(), without: z.array(z.string()) }),
  ),
  /** Over the sign-in records of the case. */
  firstEvent: EpochSeconds.nullable(),
  lastEvent: EpochSeconds.nullable(),
  /**
   * Seconds from a sign-in to the minute in the name of its log file; names have whole minutes. `records` counts the
   * places where one stands: a record in two files was measured twice.
   */
  delay: z.object({ records: Count, median: z.number(), p95: z.number(), longest: z.number() }).nullable(),
})
export type Coverage = z.infer<typeof Coverage>
