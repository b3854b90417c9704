import type { AddressFacts } from '../../../shared/domain/address.ts'
import type { CaseDetails } from '../../../shared/domain/case.ts'
import type { CustodyEntry } from '../../../shared/domain/custody.ts'
import type { DetectionState, FindingDetail } from '../../../shared/domain/finding.ts'
import type { IntegrityRun } from '../../../shared/domain/integrity.ts'
import type { NoteRevision } from '../../../shared/domain/note.ts'
import type { ProgramFiles } from '../../../shared/domain/program.ts'
import type { ReportOptions } from '../../../shared/domain/report.ts'
import type { RuleId } from '../../../shared/domain/rule-ids.ts'
import type { MfaState, Outcome, PrincipalKind, SignInRow } from '../../../shared/domain/sign-in.ts'
import type { SourceRow, SourceStatus } from '../../../shared/domain/source.ts'
import type { GapCause, TrailChange } from '../../../shared/domain/trail-change.ts'
import type { EpochMs, EpochSeconds } from '../../../shared/domain/units.ts'
import type { WorkPaper } from '../../../shared/domain/work-paper.ts'
import type { SeenPlace } from '../timeline/detail.ts'
import type { ToolInfo } from '../tool.ts'
import type { CoverageFacts, LimitFacts, ReportIntegrity, ReportRevision } from './archive-facts.ts'

/**
 * Everything a report says, as plain data: no clock, no randomness, everything in a fixed order. The same case,
 * options and tool give the same model.
 */
export interface ReportModel {
  /** Stands in every footer, for example `TC-IR-2024-017-20240917T010000Z`. */
  readonly reportId: string
  readonly options: ReportOptions
  readonly tool: ToolInfo
  /** The files of the program that made this. */
  readonly program: ProgramFiles
  readonly details: CaseDetails
  readonly caseCreatedAt: EpochMs
  readonly manifest: ManifestFacts
  readonly sources: readonly ReportSource[]
  readonly sums: ReportSums
  readonly zone: ZoneFacts
  readonly rows: readonly ReportRow[]
  readonly summary: SummaryFacts
  /** Data sets in which the addresses of the case were looked up; null when they were not. */
  readonly addressData: string | null
  readonly exhibits: readonly Exhibit[]
  /** Event IDs that were chosen as exhibits and are not in the case. */
  readonly exhibitsNotFound: readonly string[]
  /** Notes on events that stand in the case, printed or not. */
  readonly notesInCase: number
  /** Over the whole case, as are the records of root by outcome. */
  readonly accounts: readonly Tally[]
  readonly root: Readonly<Record<Outcome, number>>
  readonly integrity: ReportIntegrity
  readonly coverage: CoverageFacts
  /** Calls that changed whether and what a trail records, in order of time. */
  readonly trailChanges: readonly (TrailChange & { readonly item: number | null })[]
  /** What explains the gaps of the last validation, one for each, in their order. */
  readonly gapCauses: readonly GapCause[]
  readonly limits: LimitFacts
  readonly revisions: readonly ReportRevision[]
  readonly findings: ReportFindings
  readonly custody: ReportCustody
  /** The auditor's work paper, which is then all that is printed; null for the evidence report. */
  readonly workPaper: PaperFacts | null
  /** SHA-256 of all of the above; the document's ID is made from it. */
  readonly contentHash: string
}

export interface PaperFacts {
  readonly paper: WorkPaper
  /** The last validation of the log files; null when there was none. */
  readonly integrity: IntegrityRun | null
}

export interface ManifestFacts {
  /** SHA-256 of the list of sources in the format of `sha256sum`. */
  readonly sha256: string
  /** Lines of that list. */
  readonly files: number
  /** Sources that have no hash, because their bytes could not be read. */
  readonly unhashed: number
}

/** A source with its number in this report: `I-1` and so on, in order of path. */
export interface ReportSource extends Omit<SourceRow, 'status'> {
  readonly item: number
  /** `reading`: an import was cut off in this file. */
  readonly status: SourceStatus | 'reading'
}

export interface ReportSums {
  /** Files by what became of them; they add up to `found`. */
  readonly found: number
  readonly read: number
  readonly partial: number
  readonly skipped: number
  readonly failed: number
  readonly reading: number
  readonly bytes: number
  /** Records of all files read or partly read; `signIns` of them are sign-in records. */
  readonly records: number
  readonly signIns: number
  /** `signIns = indexed + duplicates + conflicts`. */
  readonly indexed: number
  readonly duplicates: number
  readonly conflicts: number
  /** Counted again in the case: rows and places where a record was seen. */
  readonly storedRows: number
  readonly storedSightings: number
  /** Rows of the whole case by outcome, whatever the filter. */
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Rows of the case whose event time is missing or unreadable. */
  readonly withoutTime: number
  readonly first: EpochSeconds | null
  readonly last: EpochSeconds | null
  /** Rows that stand only in files that plain tools do not read whole: damaged, inside an archive, of another form. */
  readonly outOfReach: number
  /** Regions that hold a sign-in record, and how many each. */
  readonly regions: readonly Tally[]
}

export interface Tally {
  readonly name: string | null
  readonly count: number
}

