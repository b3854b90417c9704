import type { ReadableCase } from '../../case/rights.ts'
import { PRINCIPAL_KEY } from '../../timeline/principal-key-sql.ts'
import { TEXT_COLUMNS, type TextColumn } from '../condition.ts'
import { type ChangeWatch, watchChanges } from './change-watch.ts'
import { type CodedColumn, type GrowingColumn, growingColumn } from './coded-column.ts'
import type { Steps } from './steps.ts'

/** Columns that can be held in memory. `name` is the principal's, `user` the key under which it is counted. */
export type StoredColumn = Exclude<TextColumn, 'id'> | 'user' | 'name'

/**
 * The sign-ins of a case as columns in memory. Rows have numbers from 0 in the order in which they were stored; what
 * is asked for is loaded once and extended when rows arrive. The bytes of the records are never held.
 */
export interface RowStore {
  readonly db: ReadableCase
  readonly size: number
  /** `sign_in.id` per row, ascending. */
  readonly ids: Uint32Array
  /** Seconds per row; NaN where the time cannot be read. */
  readonly times: Float64Array
  /** Row numbers in the order of the timeline. */
  readonly order: Uint32Array
  /** 1 per row with a conflict. */
  readonly conflicts: Uint8Array
  /** Changes when rows got other numbers or other values; then what was worked out before holds no more. */
  readonly generation: number
  /** Brings the rows up to date, with these columns. */
  need(columns: Iterable<StoredColumn>): Steps<void>
  /** A column that was asked for with `need`. */
  column(name: StoredColumn): CodedColumn
  /** The row number of a `sign_in.id`, or -1. */
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
  let watch: ChangeWatch | null = null
  let columns = new Map<StoredColumn, GrowingColumn>()
  let size = 0
  let ids = new Uint32Array(0)
  let times = new Float64Array(0)
  let conflicts = new Uint8Array(0)
  let order = new Uint32Array(0)
  let generation = 0
  // One load at a time, driven by whoever needs it: a caller that cannot wait finishes what another began.
  let loading: Steps<void> | null = null

  function* need(names: Iterable<StoredColumn>): Steps<void> {
    const wanted = [...names]
    for (;;) {
      while (loading !== null) {
        const current: Steps<void> = loading
        if (current.next().done === true) {
          if (loading === current) loading = null
        } else yield
      }
      if (isCurrent(wanted)) return
      loading = load(wanted)
    }
  }

  function isCurrent(wanted: readonly StoredColumn[]): boolean {
    return (
      watch !== null &&
      wanted.every((name) => columns.has(name)) &&
      !watch.hasChanged() &&
      lastId() === newestId()
    )
  }

  const lastId = () => (size === 0 ? 0 : (ids[size - 1] ?? 0))
  const newestId = () =>
    (db.prepare('select ifnull(max(id), 0) as id from sign_in').get() as { id: number }).id

  function* load(wanted: readonly StoredColumn[]): Steps<void> {
    watch ??= watchChanges(db)
    const changed = watch.take()
    if (changed === 'unknown' || changed.length > FEW_CHANGES || lastId() > newestId()) forget()
    else if (changed.length > 0) reread(changed)
    const missing = wanted.filter((name) => !columns.has(name))
    if (missing.length > 0) {
      const fresh = new Map(missing.map((name) => [name, growingColumn()] as const))
      yield* readRows(fresh, 0, lastId(), false)
      for (const [name, column] of fresh) columns.set(name, column)
    }
    const newest = newestId()
    if (newest > lastId()) {
      yield* readRows(columns, lastId(), newest, true)
      readOrder()
    } else if (changed !== 'unknown' && changed.length > 0) readOrder()
  }

  function forget(): void {
    columns = new Map()
    size = 0
    order = new Uint32Array(0)
    generation += 1
  }

  /** Reads rows with an id above `after` up to `upTo` into columns; `grow` makes new rows of them. */
  function* readRows(
    into: ReadonlyMap<StoredColumn, GrowingColumn>,
    after: number,
    upTo: number,
    grow: boolean,
  ): Steps<void> {
    const targets = [...into]
    const select = db
      .prepare(
        `select ${['id', 'event_time', 'conflict', ...targets.map(([name]) => sqlOf(name))].join(', ')} from sign_in
         where id > ? and id <= ? order by id limit ${PART}`,
      )
      .raw()
    let from = after
    let row = grow ? size : 0
    for (;;) {
      const part = select.all(from, upTo) as [number, number | null, number, ...(string | null)[]][]
      for (const values of part) {
        if (grow) addRow(row, values[0], values[1], values[2])
        for (let index = 0; index < targets.length; index += 1) {
          targets[index]?.[1].set(row, (values[index + 3] as string | null | undefined) ?? null)
        }
        row += 1
      }
      if (grow) size = row
      const last = part.at(-1)
      if (last === undefined || part.length < PART) return
      from = last[0]
      yield
    }
  }

  function addRow(row: number, id: number, time: number | null, conflict: number): void {
    if (row >= ids.length) {
      const room = Math.max(1024, Math.ceil(row * 1.5))
      ids = grown(ids, new Uint32Array(room))
      times = grown(times, new Float64Array(room))
      conflicts = grown(conflicts, new Uint8Array(room))
    }
    ids[row] = id
    times[row] = time ?? Number.NaN
    conflicts[row] = conflict
  }

  /** Reads single rows again. A row that is gone means that row numbers have moved. */
  function reread(changed: readonly number[]): void {
    const names = [...columns]
    const select = db
      .prepare(
        `select ${['id', 'event_time', 'conflict', ...names.map(([name]) => sqlOf(name))].join(', ')}
         from sign_in where id = ?`,
      )
      .raw()
    for (const id of changed) {
      if (id > lastId()) continue
      const row = rowOf(id)
      const values = select.get(id) as [number, number | null, number, ...(string | null)[]] | undefined
      if (row === -1 || values === undefined) {
        forget()
        return
      }
      addRow(row, values[0], values[1], values[2])
      names.forEach(([, column], index) => {
        column.set(row, (values[index + 3] as string | null | undefined) ?? null)
      })
    }
    generation += 1
  }

  // The index `sign_in_order` has the rows in this order, so nothing is sorted.
  function readOrder(): void {
    const inOrder = db
      .prepare('select id from sign_in where id <= ? order by event_time is null, event_time, event_id, id')
      .pluck()
      .all(lastId()) as number[]
    order = Uint32Array.from(inOrder, rowOf)
  }

  function rowOf(id: number): number {
    let low = 0
    let high = size - 1
    // Ids without a gap, the usual case, are found at the first look.
    const guess = id - (ids[0] ?? 0)
    if (guess >= 0 && guess < size && ids[guess] === id) return guess
    while (low <= high) {
      const middle = (low + high) >>> 1
      const there = ids[middle] ?? 0
      if (there === id) return middle
      if (there < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  return {
    db,
    get size() {
      return size
    },
    get ids() {
      return ids
    },
    get times() {
      return times
    },
    get order() {
      return order
    },
    get conflicts() {
      return conflicts
    },
    get generation() {
      return generation
    },
    need,
    column(name) {
      const column = columns.get(name)
      if (column === undefined) throw new Error(`column ${name} was not asked for`)
      return column
    },
    rowOf,
  }
}

function grown<A extends Uint32Array | Float64Array | Uint8Array>(from: A, to: A): A {
  to.set(from)
  return to
}
