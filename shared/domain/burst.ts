import { z } from 'zod'
import { MfaState } from './sign-in.ts'
import { Count, EpochSeconds, SignInId } from './units.ts'

/**
 * When failures are one burst: the same source address, each failure at most `gapMinutes` after the one before, at
 * least `atLeast` of them. An address is an IP address: `AWS Internal` and service names are many callers.
 */
export const BurstRule = z.object({
  gapMinutes: z.number().int().min(1).max(1440),
  atLeast: z.number().int().min(2).max(1000),
})
export type BurstRule = z.infer<typeof BurstRule>

export const usualBurstRule: BurstRule = { gapMinutes: 2, atLeast: 5 }

/** Bars of a sparkline. */
export const SPARK_STEPS = 20

/** A success from the address of a burst. */
export const BurstSuccess = z.object({
  id: SignInId,
  eventTime: EpochSeconds,
  /** Between the first and the last failure, or at most the rule's gap after the last. */
  when: z.enum(['within', 'after']),
  /** Index in the view; null when the filter hides it. */
  index: Count.nullable(),
})
export type BurstSuccess = z.infer<typeof BurstSuccess>

/** Failures that belong together, all of them rows of the view. */
export const Burst = z.object({
  sourceIp: z.string(),
  /** Index in the view of the first failure; the burst's line stands there. */
  lead: Count,
  count: Count,
  firstTime: EpochSeconds,
  lastTime: EpochSeconds,
  /** Different stated names; hidden ones are not among them. */
  names: Count,
  /** Tries whose name AWS hides: how many names that is cannot be told. */
  hidden: Count,
  /** Failures in `SPARK_STEPS` equal steps of time from first to last. */
  spark: z.array(Count),
  /** Indexes of the failures as `start, length` pairs, in order. */
  ranges: z.array(Count),
  /** What all its failures state alike; null where they differ or one does not state it. */
  shared: z.object({
    mfa: MfaState.nullable(),
    region: z.string().nullable(),
    browser: z.string().nullable(),
    system: z.string().nullable(),
  }),
  /** All successes from the address during the burst and shortly after; `successes` are the first of them. */
  successCount: Count,
  successes: z.array(BurstSuccess),
})
export type Burst = z.infer<typeof Burst>
