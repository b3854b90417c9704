import { z } from 'zod'
import { BurstRule } from './burst.ts'
import { OfficeHours } from './office-hours.ts'
import { MfaState, Outcome, PrincipalKind } from './sign-in.ts'
import { isKnownZone } from './time.ts'
import { Bytes, Count, EpochMs, EpochSeconds, SignInId, ZoneName } from './units.ts'

/** The tests of the work paper, in its order. */
export const PAPER_TESTS = [
  'root',
  'no-mfa',
  'outside-networks',
  'outside-hours',
  'dormant',
  'failure-bursts',
  'role-switches',
] as const
export const PaperTest = z.enum(PAPER_TESTS)
export type PaperTest = z.infer<typeof PaperTest>

/** So many records can be in one sample. */
export const SAMPLE_AT_MOST = 5000

export const SamplePlan = z.object({
  /** `records`: so many of them; `percent`: so much of the population, rounded up. */
  size: z.enum(['records', 'percent']),
  amount: z.number().int().min(1).max(SAMPLE_AT_MOST),
  /** Printed, so that somebody else draws the same records. No line ends, which a shell would lose. */
  seed: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u),
  /** Drawn from each outcome by its share. */
  byOutcome: z.boolean(),
})
export type SamplePlan = z.infer<typeof SamplePlan>

/** What is tested and how; all of it is printed. */
export const PaperSettings = z
  .object({
    /** The organisation's zone: office hours and days are those of its clock. */
    zone: ZoneName.refine(isKnownZone),
    /** Inclusive. */
    from: EpochSeconds,
    /** Exclusive. */
    to: EpochSeconds,
    officeHours: OfficeHours,
    /** Without a sign-in for so many days, an account is dormant. */
    dormantDays: z.number().int().min(1).max(3650),
    bursts: BurstRule,
    sample: SamplePlan,
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'the period must end after it begins' })
export type PaperSettings = z.infer<typeof PaperSettings>

/** Why a test cannot be answered from the case. */
export const PAPER_REASONS = ['no-trusted-networks', 'nothing-to-examine'] as const
export const PaperReason = z.enum(PAPER_REASONS)
export type PaperReason = z.infer<typeof PaperReason>

/** Why records are counted apart: neither exceptions nor examined and fine. */
export const APART_REASONS = [
  'mfa-not-visible',
  'mfa-not-stated',
  'no-address',
  'no-name',
  'archive-too-short',
  'failed',
] as const
export const ApartReason = z.enum(APART_REASONS)
export type ApartReason = z.infer<typeof ApartReason>

/** What of a record is printed in the work paper. */
export const PaperRow = z.object({
  id: SignInId,
  eventId: z.string().nullable(),
  time: EpochSeconds,
  eventName: z.string().nullable(),
  outcome: Outcome,
  mfa: MfaState,
  kind: PrincipalKind,
  name: z.string().nullable(),
  sourceIp: z.string().nullable(),
  region: z.string().nullable(),
  account: z.string().nullable(),
  switchedFrom: z.string().nullable(),
  arn: z.string().nullable(),
  /** Notes of the case that stand on the record. */
  notes: z.array(z.string()),
})
export type PaperRow = z.infer<typeof PaperRow>

/** A run of failures; the exception is about all of them, its row is the first. */
export const PaperBurst = z.object({
  count: Count,
  lastTime: EpochSeconds,
  names: Count,
  hidden: Count,
  /** Successes from the same address during the run and up to the rule's gap after it. */
  successes: Count,
})
export type PaperBurst = z.infer<typeof PaperBurst>

export const PaperException = z.object({
  /** From 1 within the test, in order of time. */
  number: z.number().int().positive(),
  row: PaperRow,
  burst: PaperBurst.nullable(),
  /** Of a dormant account: its last success before this one; null when the case has none. */
  lastBefore: EpochSeconds.nullable(),
})
export type PaperException = z.infer<typeof PaperException>

/** So many exceptions of each test are listed in the window. */
export const PAPER_LISTED = 200

export const PaperResult = z.object({
  test: PaperTest,
  /** Null when the test was answered. */
  reason: PaperReason.nullable(),
  examined: Count,
  /** All of them; `listed` may hold the first only. */
  exceptions: Count,
  apart: z.array(z.object({ why: ApartReason, count: Count })),
  listed: z.array(PaperException),
  /** Finds the exceptions with `trailcase list --where`; null where the language cannot ask it. */
  query: z.string().nullable(),
  /** Finds the exceptions with `trailcase sql` or any SQLite tool; null where SQL cannot ask it. */
  sql: z.string().nullable(),
})
export type PaperResult = z.infer<typeof PaperResult>

/** What an examiner concludes of a sampled record. */
export const SAMPLE_RESULTS = ['not-tested', 'pass', 'exception'] as const
export const SampleResult = z.enum(SAMPLE_RESULTS)
export type SampleResult = z.infer<typeof SampleResult>

export const Remark = z.string().max(4000)

export const SampleJudgement = z.object({
  signInId: SignInId,
  result: SampleResult,
  remark: z.string(),
  author: z.string(),
  at: EpochMs,
})
export type SampleJudgement = z.infer<typeof SampleJudgement>

/** A sampled record, where it stands in the files, and what was concluded of it; judgements in order of time. */
export const SampleItem = z.object({
  number: z.number().int().positive(),
  row: PaperRow,
  key: z.string(),
  /** SHA-256 of `seed:key`, by which the order was drawn. */
  drawHash: z.string(),
  place: z
    .object({
      path: z.string(),
      fileSha256: z.string().nullable(),
      recordNumber: Count,
      byteStart: Bytes,
      byteEnd: Bytes,
      /** Places where copies of it were seen, this one included. */
      places: Count,
    })
    .nullable(),
  judgements: z.array(SampleJudgement),
})
export type SampleItem = z.infer<typeof SampleItem>

export const PaperSample = z.object({
  /** By outcome when drawn so; else one with a null outcome. */
  strata: z.array(
    z.object({
      outcome: Outcome.nullable(),
      population: Count,
      drawn: Count,
      /** Writes the key of each of its records on a line, in any SQLite tool. */
      sql: z.string(),
    }),
  ),
  /** In the order of drawing, stratum by stratum. */
  items: z.array(SampleItem),
})
export type PaperSample = z.infer<typeof PaperSample>

/** What the tests are asked of. */
export const PaperPopulation = z.object({
  /** Sign-in records with a time in the period. */
  inPeriod: Count,
  before: Count,
  after: Count,
  /** Records without a readable time are in no period. */
  withoutTime: Count,
  outcomes: z.record(Outcome, Count),
  /** First and last of the case, whatever the period. */
  archiveFirst: EpochSeconds.nullable(),
  archiveLast: EpochSeconds.nullable(),
  /** Stretches of the period under one offset of the zone. */
  offsets: z.array(z.object({ from: EpochSeconds, to: EpochSeconds, seconds: z.number().int() })),
  /** Networks that the case trusts, as of now. */
  trusted: z.array(z.object({ cidr: z.string(), label: z.string() })),
})
export type PaperPopulation = z.infer<typeof PaperPopulation>

export const WorkPaper = z.object({
  settings: PaperSettings,
  population: PaperPopulation,
  results: z.array(PaperResult),
  sample: PaperSample,
})
export type WorkPaper = z.infer<typeof WorkPaper>
