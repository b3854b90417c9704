import { z } from 'zod'
import { SignInFilter } from './filter.ts'
import { SignInRow } from './sign-in.ts'
import { Bytes, Count, EpochSeconds, Language, Sha256, ZoneName } from './units.ts'
import { PaperSettings } from './work-paper.ts'

export const EXPORT_FORMATS = ['pdf', 'html', 'csv', 'jsonl'] as const
export const ExportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof ExportFormat>

/** `report` is the evidence report; `work-paper` the auditor's. */
export const REPORT_VARIANTS = ['report', 'work-paper'] as const
export const ReportVariant = z.enum(REPORT_VARIANTS)
export type ReportVariant = z.infer<typeof ReportVariant>

/**
 * The chapters in order. Some are there only when they were chosen; the annex only where there are many files. The
 * glossary has no number, the annex a letter.
 */
export const REPORT_CHAPTERS = [
  'summary',
  'scope',
  'items',
  'integrity',
  'completeness',
  'time',
  'sign-ins',
  'findings',
  'readings',
  'exhibits',
  'limits',
  'method',
  'custody',
  'tools',
  'repeat',
  'certification',
  'control',
  'glossary',
  'annex',
] as const
export type ReportChapter = (typeof REPORT_CHAPTERS)[number]

/** Chapters that may be left out, in the order of the report. The report names those that were. */
export const OPTIONAL_CHAPTERS = [
  'sign-ins',
  'findings',
  'readings',
  'exhibits',
  'custody',
  'repeat',
  'glossary',
] as const
export const OptionalChapter = z.enum(OPTIONAL_CHAPTERS)
export type OptionalChapter = z.infer<typeof OptionalChapter>

/**
 * Which records are printed as exhibits: those with a note that stands, those and the ones printed under findings,
 * or those of `exhibitEvents`.
 */
export const EXHIBIT_CHOICES = ['noted', 'cited', 'chosen'] as const
export const ExhibitChoice = z.enum(EXHIBIT_CHOICES)
export type ExhibitChoice = z.infer<typeof ExhibitChoice>

const FreeText = z.string().max(20_000)

/** What whoever issues a report decides about its content. */
export const ReportChoices = z.object({
  variant: ReportVariant,
  leaveOut: z.array(OptionalChapter),
  exhibits: ExhibitChoice,
  /** Event IDs, for `chosen`. */
  exhibitEvents: z.array(z.string().max(200)).max(2000),
  /** Whether an exhibit prints its record; hash and place in the file are always printed. */
  rawBytes: z.boolean(),
  /** Text to support a certification under US FRE 902(13) and (14), for counsel to review. */
  certification: z.boolean(),
  /** Printed on the cover and on every page, such as `Confidential`. */
  classification: z.string().max(120),
  /** The examiner's own words; empty where there are none. */
  scope: FreeText,
  interpretation: FreeText,
  alternatives: FreeText,
})
export type ReportChoices = z.infer<typeof ReportChoices>

/** Every chapter, nothing added: what is printed when nobody chooses. */
export const plainReport: ReportChoices = {
  variant: 'report',
  leaveOut: [],
  exhibits: 'noted',
  exhibitEvents: [],
  rawBytes: true,
  certification: false,
  classification: '',
  scope: '',
  interpretation: '',
  alternatives: '',
}

/** What goes into a report. The same case, options and moment give the same bytes. */
export const ReportOptions = ReportChoices.extend({
  language: Language,
  /** Printed beside UTC. */
  zone: ZoneName,
  /** Which sign-ins are listed. Notes and exhibits are chosen apart from it. */
  filter: SignInFilter,
  /** The moment of issue. It must not lie before the last change of the case. */
  issuedAt: EpochSeconds,
  /** What the variant `work-paper` tests and draws. */
  workPaper: PaperSettings.optional(),
})
export type ReportOptions = z.infer<typeof ReportOptions>

/** What was chosen for the report of a case, kept with it; null: as the window is set. */
export const KeptReport = ReportChoices.extend({ language: Language.nullable(), zone: ZoneName.nullable() })
export type KeptReport = z.infer<typeof KeptReport>

/** A record that can be an exhibit, and why it is offered. */
export const ExhibitCandidate = z.object({ row: SignInRow, noted: z.boolean(), found: z.boolean() })
export type ExhibitCandidate = z.infer<typeof ExhibitCandidate>

/** So many are offered one by one; the command line takes any event ID. */
export const CANDIDATES_AT_MOST = 500

/** A file that was written for others, as named in the custody log. */
export const WrittenFile = z.object({
  path: z.string(),
  format: ExportFormat.or(z.literal('ledger-csv')),
  bytes: Bytes,
  sha256: Sha256,
  /** Sign-ins in it. */
  rows: Count,
  /** Pages, for a PDF. */
  pages: Count.nullable(),
})
export type WrittenFile = z.infer<typeof WrittenFile>

export const REPORT_STEPS = ['collecting', 'laying-out', 'writing'] as const
/** What `done` and `total` count; the total is 0 while it is not known. */
export const REPORT_UNITS = ['pages', 'sign-ins', 'bytes'] as const
export const ReportProgress = z.object({
  step: z.enum(REPORT_STEPS),
  unit: z.enum(REPORT_UNITS),
  done: Count,
  total: Count,
})
export type ReportProgress = z.infer<typeof ReportProgress>

/** A preview and a file can be made at the same time. */
export const ReportMaking = ReportProgress.extend({ of: z.enum(['preview', 'file']) })
