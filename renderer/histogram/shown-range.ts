import type { EpochSeconds } from '../../shared/domain/units.ts'

export const RANGE_NAMES = ['whole', 'week', 'hours', 'selection'] as const
export type RangeName = (typeof RANGE_NAMES)[number]

/** A part of the time in seconds: `from` is in, `to` is not. */
export interface TimeSpan {
  readonly from: EpochSeconds
  readonly to: EpochSeconds
}

/** What the histogram draws. `span` is null for the whole case. */
export interface ShownRange {
  readonly name: RangeName
  readonly span: TimeSpan | null
}

export const WHOLE: ShownRange = { name: 'whole', span: null }

const LENGTH: Readonly<Record<'week' | 'hours', number>> = { week: 7 * 86_400, hours: 48 * 3600 }

/** The range of a name around a moment, inside the case where it is longer than the range. */
export function rangeAround(
  name: RangeName,
  moment: EpochSeconds | null,
  selection: TimeSpan | null,
  whole: TimeSpan | null,
): ShownRange {
  if (name === 'selection') return selection === null ? WHOLE : { name, span: selection }
  if (name === 'whole' || moment === null) return WHOLE
  const length = LENGTH[name]
  return { name, span: within({ from: moment - length / 2, to: moment + length / 2 }, whole) }
}

/** The range one length earlier or later. */
export function moved(range: ShownRange, step: 1 | -1, whole: TimeSpan | null): ShownRange {
  if (range.span === null) return range
  const by = step * (range.span.to - range.span.from)
  return { ...range, span: within({ from: range.span.from + by, to: range.span.to + by }, whole) }
}

/** Shifted so that it does not reach beyond the case; centred on it when the case is shorter. */
function within(span: TimeSpan, whole: TimeSpan | null): TimeSpan {
  const length = Math.round(span.to - span.from)
  const from = Math.round(span.from)
  if (whole === null) return { from, to: from + length }
  if (whole.to - whole.from <= length) {
    const middle = Math.round((whole.from + whole.to - length) / 2)
    return { from: middle, to: middle + length }
  }
  const begin = Math.min(Math.max(from, whole.from), whole.to - length)
  return { from: begin, to: begin + length }
}
