import { barStarts, widthFor } from '../../../shared/domain/bar-times.ts'
import type { Histogram, HistogramAsk, HistogramBar } from '../../../shared/domain/query.ts'
import type { ReadableCase } from '../case/rights.ts'
import { type Selection, select } from './store/selection.ts'
import type { Steps } from './store/steps.ts'

/**
 * Counts per bar and outcome, and of the whole case beneath. Without bounds the whole case is drawn, from its first
 * to its last readable time. Throws `query-unreadable`.
 */
export function* histogramOf(db: ReadableCase, ask: HistogramAsk): Steps<Histogram> {
  const selection = yield* select(db, ask.filter, ['outcome'])
  const { store, rows } = selection
  const withoutTime = { matched: 0, total: 0 }
  for (let row = 0; row < rows.length; row += 1) {
    if (!Number.isNaN(store.times[row])) continue
    withoutTime.total += 1
    withoutTime.matched += rows[row] ?? 0
  }
  const dated = store.order.length - withoutTime.total
  const first = dated === 0 ? null : timeAt(selection, 0)
  const last = dated === 0 ? null : timeAt(selection, dated - 1)
  const from = ask.from ?? ask.filter.from ?? first
  const to = ask.to ?? ask.filter.to ?? (last === null ? null : last + 1)
  if (from === null || to === null || to <= from) return { width: '1m', bars: [], withoutTime }
  const width = widthFor(to - from, ask.bars)
  const starts = barStarts(from, to, width, ask.zone)
  return { width, bars: countBars(selection, starts, dated), withoutTime }
}

/** One walk through the timeline, which is in the order of the bars. */
function countBars(selection: Selection, starts: readonly number[], dated: number): HistogramBar[] {
  const { store, rows } = selection
  const { order } = store
  const outcomes = store.column('outcome')
  const success = outcomes.codeOf('success')
  const failure = outcomes.codeOf('failure')
  const bars: HistogramBar[] = []
  let place = firstFrom(selection, starts[0] ?? 0, dated)
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const start = starts[index] ?? 0
    const end = starts[index + 1] ?? 0
    const bar = { start, end, success: 0, failure: 0, notStated: 0, total: 0 }
    for (; place < dated && timeAt(selection, place) < end; place += 1) {
      const row = order[place] ?? 0
      bar.total += 1
      if (rows[row] !== 1) continue
      const outcome = outcomes.codes[row]
      if (outcome === success) bar.success += 1
      else if (outcome === failure) bar.failure += 1
      else bar.notStated += 1
    }
    bars.push(bar)
  }
  return bars
}

function timeAt({ store }: Selection, place: number): number {
  return store.times[store.order[place] ?? 0] ?? Number.NaN
}

/** The first place in the timeline at or after a time. */
function firstFrom(selection: Selection, time: number, dated: number): number {
  let low = 0
  let high = dated
  while (low < high) {
    const middle = (low + high) >>> 1
    if (timeAt(selection, middle) < time) low = middle + 1
    else high = middle
  }
  return low
}
