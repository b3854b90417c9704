import type { AlarmReplay } from '../../shared/domain/alarm.ts'
import type { PatternRun } from '../../shared/domain/pattern.ts'

export const RANGES = ['all', 'day', 'short'] as const
export type RangeName = (typeof RANGES)[number]

/** A part of the time in whole seconds: `from` is in, `to` is not. */
export interface TimeRange {
  readonly from: number
  readonly to: number
}

const LENGTH: Readonly<Record<Exclude<RangeName, 'all'>, number>> = { day: 86_400, short: 7_200 }

/** The time from before the first match to after the last one and the last change; null without a match in time. */
export function wholeRange(run: PatternRun, replay: AlarmReplay, period: number): TimeRange | null {
  if (run.firstTime === null || run.lastTime === null) return null
  const lastChange = replay.transitions.at(-1)?.at ?? run.lastTime
  const margin = Math.max(period, 600)
  return { from: run.firstTime - margin, to: Math.max(run.lastTime, lastChange) + margin + 60 }
}

/** A range of this name around a moment; the whole when it is shorter. */
export function rangeAround(name: RangeName, moment: number, whole: TimeRange): TimeRange {
  if (name === 'all') return whole
  const length = LENGTH[name]
  if (whole.to - whole.from <= length) return whole
  // What leads to a change is worth more room than what follows it.
  const from = Math.min(Math.max(moment - length / 3, whole.from), whole.to - length)
  return { from: Math.floor(from / 60) * 60, to: Math.floor(from / 60) * 60 + length }
}

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400
const STEPS = [
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  182 * DAY,
  365 * DAY,
  1826 * DAY,
  3652 * DAY,
] as const

/** Moments for marks on the time axis, at most `most`, at round times of a zone that is `offset` seconds from UTC. */
export function ticksOf({ from, to }: TimeRange, most: number, offset: number): number[] {
  const step = STEPS.find((one) => (to - from) / one <= most) ?? STEPS[STEPS.length - 1] ?? DAY
  const ticks: number[] = []
  for (let at = Math.ceil((from + offset) / step) * step - offset; at < to; at += step) ticks.push(at)
  return ticks
}

/** Round numbers for the marks of sums, 0 left out, at most `most`. */
export function levelsOf(highest: number, most: number): number[] {
  const raw = highest / most
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1)))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= raw) ?? 10 * power
  const levels: number[] = []
  for (let level = step; level <= highest; level += step) levels.push(level)
  return levels
}
