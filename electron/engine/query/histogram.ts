import { barStarts, widthFor } from '../../../shared/domain/bar-times.ts'
import type { Histogram, HistogramAsk } from '../../../shared/domain/query.ts'
import type { ReadableCase } from '../case/rights.ts'
import { filterCondition } from './filter-condition.ts'
import { conditionSql } from './plain-sql.ts'

/** Counts per bar. */
export function histogramOf(db: ReadableCase, ask: HistogramAsk): Histogram {
  const { sql, params } = conditionSql(db, filterCondition(ask.filter))
  const ends = db.prepare('select min(event_time) as first, max(event_time) as last from sign_in').get() as {
    first: number | null
    last: number | null
  }
  const from = ask.from ?? ask.filter.from ?? ends.first
  const to = ask.to ?? ask.filter.to ?? (ends.last === null ? null : ends.last + 1)
  const withoutTime = db
    .prepare(
      `select count(*) as total, ifnull(sum(${sql}), 0) as matched from sign_in s where event_time is null`,
    )
    .get(...params) as { matched: number; total: number }
  if (from === null || to === null || to <= from) return { width: '1m', bars: [], withoutTime }
  const width = widthFor(to - from, ask.bars)
  const starts = barStarts(from, to, width, ask.zone)
  const count = db.prepare(
    `select count(*) as total, ifnull(sum(${sql} and outcome = 'success'), 0) as success,
       ifnull(sum(${sql} and outcome = 'failure'), 0) as failure,
       ifnull(sum(${sql} and outcome = 'not-stated'), 0) as notStated
     from sign_in s where event_time >= ? and event_time < ?`,
  )
  const bars = starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1] ?? start
    const counts = count.get(...params, ...params, ...params, start, end)
    return { start, end, ...(counts as Omit<Histogram['bars'][number], 'start' | 'end'>) }
  })
  return { width, bars, withoutTime }
}
