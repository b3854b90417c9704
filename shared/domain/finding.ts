import { z } from 'zod'
import { RuleId } from './rule-ids.ts'
import { Count, EpochMs, EpochSeconds, SignInId } from './units.ts'

/**
 * From the worst down. `info` is a hint: a record worth a look, of which the published reading is too weak to be
 * called a finding. Hints are listed apart and neither counted in the badge nor flagged in the timeline.
 */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const
export const Severity = z.enum(SEVERITIES)
export type Severity = z.infer<typeof Severity>

/** What a person concluded. A rule finds, a person concludes. */
export const VERDICTS = ['open', 'accepted', 'dismissed'] as const
export const Verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof Verdict>

export const REASON_MAX = 4000
export const Reason = z.string().trim().max(REASON_MAX)

/** What the rule's findings are grouped by, and so what the subject of a finding is. */
export const GROUPINGS = ['person', 'address', 'account', 'account-region', 'role', 'case'] as const
export const Grouping = z.enum(GROUPINGS)
export type Grouping = z.infer<typeof Grouping>

/** Why a rule could not be asked of this case; null when it was. */
export const Impossible = z.enum(['no-address-data', 'no-trusted-network'])
export type Impossible = z.infer<typeof Impossible>

/** A rule as the window shows it; its words are in `messages/rule-words.ts`. */
export const RuleInfo = z.object({
  id: RuleId,
  severity: Severity,
  attack: z.array(z.string()),
  /** Where the idea was published; null for an idea of this program. */
  source: z.string().nullable(),
  /** Rows of the list of published ideas in the method. */
  impossible: Impossible.nullable(),
  findings: Count,
})
export type RuleInfo = z.infer<typeof RuleInfo>

/** Counted from the sign-in records of a finding. Lists hold the first few; the counts are of all. */
export const FindingFacts = z.object({
  successes: Count,
  failures: Count,
  names: z.array(z.string()),
  nameCount: Count,
  /** Records whose name AWS hides: tries, never names. */
  hidden: Count,
  addresses: z.array(z.string()),
  addressCount: Count,
  accounts: z.array(z.string()),
  accountCount: Count,
  countries: z.array(z.string()),
  agents: z.array(z.string()),
  /** Records that the rule matched; larger than the number kept with the finding only for very large ones. */
  matched: Count,
})
export type FindingFacts = z.infer<typeof FindingFacts>

export const FindingRow = z.object({
  id: z.number().int().positive(),
  rule: RuleId,
  severity: Severity,
  grouping: Grouping,
  /** Name, address, account or role that the finding is about; null when it is about the whole case. */
  subject: z.string().nullable(),
  firstTime: EpochSeconds.nullable(),
  lastTime: EpochSeconds.nullable(),
  events: Count,
  verdict: Verdict,
  /** More records than when it was judged. */
  grown: z.boolean(),
  /** The newest run did not find it again; it is kept because somebody judged it or wrote on it. */
  gone: z.boolean(),
  notes: Count,
})
export type FindingRow = z.infer<typeof FindingRow>

export const Judgement = z.object({
  verdict: Verdict,
  reason: z.string(),
  author: z.string(),
  at: EpochMs,
  /** How many records the finding had then. */
  events: Count,
})
export type Judgement = z.infer<typeof Judgement>

export const FindingNote = z.object({
  id: z.number().int().positive(),
  text: z.string(),
  author: z.string(),
  createdAt: EpochMs,
  changedAt: EpochMs,
  revisions: Count,
  removed: z.boolean(),
})
export type FindingNote = z.infer<typeof FindingNote>

export const FindingDetail = z.object({
  row: FindingRow,
  facts: FindingFacts,
  /** Oldest first. */
  judgements: z.array(Judgement),
  /** Those that were removed included. */
  notes: z.array(FindingNote),
  foundAt: EpochMs,
})
export type FindingDetail = z.infer<typeof FindingDetail>

export const FindingFilter = z.object({
  verdicts: z.array(Verdict),
  severities: z.array(Severity),
  rules: z.array(RuleId),
  /** Only findings that hold this record. */
  signInId: SignInId.nullable(),
})
export type FindingFilter = z.infer<typeof FindingFilter>

export const anyFinding: FindingFilter = { verdicts: [], severities: [], rules: [], signInId: null }

/** The list never holds more; `total` says how many there are. */
export const FINDINGS_AT_MOST = 2000

export const FindingList = z.object({ total: Count, rows: z.array(FindingRow) })
export type FindingList = z.infer<typeof FindingList>

/** Why findings no longer say what the rules would find now. */
export const Outdated = z.enum(['sign-ins', 'rules', 'addresses', 'networks'])
export type Outdated = z.infer<typeof Outdated>

export const DetectionState = z.object({
  /** The newest run; null when the rules were never asked. */
  run: z.object({ at: EpochMs, author: z.string(), signIns: Count }).nullable(),
  outdated: z.array(Outdated),
  /** Findings without hints. */
  open: Count,
  accepted: Count,
  dismissed: Count,
  hints: Count,
  rules: Count,
  /** Federated sign-ins that show no MFA in AWS. Normal, and no finding. */
  federated: Count,
  /** Sign-ins without a readable time, which rules about time cannot place. */
  withoutTime: Count,
  /** Files that could not be read to the end: what they held was not asked. */
  damagedFiles: Count,
  /** Records reach back before CloudTrail recorded failures of root. */
  beforeRootFailures: z.boolean(),
})
export type DetectionState = z.infer<typeof DetectionState>

export const DetectionProgress = z.object({ done: Count, total: Count, findings: Count })
export type DetectionProgress = z.infer<typeof DetectionProgress>

/** The worst open or accepted finding of a row of the timeline, and how many it has; hints do not count. */
export const RowFlag = z.object({ severity: Severity, count: Count })
export type RowFlag = z.infer<typeof RowFlag>
