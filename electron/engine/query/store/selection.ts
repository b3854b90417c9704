import type { FacetName, SignInFilter } from '../../../../shared/domain/filter.ts'
import type { ReadableCase } from '../../case/rights.ts'
import type { Condition } from '../condition.ts'
import { filterClauses, joinClauses } from '../filter-condition.ts'
import { columnsOf, everyRow, rowsWith } from './matching.ts'
import { type RowStore, rowStoreOf, type StoredColumn } from './row-store.ts'
import { countRows, listRows, type Rows } from './rows.ts'
import { sideTablesOf } from './side-tables.ts'
import type { Steps } from './steps.ts'

/** The rows that pass, over a store that has the columns that were asked for. */
export interface Selection {
  readonly store: RowStore
  readonly rows: Rows
  readonly count: number
  /** The numbers of the rows where they are few; walking through them is quicker than through all. */
  readonly few: Uint32Array | null
}

/** One row in so many: where the list of rows begins to be quicker. */
const FEW = 2

/** List, facets and histogram ask the same questions one after the other. */
const KEPT = 6

interface Kept {
  readonly at: string
  readonly selection: Selection
}
const answers = new WeakMap<RowStore, Map<string, Kept>>()

/**
 * The rows of a case that pass a filter, but for one facet's own choices if it is named. `columns` are loaded too, for
 * the one who counts. Throws `query-unreadable`. With `asLoaded` rows that have come since the last time may be left out:
 * several counts that belong together are of the same rows then, and an import does not make each of them load anew.
 */
export function* select(
  db: ReadableCase,
  filter: SignInFilter,
  columns: readonly StoredColumn[] = [],
  without?: FacetName,
  asLoaded = false,
): Steps<Selection> {
  const condition = joinClauses(filterClauses(filter), without)
  const store = rowStoreOf(db)
  for (;;) {
    yield* store.need([...columns, ...columnsOf(condition)], asLoaded)
    const at = `${store.generation} ${store.size} ${sideTablesOf(db).moment()}`
    const known = keptOf(store).get(JSON.stringify(condition))
    if (known?.at === at) return known.selection
    const { generation } = store
    const rows = yield* rowsWith(store, condition, everyRow(store))
    // Rows that were changed meanwhile have other numbers or values now.
    if (generation !== store.generation) continue
    const selection = { store, rows, ...listed(rows) }
    keep(keptOf(store), condition, { at, selection })
    return selection
  }
}

function listed(rows: Rows): Pick<Selection, 'count' | 'few'> {
  const count = countRows(rows)
  return { count, few: count * FEW > rows.length ? null : listRows(rows, count) }
}

/** Ids of `sign_in` in the order of the timeline. */
export function idsOf({ store, rows, count, few }: Selection): Uint32Array {
  if (few !== null) return few.map((row) => store.ids[row] ?? 0)
  if (count === rows.length) return store.ids.slice(0, count)
  return listRows(rows, count).map((row) => store.ids[row] ?? 0)
}

/** First and last readable time among the rows. Those without one stand at the end. */
export function timesOf({ store, rows }: Selection): {
  firstTime: number | null
  lastTime: number | null
} {
  const first = rows.indexOf(1)
  const last = rows.lastIndexOf(1, store.dated - 1)
  if (first === -1 || first >= store.dated || last === -1) return { firstTime: null, lastTime: null }
  return { firstTime: store.times[first] ?? null, lastTime: store.times[last] ?? null }
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
