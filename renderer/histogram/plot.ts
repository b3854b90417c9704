import type { HistogramBar } from '../../shared/domain/query.ts'
import type { EpochSeconds } from '../../shared/domain/units.ts'
import type { TimeSpan } from './shown-range.ts'

/** Where times lie in the picture, in px. */
export interface Plot {
  readonly bars: readonly HistogramBar[]
  readonly span: TimeSpan
  readonly left: number
  readonly right: number
  x(seconds: EpochSeconds): number
  /** The bar at a place, the nearest one outside. */
  barAt(x: number): number
}

export function plotOf(bars: readonly HistogramBar[], left: number, right: number): Plot | null {
  const [first] = bars
  const last = bars.at(-1)
  if (first === undefined || last === undefined || right <= left) return null
  const span = { from: first.start, to: last.end }
  const scale = (right - left) / (span.to - span.from)
  return {
    bars,
    span,
    left,
    right,
    x: (seconds) => left + (seconds - span.from) * scale,
    barAt(x) {
      const at = span.from + (x - left) / scale
      const index = bars.findIndex(({ end }) => end > at)
      return index === -1 ? bars.length - 1 : index
    },
  }
}

/** The time from one bar to another, whichever is the earlier. */
export function spanOfBars(bars: readonly HistogramBar[], one: number, other: number): TimeSpan | null {
  const low = bars[Math.min(one, other)]
  const high = bars[Math.max(one, other)]
  return low === undefined || high === undefined ? null : { from: low.start, to: high.end }
}

/** An edge moved by one bar: to the next begin of a bar in that direction. */
export function nextEdge(bars: readonly HistogramBar[], at: EpochSeconds, step: 1 | -1): EpochSeconds {
  const edges = [...bars.map(({ start }) => start), bars.at(-1)?.end ?? at]
  const next = step === 1 ? edges.find((edge) => edge > at) : edges.findLast((edge) => edge < at)
  return next ?? at
}
