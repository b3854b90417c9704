import { z } from 'zod'
import { SignInFilter } from './filter.ts'
import { Bytes, Count, EpochSeconds, Language, Sha256, ZoneName } from './units.ts'

export const EXPORT_FORMATS = ['pdf', 'csv', 'jsonl'] as const
export const ExportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof ExportFormat>

/** What goes into a report. The same case, options and moment give the same bytes. */
export const ReportOptions = z.object({
  language: Language,
  /** Printed beside UTC. */
  zone: ZoneName,
  /** Which sign-ins are listed. Notes and their exhibits are always all of the case's. */
  filter: SignInFilter,
  /** The moment of issue. It must not lie before the last change of the case. */
  issuedAt: EpochSeconds,
})
export type ReportOptions = z.infer<typeof ReportOptions>

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
export const ReportProgress = z.object({ step: z.enum(REPORT_STEPS), done: Count, total: Count })
export type ReportProgress = z.infer<typeof ReportProgress>
