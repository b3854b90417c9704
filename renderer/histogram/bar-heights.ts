import type { HistogramBar } from '../../shared/domain/query.ts'

export const SCALES = ['square-root', 'linear'] as const
export type Scale = (typeof SCALES)[number]

/** Parts of a bar from the bottom up, in whole px. `total` is the height of the whole case beneath. */
export interface BarHeights {
  readonly success: number
  readonly notStated: number
  readonly failure: number
  readonly total: number
}

/** A bar that is there is seen: never lower than this. */
const LEAST = 2

/** How high a count stands, 0 to 1, when the highest is 1. */
export function heightOf(count: number, highest: number, scale: Scale): number {
  if (highest <= 0) return 0
  return scale === 'linear' ? count / highest : Math.sqrt(count / highest)
}

/**
 * Heights in whole px of a bar of `room` px. On the square-root scale the whole bar stands by the root of its count,
 * and the parts share it as their counts do. A part that is there has a pixel at least.
 */
export function barHeights(bar: HistogramBar, highest: number, scale: Scale, room: number): BarHeights {
  const matched = bar.success + bar.notStated + bar.failure
  const high = (count: number) =>
    count === 0 ? 0 : Math.max(LEAST, Math.round(heightOf(count, highest, scale) * room))
  const parts = [bar.success, bar.notStated, bar.failure].filter((count) => count > 0).length
  const whole = matched === 0 ? 0 : Math.max(high(matched), parts)
  const share = (count: number) => (count === 0 ? 0 : Math.max(1, Math.round((count / matched) * whole)))
  const failure = Math.min(share(bar.failure), whole)
  const notStated = Math.min(share(bar.notStated), whole - failure)
  return { success: whole - failure - notStated, notStated, failure, total: high(bar.total) }
}

/** Counts for the lines behind the bars: powers of ten on the square-root scale, round numbers on the other. */
export function gridLevels(highest: number, scale: Scale, room: number): number[] {
  const levels: number[] = []
  if (scale === 'linear') {
    const power = 10 ** Math.floor(Math.log10(Math.max(1, highest / 2)))
    const step = [1, 2, 5, 10].map((one) => one * power).find((one) => highest / one <= 3) ?? power * 10
    for (let level = step; level <= highest; level += step) levels.push(level)
    return levels
  }
  for (let level = 10 ** Math.floor(Math.log10(Math.max(1, highest))); level >= 1; level /= 10) {
    const above = levels[0]
    const y = heightOf(level, highest, scale) * room
    if (y < 10 || (above !== undefined && heightOf(above, highest, scale) * room - y < 14)) break
    levels.unshift(level)
  }
  return levels
}
