import { isObject } from '../../signin/fields.ts'
import type { Path, PathThroughLists } from './json-members.ts'
import { atEachOf, holdsRecord } from './locate.ts'
import type { JsonForm } from './read-json.ts'
import { DEEPEST, hasRecord, hasRecordBehindWords, recordsAnywhere } from './records-inside.ts'

/** Where a record stands in a value at the top: in the elements of this list, or without one in the value itself. */
interface Seat {
  readonly list: Path
  readonly path: PathThroughLists
  /** What stands there is a text that has the record in it, among other JSON, or behind words on the same line. */
  readonly how: 'itself' | 'in-text' | 'behind-words'
}

/** Of more, such as names that are made of the records, each would be looked for. */
const MOST_PATHS = 8
const SIEVE_NAMES = 3
const SIEVE_NAME = /^[ -~]{1,15}$/

/**
 * The form of JSON that hands records over in a way of its own, such as `{"rows":[…]}`, or log lines with the record as
 * the text `message`: learned from where the `values` at the top have them. Null when no record is seen in them.
 */
export function learnedForm(values: readonly unknown[]): JsonForm | null {
  const seats = values.flatMap((value) => seatsIn(value, [], null))
  const list = seats[0]?.list
  // One that is behind words alone may be quoted.
  if (list === undefined || (seats.length < 2 && seats[0]?.how === 'behind-words')) return null
  const paths = pathsIn(list, seats)
  const isHard = paths.length > MOST_PATHS || seats.some(({ how }) => how !== 'itself')
  const forSieve = isHard ? undefined : sievePaths(list, paths)
  return {
    name: 'records-in-json',
    lists: list.length > 0 ? [list] : [],
    everyPlace: true,
    locate: isHard ? recordsAnywhere : atEachOf(paths),
    ...(forSieve === undefined ? {} : { paths: forSieve }),
    // Never asked: it is made for a content in which records were seen.
    sees: () => null,
  }
}

function seatsIn(value: unknown, path: PathThroughLists, list: Path | null): Seat[] {
  if (path.length > DEEPEST) return []
  if (Array.isArray(value)) {
    const names = path.filter((name) => name !== null)
    const isFirst = list === null && names.length > 0 && names.length === path.length
    return value.flatMap((element) =>
      isFirst ? seatsIn(element, [], names) : seatsIn(element, [...path, null], list),
    )
  }
  if (holdsRecord(value)) return [{ list: list ?? [], path, how: 'itself' }]
  if (typeof value === 'string') {
    const how = hasRecord(value) ? 'in-text' : hasRecordBehindWords(value) ? 'behind-words' : null
    return how === null ? [] : [{ list: list ?? [], path, how }]
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, member]) => seatsIn(member, [...path, key], list))
}

function pathsIn(list: Path, seats: readonly Seat[]): PathThroughLists[] {
  const paths = seats.filter((seat) => isSame(seat.list, list)).map(({ path }) => path)
  return paths.filter((path, index) => paths.findIndex((other) => isSame(other, path)) === index)
}

function isSame(a: PathThroughLists, b: PathThroughLists): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}

/** What the sieve can follow: of several places it would look at the first only. */
function sievePaths(list: Path, [path, second]: readonly PathThroughLists[]): readonly Path[] | undefined {
  const names = path?.filter((name) => name !== null) ?? []
  const isOne = path !== undefined && second === undefined && names.length === path.length
  const isShort = [...list.slice(0, 1), ...names].every((name) => SIEVE_NAME.test(name))
  if (!isOne || !isShort || names.length > SIEVE_NAMES) return undefined
  return names.length === 0 ? [] : [names]
}