/** What the report's zone showed during the period. */
export interface ZoneFacts {
  readonly zone: string
  readonly offsets: readonly OffsetSpan[]
}

/** Listed records that stand under one offset, first to last. */
export interface OffsetSpan {
  readonly offset: string
  readonly count: number
  readonly first: EpochSeconds
  readonly last: EpochSeconds
}

/** One line of the list of sign-ins. */
export interface ReportRow {
  readonly id: number
  readonly time: EpochSeconds | null
  readonly timeText: string | null
  readonly outcome: Outcome
  readonly kind: PrincipalKind
  readonly name: string | null
  readonly event: string | null
  readonly ip: string | null
  readonly region: string | null
  readonly account: string | null
  readonly mfa: MfaState
  readonly conflict: boolean
  readonly exhibit: number | null
}

export interface SummaryFacts {
  readonly listed: number
  /** All sign-in records of the case; larger than `listed` when a filter is set. */
  readonly inCase: number
  readonly first: EpochSeconds | null
  readonly last: EpochSeconds | null
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly mfa: Readonly<Record<MfaState, number>>
  readonly events: readonly EventTally[]
  readonly principals: readonly PrincipalTally[]
  /** Distinct IP addresses; AWS services and `AWS Internal` are not addresses. */
  readonly addresses: number
  readonly withoutAddress: number
  /** Failures whose name AWS hides. */
  readonly hiddenFailures: number
  readonly root: Readonly<Record<Outcome, number>>
  /** Successes whose record states that MFA was not used; `shown` are the first of them. */
  readonly withoutMfa: { readonly count: number; readonly shown: readonly NumberedSignIn[] }
}

export interface EventTally {
  readonly name: string | null
  readonly source: string | null
  readonly counts: Readonly<Record<Outcome, number>>
}

export interface PrincipalTally {
  readonly kind: PrincipalKind
  /** Null for hidden and missing names, which are never one person. */
  readonly name: string | null
  readonly counts: Readonly<Record<Outcome, number>>
  readonly first: EpochSeconds | null
  readonly last: EpochSeconds | null
}

export interface NumberedSignIn {
  readonly row: SignInRow
  readonly exhibit: number | null
}

/** An event with notes that stand, and all that is needed to find it again. */
export interface Exhibit {
  readonly number: number
  readonly row: SignInRow
  readonly factors: string | null
  /** What data sets say of the address; null when it was not looked up. */
  readonly address: AddressFacts | null
  readonly lines: readonly RecordLine[]
  /** False when the record could not be laid out in lines and is printed as it stands. */
  readonly laidOut: boolean
  readonly rawBytes: number
  readonly rawSha256: string
  readonly rawIsUtf8: boolean
  readonly places: readonly ExhibitPlace[]
  /** Other rows with the same event ID and different content. */
  readonly conflicts: number
  readonly notes: readonly ExhibitNote[]
}

/** A file of an archive that lies on the disk itself. */
export interface PlaceArchive {
  readonly format: 'zip' | 'tar'
  readonly shownPath: string
  readonly member: string
}

/** Where the record of an exhibit stands. */
export interface ExhibitPlace extends SeenPlace {
  readonly item: number
  /** Null for a file on the disk; `deeper` for one in an archive in an archive. */
  readonly archive: PlaceArchive | 'deeper' | null
}

/** A line of the record laid out for reading. `cites` is the letter of what the line proves. */
export interface RecordLine {
  readonly indent: number
  readonly text: string
  readonly cites: Citation | null
}

/** who, when, from where, with what result, with which second factor. */
export const CITATIONS = ['a', 'b', 'c', 'd', 'e'] as const
export type Citation = (typeof CITATIONS)[number]

/** What the rules found in the newest run, and in earlier ones where somebody judged it. */
export interface ReportFindings {
  readonly run: DetectionState['run']
  /** The case has changed since. */
  readonly outdated: boolean
  readonly rules: number
  /** Of the rules as data: which set it was. */
  readonly rulesSha256: string
  readonly asked: readonly RuleId[]
  readonly notAsked: readonly RuleId[]
  readonly hints: number
  /** Findings beyond those that a list holds. */
  readonly left: number
  readonly findings: readonly ReportFinding[]
}

export interface ReportFinding extends Pick<FindingDetail, 'row' | 'facts' | 'judgements' | 'notes'> {
  readonly attack: readonly string[]
  readonly source: string | null
  /** All records, or the first and the last of them in equal number. */
  readonly events: readonly FindingEvent[]
}

/** A record of a finding, and one place where it is; null when its file is being read again. */
export interface FindingEvent {
  readonly row: SignInRow
  readonly exhibit: number | null
  readonly place: {
    readonly item: number
    readonly recordNumber: number
    readonly byteStart: number
    readonly byteEnd: number
  } | null
}

export interface ExhibitNote {
  readonly id: number
  readonly removed: boolean
  readonly revisions: readonly NoteRevision[]
}

export interface ReportCustody {
  readonly entries: readonly CustodyEntry[]
  readonly intact: boolean
  readonly firstBroken: number | null
  /** Hash of the last entry printed. */
  readonly head: string | null
  /** The first printed entry that is dated before the one before it. */
  readonly clockBack: number | null
}
