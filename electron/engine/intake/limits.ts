/** What one file may cost. Beyond a limit reading stops there, in words, and what came before is kept. */
export interface IntakeLimits {
  /** Set when the user asked for more than usual: what was cut off before is then read again. */
  readonly raised: boolean
  /** Unpacked bytes of one file. */
  readonly maxContentBytes: number
  /** Unpacked bytes per packed byte, looked at once `ratioFromBytes` have come out. */
  readonly maxRatio: number
  readonly ratioFromBytes: number
  readonly maxRecordBytes: number
  /** Objects and lists inside each other, within one record. */
  readonly maxDepth: number
}

const MIB = 1024 * 1024

/**
 * CloudTrail caps an event at 256 KB and a log at about 50 MB; real logs shrink 5 to 30 times. The limits leave
 * room for merged files and stop what was made to fill a disk.
 */
export const DEFAULT_LIMITS: IntakeLimits = {
  raised: false,
  maxContentBytes: 64 * 1024 * MIB,
  maxRatio: 400,
  ratioFromBytes: 256 * MIB,
  maxRecordBytes: 64 * MIB,
  maxDepth: 2000,
}

/**
 * For a user who knows the evidence: sixteen times as much of everything. gzip cannot reach a ratio of 1,100, so that
 * limit is off.
 */
export const RAISED_LIMITS: IntakeLimits = {
  raised: true,
  maxContentBytes: 1024 * 1024 * MIB,
  maxRatio: 1100,
  ratioFromBytes: 256 * MIB,
  maxRecordBytes: 512 * MIB,
  maxDepth: 32_000,
}
