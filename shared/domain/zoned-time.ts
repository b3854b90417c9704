import { readClock } from './time.ts'
import type { EpochSeconds, ZoneName } from './units.ts'

/** Why a time that was typed cannot be used. */
export type ZonedTimeProblem = 'not-a-time' | 'does-not-exist'

export type ZonedTime =
  | { readonly kind: 'time'; readonly seconds: EpochSeconds; readonly ambiguous: boolean }
  | { readonly kind: 'problem'; readonly problem: ZonedTimeProblem }

const TYPED =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2})(?::(?<second>\d{2}))?(?<offset>Z|[+-]\d{2}:\d{2})?)?$/

const DAY = 86_400

/**
 * Reads a time as people type it: `2024-09-14`, `2024-09-14 13:52`, `2024-09-14T13:52:07`, each as a clock in
 * `zone` would show it, or with `Z` or an offset of its own. Where the clock is put back a time exists twice: the
 * earlier one is taken and `ambiguous` says so. A time that the clock skips does not exist.
 */
export function readZonedTime(typed: string, zone: ZoneName): ZonedTime {
  const parts = TYPED.exec(typed.trim())?.groups
  if (parts === undefined) return { kind: 'problem', problem: 'not-a-time' }
  const date = parts['date'] ?? ''
  const time = `${parts['time'] ?? '00:00'}:${parts['second'] ?? '00'}`
  const asUtc = Date.parse(`${date}T${time}Z`)
  // Date.parse turns 30 February into 1 March: such a date is no time.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(date)) {
    return { kind: 'problem', problem: 'not-a-time' }
  }
  const offset = parts['offset']
  if (offset !== undefined) {
    return { kind: 'time', seconds: Date.parse(`${date}T${time}${offset}`) / 1000, ambiguous: false }
  }

  // The offset of the zone a day before and a day after covers both sides of a change of the clock.
  const wanted = asUtc / 1000
  const offsets = new Set([wanted - DAY, wanted + DAY].map((near) => offsetSeconds(near, zone)))
  const fitting = [...offsets]
    .map((seconds) => wanted - seconds)
    .filter((candidate) => {
      const clock = readClock(candidate, zone)
      return clock.date === date && clock.time === time
    })
    .sort((a, b) => a - b)
  const [first] = fitting
  if (first === undefined) return { kind: 'problem', problem: 'does-not-exist' }
  return { kind: 'time', seconds: first, ambiguous: fitting.length > 1 }
}

function offsetSeconds(at: EpochSeconds, zone: ZoneName): number {
  const { date, time } = readClock(at, zone)
  return Date.parse(`${date}T${time}Z`) / 1000 - at
}
