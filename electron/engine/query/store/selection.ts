import type { FacetName, SignInFilter } from '../../../../shared/domain/filter.ts'
import type { ReadableCase } from '../../case/rights.ts'
import type { Condition } from '../condition.ts'
import { filterClauses, joinClauses } from '../filter-condition.ts'
import { columnsOf, everyRow, type Rows, rowsWith } from './matching.ts'
import { type RowStore, rowStoreOf, type StoredColumn } from './row-store.ts'
import { sideTablesOf } from './side-tables.ts'
import type { Steps } from './steps.ts'

/** The rows that pass, over a store that has the columns that were asked for. */
export interface Selection {
  readonly store: RowStore
  readonly rows: Rows
}

/** List, facets and histogram ask the same questions one after the other. */
const KEPT = 6

interface Kept {
  readonly at: string
  readonly rows: Rows
}
const answers = new WeakMap<RowStore, Map<string, Kept>>()

/**
 * The rows of a case that pass a filter, but for one facet's own choices if it is named. `columns` are loaded too, for
 * the one who counts. Throws `query-unreadable`.
 */
export function* select(
  db: ReadableCase,
  filter: SignInFilter,
  columns: readonly StoredColumn[] = [],
  without?: FacetName,
): Steps<Selection> {
  const condition = joinClauses(filterClauses(filter), without)
  const store = rowStoreOf(db)
  for (;;) {
    yield* store.need([...columns, ...columnsOf(condition)])
    const at = `${store.generation} ${store.size} ${sideTablesOf(db).moment()}`
    const known = keptOf(store).get(JSON.stringify(condition))
    if (known?.at === at) return { store, rows: known.rows }
    const { generation } = store
    const rows = yield* rowsWith(store, condition, everyRow(store))
    // Rows that were changed meanwhile have other numbers or values now.
    if (generation !== store.generation) continue
    keep(keptOf(store), condition, { at, rows })
    return { store, rows }
  }
}

/** Row numbers of `sign_in` in the order of the timeline. */
export function idsInOrder({ store, rows }: Selection): Uint32Array {
  let count = 0
  for (let row = 0; row < rows.length; row += 1) count += rows[row] ?? 0
  const ids = new Uint32Array(count)
  const { order } = store
  let at = 0
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] ?? 0
    if (rows[row] === 1) {
      ids[at] = store.ids[row] ?? 0
      at += 1
    }
  }
  return ids
}

/** First and last readable time among some rows. */
export function timesOf({ store, rows }: Selection): { firstTime: number | null; lastTime: number | null } {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] !== 1) continue
    const time = store.times[row] ?? Number.NaN
    if (time < first) first = time
    if (time > last) last = time
  }
  return last === Number.NEGATIVE_INFINITY
    ? { firstTime: null, lastTime: null }
    : { firstTime: first, lastTime: last }
}

function keptOf(store: RowStore): Map<string, Kept> {
  const known = answers.get(store)
  if (known !== undefined) return known
  const made = new Map<string, Kept>()
  answers.set(store, made)
  return made
}

function keep(kept: Map<string, Kept>, condition: Condition, answer: Kept): void {
  const key = JSON.stringify(condition)
  kept.delete(key)
  kept.set(key, answer)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
}
