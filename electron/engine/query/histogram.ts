import { barStarts, widthFor } from '../../../shared/domain/bar-times.ts'
import type { Histogram, HistogramAsk, HistogramBar } from '../../../shared/domain/query.ts'
import type { Outcome } from '../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../case/rights.ts'
import { firstFrom } from './store/ascending.ts'
import { type Selection, select } from './store/selection.ts'
import type { Steps } from './store/steps.ts'

/**
 * Counts per bar and outcome, and of the whole case beneath. Without bounds the whole case is drawn, from its first
 * to its last readable time. Throws `query-unreadable`.
 */
export function* histogramOf(db: ReadableCase, ask: HistogramAsk): Steps<Histogram> {
  const selection = yield* select(db, ask.filter, ['outcome'])
  const { store, rows } = selection
  const { times, dated } = store
  let matched = 0
  for (let row = dated; row < rows.length; row += 1) matched += rows[row] ?? 0
  const withoutTime = { matched, total: rows.length - dated }
  const first = dated === 0 ? null : (times[0] ?? null)
  const last = dated === 0 ? null : (times[dated - 1] ?? null)
  const from = ask.from ?? ask.filter.from ?? first
  const to = ask.to ?? ask.filter.to ?? (last === null ? null : last + 1)
  if (from === null || to === null || to <= from) return { width: '1m', bars: [], withoutTime }
  const width = widthFor(to - from, ask.bars)
  const starts = barStarts(from, to, width, ask.zone)
  return { width, bars: countBars(selection, starts), withoutTime }
}

/** Bars and timeline have the same order, so each bar is a stretch of it. */
function countBars({ store, rows, few }: Selection, starts: readonly number[]): HistogramBar[] {
  const { codes, values } = store.column('outcome')
  const outcomes = values.map((value) => value ?? '')
  const begins = starts.map((start) => firstFrom(store.times, store.dated, start))
  const fewBegins = few === null ? [] : begins.map((begin) => firstFrom(few, few.length, begin))
  return starts.slice(0, -1).map((start, index) => {
    const counts = new Uint32Array(values.length)
    const begin = begins[index] ?? 0
    const end = begins[index + 1] ?? begin
    if (few === null) {
      for (let row = begin; row < end; row += 1) {
        const code = codes[row] ?? 0
        counts[code] = (counts[code] ?? 0) + (rows[row] ?? 0)
      }
    } else {
      for (const row of few.subarray(fewBegins[index], fewBegins[index + 1])) {
        counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1
      }
    }
    const of = (outcome: Outcome) => counts[outcomes.indexOf(outcome)] ?? 0
    return {
      start,
      end: starts[index + 1] ?? start,
      success: of('success'),
      failure: of('failure'),
      notStated: of('not-stated'),
      total: end - begin,
    }
  })
}
