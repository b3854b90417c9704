import { isObject } from '../../signin/fields.ts'
import { parsedJson } from './cloudtrail-record.ts'
import { elements, type Path, type PathThroughLists, valuesAt } from './json-members.ts'
import { unescaped } from './json-string.ts'
import { atEachOf, holdsRecord } from './locate.ts'
import type { JsonForm, Located } from './read-json.ts'

/** Where a record stands in a value at the top: in the elements of this list, or without one in the value itself. */
interface Seat {
  readonly list: Path
  readonly path: PathThroughLists
}

/** No export that is known nests deeper. */
const DEEPEST = 8
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
    locate: atEachOf(paths),
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

const pathsIn = (list: Path, seats: readonly Seat[]): PathThroughLists[] =>
  distinct(seats.filter((seat) => isSame(seat.list, list)).map(({ path }) => path))

function distinct<Any extends PathThroughLists>(paths: readonly Any[]): Any[] {
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
