import { z } from 'zod'
import { Count, EpochSeconds } from './units.ts'

export const COMPARISONS = ['>=', '>', '<', '<='] as const
export const MISSING_DATA = ['missing', 'notBreaching', 'breaching', 'ignore'] as const
export const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const
export const AlarmState = z.enum(ALARM_STATES)
export type AlarmState = z.infer<typeof AlarmState>
export type MissingData = (typeof MISSING_DATA)[number]

/** The longest time that one evaluation may look back, in seconds: CloudWatch allows no more than seven days. */
export const LONGEST_LOOK_BACK = 604_800
export const MOST_PERIODS = 100

/**
 * A CloudWatch alarm with the statistic Sum over a metric filter whose matches count 1 each. `period` is in seconds,
 * in whole minutes, because a metric filter counts by the minute. M (`datapoints`) of N (`evaluationPeriods`) sums
 * must be on the wrong side of the threshold. `defaultValue` is what a minute without a match reports; null: nothing.
 */
export const AlarmSettings = z
  .object({
    period: z.number().int().min(60).max(86_400).multipleOf(60),
    threshold: z.number().min(-1e9).max(1e9),
    comparison: z.enum(COMPARISONS),
    evaluationPeriods: z.number().int().min(1).max(MOST_PERIODS),
    datapoints: z.number().int().min(1).max(MOST_PERIODS),
    missingData: z.enum(MISSING_DATA),
    defaultValue: z.number().min(-1e9).max(1e9).nullable(),
  })
  .refine(({ datapoints, evaluationPeriods }) => datapoints <= evaluationPeriods, {
    message: 'More datapoints than evaluation periods.',
    path: ['datapoints'],
  })
  .refine(({ period, evaluationPeriods }) => period * evaluationPeriods <= LONGEST_LOOK_BACK, {
    message: 'Period times evaluation periods may not be more than seven days.',
    path: ['evaluationPeriods'],
  })
export type AlarmSettings = z.infer<typeof AlarmSettings>

/**
 * Three in five minutes, AWS's own example for failed console sign-ins. Missing data is taken as not breaching, so
 * that an alarm goes back to OK after a burst; CloudWatch's own default is `missing`.
 */
export const USUAL_ALARM: AlarmSettings = {
  period: 300,
  threshold: 3,
  comparison: '>=',
  evaluationPeriods: 1,
  datapoints: 1,
  missingData: 'notBreaching',
  defaultValue: null,
}

/** A change of state that the replay shows. */
export const AlarmTransition = z.object({
  /** The minute edge at which the windows were evaluated; they end just before it. */
  at: EpochSeconds,
  from: AlarmState,
  to: AlarmState,
  /** Sum of the newest period; matches and default values together. */
  sum: z.number(),
  /** True when the newest period had no data at all. */
  missing: z.boolean(),
  /** Row numbers of the matching records in the windows, in order of time; of very many the first. */
  events: z.array(z.number().int()),
  /** All of them. They follow each other among the matches in order of time, from this index on. */
  eventCount: Count,
  firstEvent: Count,
})
export type AlarmTransition = z.infer<typeof AlarmTransition>

export const AlarmReplay = z.object({
  /** The state before the first match. */
  initial: AlarmState,
  transitions: z.array(AlarmTransition),
  transitionCount: Count,
  /** Minutes spent in ALARM between first and last change; an alarm that never ended counts to the last evaluation. */
  alarmMinutes: Count,
  last: AlarmState,
})
export type AlarmReplay = z.infer<typeof AlarmReplay>

/** One column of the chart: some minutes together. */
export const AlarmColumn = z.object({
  at: EpochSeconds,
  /** Matches in these minutes, counted at their own minute. */
  matches: Count,
  /** Highest sum evaluated at an edge in this column; null when every window was without data. */
  sum: z.number().nullable(),
  /** The state that weighs most in this column: ALARM, then INSUFFICIENT_DATA, then OK. */
  state: AlarmState,
})
export const AlarmChart = z.object({
  from: EpochSeconds,
  /** Seconds per column. */
  width: z.number().int().positive(),
  columns: z.array(AlarmColumn),
})
export type AlarmChart = z.infer<typeof AlarmChart>
export type AlarmColumn = z.infer<typeof AlarmColumn>
