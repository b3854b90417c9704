import type { ReadableCase } from '../../case/rights.ts'
import { PRINCIPAL_KEY } from '../../timeline/principal-key-sql.ts'
import { TEXT_COLUMNS, type TextColumn } from '../condition.ts'
import { orderOfArrivals } from './arrival-order.ts'
import { type ChangeWatch, watchChanges } from './change-watch.ts'
import type { CodedColumn } from './coded-column.ts'
import { createRowTable, type RowTable, type RowValues } from './row-table.ts'
import type { Steps } from './steps.ts'

/** Columns that can be held in memory. `name` is the principal's, `user` the key under which it is counted. */
export type StoredColumn = Exclude<TextColumn, 'id'> | 'user' | 'name'

/**
 * The sign-ins of a case as columns in memory, in the order of the timeline. What is asked for is loaded once and
 * extended when rows arrive. The bytes of the records are never held.
 */
export interface RowStore {
  readonly db: ReadableCase
  readonly size: number
  readonly lastId: number
  /** `sign_in.id` per row. */
  readonly ids: Uint32Array
  /** Seconds per row, ascending; NaN at the end for those that cannot be read. */
  readonly times: Float64Array
  /** How many rows have a readable time. */
  readonly dated: number
  /** 1 per row with a conflict. */
  readonly conflicts: Uint8Array
  /** Changes when rows moved or got other values; then what was worked out before holds no more. */
  readonly generation: number
  /** Changes when all rows are read anew. */
  readonly epoch: number
  /** Ids of rows that were changed in this epoch. */
  readonly rewritten: ReadonlySet<number>
  /** Brings the rows up to date, with these columns; `asLoaded`: only when one of them is not there. */
  need(columns: Iterable<StoredColumn>, asLoaded?: boolean): Steps<void>
  /** A column that was asked for with `need`. */
  column(name: StoredColumn): CodedColumn
  /** The row of a `sign_in.id`, or -1. */
  rowOf(id: number): number
}

/** Rows that are read between two turns: a few milliseconds of work. */
const PART = 10_000
/** When more rows than this were changed, all are read again. */
const FEW_CHANGES = 2000

const stores = new WeakMap<ReadableCase, RowStore>()

/** The one store over a connection. It lives as long as the connection. */
export function rowStoreOf(db: ReadableCase): RowStore {
  const known = stores.get(db)
  if (known !== undefined) return known
  const made = createRowStore(db)
  stores.set(db, made)
  return made
}

function sqlOf(name: StoredColumn): string {
  if (name === 'user') return PRINCIPAL_KEY
  return name === 'name' ? 'principal_name' : TEXT_COLUMNS[name]
}

