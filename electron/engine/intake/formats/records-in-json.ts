import { isObject } from '../../signin/fields.ts'
import { parsedJson } from './cloudtrail-record.ts'
import {
  elements,
  keyAt,
  members,
  type Path,
  type PathThroughLists,
  type Range,
  skipSpace,
} from './json-members.ts'
import { unescaped } from './json-string.ts'
import { atEachOf, holdsRecord, recordAt } from './locate.ts'
import type { JsonForm, Located } from './read-json.ts'

/** Where a record stands in a value at the top: in the elements of this list, or without one in the value itself. */
interface Seat {
  readonly list: Path
  readonly path: PathThroughLists
}

/** No export that is known nests deeper. */
const DEEPEST = 8
/** Of more, such as names that are made of the records, each would be looked for. */
const MOST_PATHS = 8
/** A value that is larger is not looked through. */
const LARGEST = 4 * 1024 * 1024
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
  const forSieve = sievePaths(list, paths)
  return {
    name: 'records-in-json',
    lists: list.length > 0 ? [list] : [],
    everyPlace: true,
    locate: paths.length > MOST_PATHS ? recordsAnywhere : atEachOf(paths),
    ...(forSieve === undefined ? {} : { paths: forSieve }),
    // Never asked: it is made for a content in which records were seen.
    sees: () => null,
  }
}

/**
 * Where further records stand in a value, beside those that are `known`. Some tools keep the text of a record twice:
 * where that of a known one stands again, and what stands at `places`, is told apart. Throws `JsonTrouble` as `locate`
 * does.
 */
export function recordsBeside(
  element: Uint8Array,
  known: readonly Located[],
  places: readonly Located[],
  maxDepth: number,
): { readonly further: readonly Located[]; readonly copies: readonly Located[] } {
  const texts = new Set(known.map((one) => textAt(element, one)))
  const overlaps = (one: Located) => (other: Located) => one.start < other.end && other.start < one.end
  const others = recordsAnywhere(element, maxDepth).filter((one) => !known.some(overlaps(one)))
  const isSamePlace = (one: Located) => (other: Located) => one.start === other.start && one.end === other.end
  const isCopy = (one: Located) => texts.has(textAt(element, one)) || places.some(isSamePlace(one))
  return { further: others.filter((one) => !isCopy(one)), copies: others.filter(isCopy) }
}

function textAt(element: Uint8Array, { start, end, place }: Located): string {
  const bytes = element.subarray(start, end)
  return Buffer.from((place === 'json-string' ? unescaped(bytes) : null) ?? bytes).toString('latin1')
}

function recordsAnywhere(element: Uint8Array, maxDepth: number): Located[] {
  if (element.length > LARGEST) return []
  return inside(parsedJson(element), { start: skipSpace(element, 0), end: element.length }, 0)

  function inside(value: unknown, { start, end }: Range, depth: number): Located[] {
    if (Array.isArray(value)) {
      if (depth > DEEPEST) return []
      const list: readonly unknown[] = value
      return [...elements(element, start, maxDepth)].flatMap((one, n) => inside(list[n], one, depth + 1))
    }
    if (holdsRecord(value)) return recordAt(element, start, end)
    if (!isObject(value) || depth > DEEPEST) return []
    return [...members(element, start, maxDepth)].flatMap(({ key, value: at }) =>
      inside(value[keyAt(element, key.start, key.end)], at, depth + 1),
    )
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
  if (holdsRecord(value)) return [{ list: list ?? [], path }]
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
