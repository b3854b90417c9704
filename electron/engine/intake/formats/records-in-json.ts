import { isObject } from '../../signin/fields.ts'
import { parsedJson } from './cloudtrail-record.ts'
import { elements, type Path, valuesAt } from './json-members.ts'
import { atEachOf, holdsRecord } from './locate.ts'
import type { JsonForm, Located } from './read-json.ts'

/** Where a record stands in a value at the top: in the elements of this list, or without one in the value itself. */
interface Seat {
  readonly list: Path
  readonly path: Path
}

/** No export that is known nests deeper. */
const DEEPEST = 8
/** A value that is larger is not looked through. */
const LARGEST = 4 * 1024 * 1024
/** What the sieve can follow. */
const SIEVE_NAMES = 3
const SIEVE_NAME = /^[ -~]{1,15}$/

/**
 * The form of JSON that hands records over in a way of its own, such as `{"rows":[…]}`, or log lines with the record as
 * the text `message`: learned from where the `values` at the top have them. Null when no record is seen in them.
 */
export function learnedForm(values: readonly unknown[]): JsonForm | null {
  const seats = values.flatMap((value) => seatsIn(value, [], null))
  const list = seats[0]?.list
  if (list === undefined) return null
  const paths = pathsIn(list, seats)
  return {
    name: 'records-in-json',
    lists: list.length > 0 ? [list] : [],
    everyPlace: true,
    locate: atEachOf(paths),
    ...(canSieve(list, paths) ? { paths: paths.filter((path) => path.length > 0) } : {}),
    // Never asked: it is made for a content in which records were seen.
    sees: () => null,
  }
}

/** The same for one value: where records stand in it, wherever that is. Throws `JsonTrouble` as `locate` does. */
export function recordsAnywhere(element: Uint8Array, maxDepth: number): Located[] {
  if (element.length > LARGEST) return []
  const seats = seatsIn(parsedJson(element), [], null)
  const lists = distinct(seats.map(({ list }) => list))
  const located = lists.flatMap((list) => {
    const locate = atEachOf(pathsIn(list, seats))
    if (list.length === 0) return locate(element, maxDepth)
    const inside = valuesAt(element, list, maxDepth).flatMap(({ start }) => [
      ...elements(element, start, maxDepth),
    ])
    return inside.flatMap(({ start, end }) =>
      locate(element.subarray(start, end), maxDepth).map((one) => movedBy(start, one)),
    )
  })
  return located.sort((a, b) => a.start - b.start)
}

const movedBy = (by: number, { start, end, place }: Located): Located => ({
  start: start + by,
  end: end + by,
  place,
})

function seatsIn(value: unknown, path: Path, list: Path | null): Seat[] {
  if (path.length > DEEPEST) return []
  if (Array.isArray(value)) {
    if (list === null && path.length > 0) return value.flatMap((element) => seatsIn(element, [], path))
    return value.some(holdsRecord) ? [{ list: list ?? [], path }] : []
  }
  if (holdsRecord(value)) return [{ list: list ?? [], path }]
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, member]) => seatsIn(member, [...path, key], list))
}

const pathsIn = (list: Path, seats: readonly Seat[]): Path[] =>
  distinct(seats.filter((seat) => isSame(seat.list, list)).map(({ path }) => path))

function distinct(paths: readonly Path[]): Path[] {
  return paths.filter((path, index) => paths.findIndex((other) => isSame(other, path)) === index)
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}

/** Of several places the sieve would look at the first only. */
function canSieve(list: Path, [path, second]: readonly Path[]): boolean {
  if (path === undefined || second !== undefined || path.length > SIEVE_NAMES) return false
  return [...list.slice(0, 1), ...path].every((name) => SIEVE_NAME.test(name))
}