function createRowStore(db: ReadableCase): RowStore {
  const inOrder = {
    all: db
      .prepare('select id from sign_in where id <= ? order by event_time is null, event_time, event_id, id')
      .pluck(),
    at: db
      .prepare(
        `select id from sign_in where (event_time is null) = 0 and event_time = ? and id <= ?
         order by event_id, id`,
      )
      .pluck(),
  }
  let watch: ChangeWatch | null = null
  let table: RowTable<StoredColumn> = createRowTable()
  let dated = 0
  let generation = 0
  let epoch = 0
  const rewritten = new Set<number>()
  // One load at a time, driven by whoever needs it: a caller that cannot wait finishes what another began.
  let loading: Steps<void> | null = null
  // A load that failed has taken note of changes that are not in the rows.
  let unfinished = false

  function* need(names: Iterable<StoredColumn>, asLoaded = false): Steps<void> {
    const wanted = [...names]
    let loaded = asLoaded && watch !== null && !unfinished
    for (;;) {
      while (loading !== null) {
        const current: Steps<void> = loading
        if (current.next().done === true) {
          if (loading === current) loading = null
        } else yield
      }
      // Who writes without a pause does not keep others waiting: what stood there when it was asked is loaded.
      if (loaded ? hasColumns(wanted) : isCurrent(wanted)) return
      loading = load(wanted)
      loaded = true
    }
  }

  function isCurrent(wanted: readonly StoredColumn[]): boolean {
    return (
      watch !== null &&
      !unfinished &&
      hasColumns(wanted) &&
      !watch.hasChanged() &&
      table.lastId === newestId()
    )
  }

  const hasColumns = (wanted: readonly StoredColumn[]) => wanted.every((name) => table.columns.has(name))
  const newestId = () =>
    (db.prepare('select ifnull(max(id), 0) as id from sign_in').get() as { id: number }).id
  const selectOf = (names: Iterable<StoredColumn>) =>
    `select ${['id', 'event_time', 'conflict', ...[...names].map(sqlOf)].join(', ')} from sign_in`

  function* load(wanted: readonly StoredColumn[]): Steps<void> {
    watch ??= watchChanges(db)
    const changed = watch.take()
    const many =
      unfinished || changed === 'unknown' || changed.length > FEW_CHANGES || table.lastId > newestId()
    unfinished = true
    const anew = many || !reread(changed)
    // Whoever is among the old rows meanwhile keeps them, with all their columns, until the new ones are there.
    const into = anew ? createRowTable<StoredColumn>() : table
    const names = anew ? [...table.columns.keys(), ...wanted] : wanted
    if (!anew) for (const id of changed) rewritten.add(id)
    let moved = anew || changed.length > 0
    const missing = new Set(names.filter((name) => !into.columns.has(name)))
    if (missing.size > 0) {
      const fresh = into.newColumns([...missing])
      yield* readRows(missing, 0, into.lastId, fresh.fill)
      fresh.done()
    }
    const newest = newestId()
    if (newest > into.lastId) {
      yield* readRows(into.columns.keys(), into.lastId, newest, into.append)
      moved = true
    }
    if (anew) {
      table = into
      epoch += 1
      rewritten.clear()
    }
    if (moved) arrange(!anew && changed.length === 0)
    unfinished = false
  }

  /** Reads rows with an id above `after` up to `upTo`. */
  function* readRows(
    names: Iterable<StoredColumn>,
    after: number,
    upTo: number,
    take: (values: RowValues) => void,
  ): Steps<void> {
    const select = db.prepare(`${selectOf(names)} where id > ? and id <= ? order by id limit ${PART}`).raw()
    let from = after
    for (;;) {
      const part = select.all(from, upTo) as RowValues[]
      for (const values of part) take(values)
      const last = part.at(-1)
      if (last === undefined || part.length < PART) return
      from = last[0]
      yield
    }
  }

  /** Reads single rows again. False when one is gone, so that all must be read. */
  function reread(changed: readonly number[]): boolean {
    const select = db.prepare(`${selectOf(table.columns.keys())} where id = ?`).raw()
    for (const id of changed) {
      if (id > table.lastId) continue
      const place = table.placeOf(id)
      const values = select.get(id) as RowValues | undefined
      if (place === -1 || values === undefined) return false
      table.replace(place, values)
    }
    return true
  }

  /** The index `sign_in_order` has the rows in this order, so nothing is sorted. */
  function arrange(areOthersSame: boolean): void {
    const { lastId } = table
    const arrivals = areOthersSame
      ? orderOfArrivals(table, dated, (time) => inOrder.at.all(time, lastId) as number[])
      : null
    if (arrivals === null) table.arrange(inOrder.all.all(lastId) as number[])
    else table.moveIn(arrivals)
    dated = table.size
    while (dated > 0 && Number.isNaN(table.times[dated - 1])) dated -= 1
    generation += 1
  }

  return {
    db,
    get size() {
      return table.size
    },
    get lastId() {
      return table.lastId
    },
    get ids() {
      return table.ids
    },
    get times() {
      return table.times
    },
    get dated() {
      return dated
    },
    get conflicts() {
      return table.conflicts
    },
    get generation() {
      return generation
    },
    get epoch() {
      return epoch
    },
    rewritten,
    need,
    column(name) {
      const column = table.columns.get(name)
      if (column === undefined) throw new Error(`column ${name} was not asked for`)
      return column
    },
    rowOf: (id) => table.placeOf(id),
  }
}
