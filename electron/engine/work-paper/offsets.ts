import { readClock } from '../../../shared/domain/time.ts'
import type { EpochSeconds, ZoneName } from '../../../shared/domain/units.ts'
import { offsetSeconds } from '../report/clock.ts'

/** A stretch of time under one offset from UTC; half-open. */
export interface OffsetStretch {
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  /** East of UTC. */
  readonly seconds: number
}

const DAY = 86_400
/** No zone has moved its clock twice within this time. */
const STEP = 7 * DAY

/** The offsets of a zone from `from` to before `to`, each change of the clock to the second. */
export function offsetStretches(zone: ZoneName, from: EpochSeconds, to: EpochSeconds): OffsetStretch[] {
  const at = (seconds: EpochSeconds) => offsetSeconds(readClock(seconds, zone).offset)
  const stretches: OffsetStretch[] = []
  let start = from
  let offset = at(from)
  for (let left = from; left < to; left += STEP) {
    const right = Math.min(left + STEP, to)
    const next = at(right)
    if (next === offset) continue
    let [low, high] = [left, right]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (at(middle) === offset) low = middle
      else high = middle
    }
    if (high < to) {
      stretches.push({ from: start, to: high, seconds: offset })
      start = high
      offset = next
    }
  }
  return [...stretches, { from: start, to, seconds: offset }]
}
