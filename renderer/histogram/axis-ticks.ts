import { barStarts } from '../../shared/domain/bar-times.ts'
import type { BarWidth } from '../../shared/domain/query.ts'
import { readClock } from '../../shared/domain/time.ts'
import type { EpochSeconds, Language, ZoneName } from '../../shared/domain/units.ts'
import type { TimeSpan } from './shown-range.ts'

export interface AxisStep {
  readonly width: BarWidth
  /** Every how many of them there is a mark. */
  readonly every: number
  /** Seconds, rough for those of the calendar. */
  readonly seconds: number
}

const step = (width: BarWidth, unit: number, ...every: readonly number[]): AxisStep[] =>
  every.map((count) => ({ width, every: count, seconds: unit * count }))

const STEPS: readonly AxisStep[] = [
  ...step('1m', 60, 1, 2),
  ...step('5m', 300, 1, 2, 6),
  ...step('1h', 3600, 1, 2, 3),
  ...step('6h', 21_600, 1, 2),
  ...step('1d', 86_400, 1, 2),
  ...step('1w', 604_800, 1, 2),
  ...step('1mo', 2_629_800, 1, 2, 3, 6),
  ...step('1y', 31_557_600, 1, 2, 5, 10, 50),
]

/** The finest step of which no more than `most` marks fall into a span. */
export function axisStep({ from, to }: TimeSpan, most: number): AxisStep {
  const last = STEPS[STEPS.length - 1] ?? { width: '1y', every: 50, seconds: 1 }
  return STEPS.find(({ seconds }) => (to - from) / seconds <= most) ?? last
}

/** Moments for marks, at round times and dates of the clock of a zone, also where that clock is moved. */
export function axisTicks(span: TimeSpan, { width, every }: AxisStep, zone: ZoneName): EpochSeconds[] {
  return barStarts(span.from, span.to, width, zone).filter(
    (at, index) =>
      at >= span.from && at < span.to && (every === 1 || numberOf(at, width, zone, index) % every === 0),
  )
}

/** The number of a bar in its hour, day or year, so that every second one is the same in every view. */
function numberOf(at: EpochSeconds, width: BarWidth, zone: ZoneName, index: number): number {
  const { date, time } = readClock(at, zone)
  const [year = 0, month = 1] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  switch (width) {
    case '1m':
      return minute
    case '5m':
      return minute / 5
    case '15m':
      return minute / 15
    case '1h':
      return hour
    case '6h':
      return Math.round(hour / 6)
    case '1d':
    case '1w':
      return index
    case '1mo':
      return month - 1
    case '1y':
      return year
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

export interface TickWords {
  /** Set strong; empty where the date is that of the mark before. */
  readonly date: string
  readonly time: string
}

/** A mark in words: the date where it changes, the time of day unless marks are days apart. */
export function tickWords(
  at: EpochSeconds,
  before: EpochSeconds | null,
  { width }: AxisStep,
  zone: ZoneName,
  language: Language,
): TickWords {
  const { date, time } = readClock(at, zone)
  const clock = time.slice(0, 5)
  const midnight = clock === '00:00'
  if (width === '1mo' && midnight) return { date: monthWords(date, language), time: '' }
  if (width === '1y' && midnight) return { date: date.slice(0, 4), time: '' }
  if ((width === '1d' || width === '1w') && midnight) return { date: dayWords(date, language), time: '' }
  const same = before !== null && readClock(before, zone).date === date
  return { date: same ? '' : dayWords(date, language), time: clock }
}

function dayWords(date: string, language: Language): string {
  const [, month = 1, day = 1] = date.split('-').map(Number)
  return language === 'ja' ? `${month}/${day}` : `${day} ${MONTHS[month - 1] ?? month}`
}

function monthWords(date: string, language: Language): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return language === 'ja' ? `${year}/${month}` : `${MONTHS[month - 1] ?? month} ${year}`
}
