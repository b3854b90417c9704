import type { EpochSeconds, ZoneName } from './units.ts'
import { readZonedTime, type ZonedTimeProblem } from './zoned-time.ts'

/** What a time that was typed stands for: a year, month, day, minute or second, from `from` to before `to`. */
export interface Period {
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  /** The clock shows it twice, because it was put back; the earlier one is taken. */
  readonly twice: boolean
}

export type ReadPeriod = { readonly period: Period } | { readonly problem: ZonedTimeProblem }

const YEAR_OR_MONTH = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/
const DAY = /^(\d{4}-\d{2}-\d{2})$/
const MINUTE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?$/

/** The clock is never moved by more than this. */
const LONGEST_GAP_QUARTERS = 12

/**
 * Reads `2024`, `2024-09`, `2024-09-14`, `2024-09-14T13:52` (or with a space) and `2024-09-14T13:52:07`, the last two
 * also with `Z` or an offset. Without one the clock of `zone` is meant, daylight saving included: a day of 23 hours has
 * 23 hours.
 */
export function readPeriod(typed: string, zone: ZoneName): ReadPeriod {
  const text = typed.trim()
  const month = YEAR_OR_MONTH.exec(text)
  if (month !== null) {
    const [, year = '', number] = month
    const next =
      number === undefined
        ? `${String(Number(year) + 1).padStart(4, '0')}-01-01`
        : new Date(Date.UTC(Number(year), Number(number), 1)).toISOString().slice(0, 10)
    return between(startOfDay(`${year}-${number ?? '01'}-01`, zone), startOfDay(next, zone))
  }
  if (DAY.test(text)) return between(startOfDay(text, zone), startOfDay(dayAfter(text), zone))
  const read = readZonedTime(text, zone)
  if (read.kind === 'problem') return { problem: read.problem }
  const length = MINUTE.test(text) ? 60 : 1
  return { period: { from: read.seconds, to: read.seconds + length, twice: read.ambiguous } }
}

/** The first moment of a day in a zone. Where the clock skips midnight the day begins later. */
export function startOfDay(date: string, zone: ZoneName): EpochSeconds | null {
  for (let quarter = 0; quarter <= LONGEST_GAP_QUARTERS; quarter += 1) {
    const clock = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
    const read = readZonedTime(`${date} ${clock}`, zone)
    if (read.kind === 'time') return read.seconds
    if (read.problem === 'not-a-time') return null
  }
  return null
}

/** `2024-09-30` gives `2024-10-01`. */
export function dayAfter(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? date : new Date(at + 86_400_000).toISOString().slice(0, 10)
}

function between(from: EpochSeconds | null, to: EpochSeconds | null): ReadPeriod {
  if (from === null || to === null) return { problem: 'not-a-time' }
  return { period: { from, to, twice: false } }
}
