import type { ReadableCase } from '../case/rights.ts'

/** So many records are looked at for one relation, so that an answer takes a fraction of a second in any case. */
export const CANDIDATES = 5000

export interface Candidates {
  /** Row numbers in order of time. */
  readonly ids: readonly number[]
  /** False when there were more than `CANDIDATES`. */
  readonly complete: boolean
}

interface More {
  readonly sql: string
  readonly params: readonly (string | null)[]
}

/**
 * Rows of a time span, both ends included, that meet a condition which an index begins with (`1` for the span alone),
 * and one more condition.
 */
export function near(
  db: ReadableCase,
  indexed: string,
  values: readonly string[],
  [from, to]: readonly [number, number],
  more: More = { sql: '1', params: [] },
): Candidates {
  // The order of the timeline's index begins with whether there is a time at all.
  const hasTime = indexed === '1' ? '(event_time is null) = 0 and ' : ''
  const ids = db
    .prepare(
      `select id from sign_in where ${indexed} and ${hasTime}event_time between ? and ? and ${more.sql}
       order by event_time, id limit ${CANDIDATES + 1}`,
    )
    .pluck()
    .all(...values, from, to, ...more.params) as number[]
  return { ids: ids.slice(0, CANDIDATES), complete: ids.length <= CANDIDATES }
}
