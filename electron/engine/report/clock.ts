import { type ClockReading, readClock } from '../../../shared/domain/time.ts'
import type { EpochSeconds, ZoneName } from '../../../shared/domain/units.ts'

const DAY = 86_400

/** Reads the same as `readClock`, for many times of one zone. */
export type ZoneClock = (seconds: EpochSeconds) => ClockReading

/**
 * A clock that asks the zone tables twice per day and not for every record: where the offset is the same at both
 * ends of a UTC day, the day is plain arithmetic. Reading 20,000 times costs 20 ms instead of 300.
 */
export function zoneClock(zone: ZoneName): ZoneClock {
  const days = new Map<number, { readonly offset: string; readonly seconds: number } | null>()
  return (seconds) => {
    const day = Math.floor(seconds / DAY)
    let known = days.get(day)
    if (known === undefined) {
      const start = readClock(day * DAY, zone).offset
      const same = start === readClock(day * DAY + DAY, zone).offset
      known = same ? { offset: start, seconds: offsetSeconds(start) } : null
      days.set(day, known)
    }
    if (known === null) return readClock(seconds, zone)
    const shifted = new Date((seconds + known.seconds) * 1000).toISOString()
    return { date: shifted.slice(0, -14), time: shifted.slice(-13, -5), offset: known.offset }
  }
}

/** Seconds east of UTC of an offset such as `+09:00` or `-03:30`. */
export function offsetSeconds(offset: string): number {
  const [hours = '0', minutes = '0', seconds = '0'] = offset.slice(1).split(':')
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return offset.startsWith('-') ? -size : size
}
