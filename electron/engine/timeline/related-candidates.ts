import type { RowStore } from '../query/store/row-store.ts'

/** So many records are looked at for one relation, so that an answer takes a fraction of a second in any case. */
export const CANDIDATES = 5000

/** Columns of which candidates are told. */
export const RELATED_COLUMNS = [
  'ip',
  'name',
  'kind',
  'key',
  'event',
  'outcome',
  'account',
  'arn',
  'switchedfrom',
] as const
export type RelatedColumn = (typeof RELATED_COLUMNS)[number]

/** What a candidate's columns must be; null is "not stated". */
export type Wanted = Partial<Readonly<Record<RelatedColumn, string | null>>>

export interface Candidates {
  /** Row numbers of `sign_in` in order of time. */
  readonly ids: readonly number[]
  /** False when there were more than `CANDIDATES`. */
  readonly complete: boolean
}

/** Rows of a time span, both ends included, whose columns have these values. `store` must have `RELATED_COLUMNS`. */
export function near(store: RowStore, [from, to]: readonly [number, number], wanted: Wanted): Candidates {
  const tests = testsOf(store, wanted)
  if (tests === null) return { ids: [], complete: true }
  const ids: number[] = []
  for (let row = rowAtTime(store, from); row < store.size; row += 1) {
    // Rows without a readable time come last, and none of them is at or before `to`.
    if (!((store.times[row] ?? Number.NaN) <= to)) break
    if (!tests.every(({ codes, code }) => codes[row] === code)) continue
    if (ids.length === CANDIDATES) return { ids, complete: false }
    ids.push(store.ids[row] ?? 0)
  }
  return { ids, complete: true }
}

interface Test {
  readonly codes: ArrayLike<number>
  readonly code: number
}

/** Null when no row has one of the values. */
export function testsOf(store: RowStore, wanted: Wanted): Test[] | null {
  const tests: Test[] = []
  for (const name of RELATED_COLUMNS) {
    const value = wanted[name]
    if (value === undefined) continue
    const { codes, codeOf } = store.column(name)
    const code = codeOf(value)
    if (code === undefined) return null
    tests.push({ codes, code })
  }
  return tests
}

/** The first row whose time is `time` or later. */
export function rowAtTime({ dated, times }: RowStore, time: number): number {
  let low = 0
  let high = dated
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? Number.NaN) < time) low = middle + 1
    else high = middle
  }
  return low
}
