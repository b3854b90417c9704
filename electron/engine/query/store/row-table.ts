import { type GrowingColumn, growingColumn } from './coded-column.ts'
import { type Arrivals, inNewOrder, moveIn } from './new-order.ts'

/** The values of one row: number, time, conflict, then those of the columns in their order. */
export type RowValues = readonly [number, number | null, number, ...(string | null)[]]

/**
 * Rows with their columns, in the order of the timeline. They arrive in ascending order of their ids, after those
 * that are there, and are then put in their places together.
 */
export interface RowTable<Name extends string> {
  readonly size: number
  /** Per place. */
  readonly ids: Uint32Array
  /** Seconds per place; NaN where the time cannot be read, which is at the end. */
  readonly times: Float64Array
  readonly conflicts: Uint8Array
  readonly columns: ReadonlyMap<Name, GrowingColumn>
  /** The highest id, 0 without rows. */
  readonly lastId: number
  append(values: RowValues): void
  /** Takes the values of a row anew, where it stands. */
  replace(place: number, values: RowValues): void
  /** New columns for the rows that are there: `fill` them for every row, then they are added by `done`. */
  newColumns(names: readonly Name[]): { fill(values: RowValues): void; done(): void }
  /** How many rows were there when they were last put in order. */
  readonly arranged: number
  /** Puts all rows in the order of these ids. */
  arrange(inOrder: readonly number[]): void
  /** Puts the rows that arrived since among those that are in order. */
  moveIn(arrivals: Arrivals): void
  /** The place of an id, or -1. */
  placeOf(id: number): number
}

export function createRowTable<Name extends string>(): RowTable<Name> {
  const columns = new Map<Name, GrowingColumn>()
  let size = 0
  let arranged = 0
  let ids = new Uint32Array(1024)
  let times = new Float64Array(1024)
  let conflicts = new Uint8Array(1024)
  // Ids in ascending order, and the place of each.
  let ascending = new Uint32Array(1024)
  let places = new Uint32Array(1024)

  function write(place: number, [id, time, conflict]: RowValues): void {
    ids[place] = id
    times[place] = time ?? Number.NaN
    conflicts[place] = conflict
  }

  function grow(): void {
    const room = Math.ceil(size * 1.25) + 1
    ids = larger(ids, new Uint32Array(room))
    times = larger(times, new Float64Array(room))
    conflicts = larger(conflicts, new Uint8Array(room))
    ascending = larger(ascending, new Uint32Array(room))
    places = larger(places, new Uint32Array(room))
  }

  function placeOf(id: number): number {
    return places[indexOf(id)] ?? -1
  }

  /** Where an id stands in ascending order, or -1. */
  function indexOf(id: number): number {
    // Ids without a gap, the usual case, are found at the first look.
    const guess = id - (ascending[0] ?? 0)
    if (guess >= 0 && guess < size && ascending[guess] === id) return guess
    let low = 0
    let high = size - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const there = ascending[middle] ?? 0
      if (there === id) return middle
      if (there < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** Notes the places of the rows from one on. */
  function notePlaces(first: number): void {
    for (let place = first; place < size; place += 1) places[indexOf(ids[place] ?? 0)] = place
    arranged = size
  }

  return {
    get size() {
      return size
    },
    get ids() {
      return ids
    },
    get times() {
      return times
    },
    get conflicts() {
      return conflicts
    },
    get lastId() {
      return size === 0 ? 0 : (ascending[size - 1] ?? 0)
    },
    columns,
    append(values) {
      if (size >= ids.length) grow()
      write(size, values)
      ascending[size] = values[0]
      places[size] = size
      let at = 3
      for (const column of columns.values()) {
        column.add(size, (values[at] as string | null | undefined) ?? null)
        at += 1
      }
      size += 1
    },
    replace(place, values) {
      write(place, values)
      let at = 3
      for (const column of columns.values()) {
        column.replace(place, (values[at] as string | null | undefined) ?? null)
        at += 1
      }
    },
    newColumns(names) {
      const fresh = names.map((name) => [name, growingColumn()] as const)
      return {
        fill(values) {
          const place = placeOf(values[0])
          if (place === -1) return
          fresh.forEach(([, column], at) => {
            column.add(place, (values[at + 3] as string | null | undefined) ?? null)
          })
        },
        done() {
          for (const [name, column] of fresh) columns.set(name, column)
        },
      }
    },
    get arranged() {
      return arranged
    },
    arrange(inOrder) {
      const from = Uint32Array.from(inOrder, placeOf)
      ids = inNewOrder(ids, new Uint32Array(size), from)
      times = inNewOrder(times, new Float64Array(size), from)
      conflicts = inNewOrder(conflicts, new Uint8Array(size), from)
      for (const column of columns.values()) column.arrange(from)
      notePlaces(0)
    },
    moveIn(arrivals) {
      moveIn(ids, arrivals)
      moveIn(times, arrivals)
      moveIn(conflicts, arrivals)
      for (const column of columns.values()) column.moveIn(arrivals)
      notePlaces(arrivals.before[0] ?? size)
    },
    placeOf,
  }
}

function larger<A extends Uint32Array | Float64Array | Uint8Array>(from: A, to: A): A {
  if (from.length >= to.length) return from
  to.set(from)
  return to
}
