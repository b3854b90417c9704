import type { Coverage } from '../../../shared/domain/coverage.ts'
import type { IntegrityCheck, IntegrityReason, IntegrityRun } from '../../../shared/domain/integrity.ts'
import type { EpochMs, EpochSeconds } from '../../../shared/domain/units.ts'

/** The result of the last validation of log files with digest files. */
export interface ReportIntegrity {
  /** Null when the program was never asked to validate this case. */
  readonly run: IntegrityRun | null
  /** Files that fail, the first of `failingTotal`, without those of `unlisted`. */
  readonly failing: readonly IntegrityCheck[]
  readonly failingTotal: number
  /** Sources of log files with which nothing else is the matter than that no digest file lists them. */
  readonly unlisted: readonly number[]
  /** Of files that do not fail: what could not be checked, or is worth knowing. */
  readonly reasons: readonly ReasonTally[]
}

export interface ReasonTally extends Pick<IntegrityCheck, 'kind' | 'verdict'> {
  readonly reason: IntegrityReason
  readonly count: number
}

/** What names of files and the ledger say of what was delivered. */
export interface CoverageFacts {
  readonly placed: readonly DeliveredPlace[]
  /** Files with sign-ins whose name says neither region nor time of delivery. */
  readonly unplaced: number
  /** Regions of the sign-in service from which there is neither a log file nor a sign-in record. */
  readonly absent: readonly string[]
  /** Every account of a log file or a sign-in record, with those of these regions that it lacks. */
  readonly byAccount: readonly { readonly account: string; readonly regions: readonly string[] }[]
  /** Accounts that lack more of these regions than the whole case does, with all that they lack. */
  readonly absentOfAccounts: readonly { readonly account: string; readonly regions: readonly string[] }[]
  readonly delay: Coverage['delay']
}

export interface DeliveredPlace {
  readonly account: string
  readonly region: string
  readonly logs: number
  readonly digests: number
  /** Minutes of delivery; null when there are only digests. */
  readonly first: EpochSeconds | null
  readonly last: EpochSeconds | null
  /** Days (UTC) with a log file, of so many from the first to the last. */
  readonly days: number
  readonly span: number
}

/** Counts over the whole case, from which the limits that apply to it follow. */
export interface LimitFacts {
  readonly hidden: number
  readonly federated: number
  readonly failedWithoutMfa: number
  readonly conflicts: number
  readonly withoutTime: number
  /** Records of a time in which failed sign-ins of root were not recorded. */
  readonly beforeRootFailures: number
  readonly outcomeNotStated: number
  readonly withAddress: number
  /** Successful sign-ins to the console, of whose end there is no record. */
  readonly consoleSessions: number
  /** Files of which an earlier version of the program said what they hold. */
  readonly readBefore: number
  readonly eventNames: readonly { readonly name: string; readonly count: number }[]
}

/** A report of this case that was handed over before. Null where its entry does not say. */
export interface ReportRevision {
  /** Number of the entry of the custody log. */
  readonly entry: number
  readonly at: EpochMs
  readonly actor: string
  readonly format: string
  readonly issuedAt: EpochSeconds | null
  readonly name: string | null
  readonly sha256: string | null
  readonly variant: string | null
  readonly language: string | null
}
