import type { AlarmSettings } from '../../../../shared/domain/alarm.ts'
import type { BusyMinute } from './minutes.ts'

/** Sums of periods that end at any minute edge of a stretch of time. */
export interface Sums {
  /** The sum of the period that ends just before this edge; null when no minute of it reported anything. */
  endingAt(edge: number): number | null
}

/**
 * Sums over the minutes `first` to `last` (both included), in constant time each. A minute without a match reports
 * the default value, or nothing where none is set.
 */
export function sumsBetween(
  busy: readonly BusyMinute[],
  first: number,
  last: number,
  { period, defaultValue }: Pick<AlarmSettings, 'period' | 'defaultValue'>,
): Sums {
  const minutes = period / 60
  const size = Math.max(0, last - first + 1)
  // Entry n: matches, and minutes with matches, before minute first + n.
  const matches = new Float64Array(size + 1)
  const reported = new Float64Array(size + 1)
  for (const { minute, count } of busy) {
    if (minute < first || minute > last) continue
    matches[minute - first + 1] = count
    reported[minute - first + 1] = 1
  }
  for (let index = 1; index <= size; index += 1) {
    matches[index] = (matches[index] ?? 0) + (matches[index - 1] ?? 0)
    reported[index] = (reported[index] ?? 0) + (reported[index - 1] ?? 0)
  }
  const between = (of: Float64Array, edge: number) => {
    const at = (minute: number) => of[Math.min(Math.max(minute - first, 0), size)] ?? 0
    return at(edge) - at(edge - minutes)
  }
  return {
    endingAt(edge) {
      const busyOnes = between(reported, edge)
      if (defaultValue === null) return busyOnes === 0 ? null : between(matches, edge)
      return between(matches, edge) + defaultValue * (minutes - busyOnes)
    },
  }
}
