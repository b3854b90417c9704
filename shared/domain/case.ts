import { z } from 'zod'
import { Count, EpochMs, EpochSeconds } from './units.ts'

const line = z.string().trim().max(500)
const text = z.string().trim().max(4000)

/** What people write about a case. Every field may stay empty; an empty field is printed as "not stated". */
export const CaseDetails = z.object({
  caseNumber: line,
  title: line,
  examiner: line,
  /** What the examiner is in this matter, and what makes them able to examine; their own words, never derived. */
  examinerRole: line,
  examinerQualification: line,
  reviewer: line,
  organisation: line,
  requestedBy: line,
  question: text,
  /** From whom the evidence came, when and how, and through whose hands. */
  received: text,
})
export type CaseDetails = z.infer<typeof CaseDetails>

export const emptyCaseDetails: CaseDetails = {
  caseNumber: '',
  title: '',
  examiner: '',
  examinerRole: '',
  examinerQualification: '',
  reviewer: '',
  organisation: '',
  requestedBy: '',
  question: '',
  received: '',
}

/** The open case, as the top bar and the welcome screen need it. */
export const CaseSummary = z.object({
  path: z.string(),
  details: CaseDetails,
  createdAt: EpochMs,
  /** Files met, whatever became of them. */
  sources: Count,
  /** Records read in all files that were read or partly read. */
  records: Count,
  /** Rows of the timeline: distinct sign-in records. */
  signIns: Count,
  notes: Count,
  /** Files that were damaged, skipped or failed. */
  needLook: Count,
  /** Files of which an earlier version of this program said what they hold; this one may read more in them. */
  readBefore: Count,
  firstTime: EpochSeconds.nullable(),
  lastTime: EpochSeconds.nullable(),
  custody: z.object({ entries: Count, intact: z.boolean() }),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** A case that was open once, kept by the window's own settings, never in the case file. */
export const RecentCase = z.object({
  path: z.string(),
  caseNumber: z.string(),
  title: z.string(),
  signIns: Count,
  firstTime: EpochSeconds.nullable(),
  lastTime: EpochSeconds.nullable(),
  openedAt: EpochMs,
  /** False when nothing is at `path` now, for example because a drive is not connected. */
  present: z.boolean(),
})
export type RecentCase = z.infer<typeof RecentCase>
