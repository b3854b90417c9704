import { readClock } from '../../shared/domain/time.ts'
import { readPeriod } from '../../shared/domain/typed-period.ts'
import type { EpochSeconds, ZoneName } from '../../shared/domain/units.ts'

/** What a bound comes to as it was typed. `seconds` is null for an open end and for one that cannot be used. */
export interface TypedBound {
  readonly seconds: EpochSeconds | null
  readonly problem: 'not-a-time' | 'does-not-exist' | 'ends-first' | null
  /** Where the clock is put back over this time: the second of the two, as it can be typed. */
  readonly later: string | null
}

export interface TypedBounds {
  /** Inclusive. */
  readonly from: TypedBound
  /** Exclusive: the end of the minute, day, month or year that was typed. */
  readonly to: TypedBound
  readonly usable: boolean
}

const OPEN: TypedBound = { seconds: null, problem: null, later: null }

/** Reads both ends of a period on the clock of a zone, daylight saving included. An empty end is open. */
export function readBounds(from: string, to: string, zone: ZoneName): TypedBounds {
  const low = readBound(from, zone, 'from')
  const high = readBound(to, zone, 'to')
  const endsFirst = low.seconds !== null && high.seconds !== null && high.seconds <= low.seconds
  const end: TypedBound = endsFirst ? { ...high, problem: 'ends-first' } : high
  return { from: low, to: end, usable: low.problem === null && end.problem === null }
}

function readBound(typed: string, zone: ZoneName, end: 'from' | 'to'): TypedBound {
  if (typed.trim() === '') return OPEN
  const read = readPeriod(typed, zone)
  if ('problem' in read) return { ...OPEN, problem: read.problem }
  const { period } = read
  return {
    seconds: period[end],
    problem: null,
    later: period.twice ? laterOf(period.from, zone) : null,
  }
}

/** Clocks are put back by half an hour (Lord Howe), an hour, or once by two. */
const BACK = [1800, 3600, 7200]

function laterOf(first: EpochSeconds, zone: ZoneName): string | null {
  const shown = readClock(first, zone)
  const second = BACK.map((by) => readClock(first + by, zone)).find(
    ({ date, time }) => date === shown.date && time === shown.time,
  )
  return second === undefined ? null : `${second.date}T${second.time}${second.offset}`
}

/** A bound as it would be typed: a whole day as its date. An end is the last second that is in. */
export function boundText(seconds: EpochSeconds | null, zone: ZoneName, end: 'from' | 'to'): string {
  if (seconds === null) return ''
  const next = readClock(seconds, zone)
  const wholeDay = next.time === '00:00:00'
  if (end === 'from') return wholeDay ? next.date : `${next.date} ${shortTime(next.time)}`
  if (wholeDay) return readClock(seconds - 1, zone).date
  // Up to 13:52:00 is up to and with the minute 13:51.
  if (next.time.endsWith(':00')) {
    const minute = readClock(seconds - 60, zone)
    return `${minute.date} ${minute.time.slice(0, 5)}`
  }
  const last = readClock(seconds - 1, zone)
  return `${last.date} ${last.time}`
}

function shortTime(time: string): string {
  return time.endsWith(':00') ? time.slice(0, 5) : time
}
