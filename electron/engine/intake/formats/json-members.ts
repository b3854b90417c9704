import { isPlainKey, keyText } from './json-string.ts'
import { isSpace, JsonTrouble, NEEDS_MORE, stringEnd, valueEnd } from './json-value-end.ts'

/** A half-open range of bytes. */
export interface Range {
  readonly start: number
  readonly end: number
}

export type Path = readonly string[]

/** A path that goes through lists: null stands for each of their elements. */
export type PathThroughLists = readonly (string | null)[]

/**
 * Where the values at a path stand in a whole JSON value: as often as its keys stand there, in order.
 * None when a key is missing or a value on the way is no object. Throws `JsonTrouble` when the structure is broken.
 */
export function valuesAt(bytes: Uint8Array, path: PathThroughLists, maxDepth: number): Range[] {
  let found: Range[] = [{ start: skipSpace(bytes, 0), end: bytes.length }]
  for (const key of path) {
    found = found.flatMap(({ start }) =>
      key === null ? [...elements(bytes, start, maxDepth)] : membersNamed(key, bytes, start, maxDepth),
    )
  }
  return found
}

/** The elements of the list that starts at `from`, or nothing when none does. Throws like `valuesAt`. */
export function* elements(bytes: Uint8Array, from: number, maxDepth: number): Generator<Range> {
  if (bytes[from] !== 0x5b) return
  let at = skipSpace(bytes, from + 1)
  while (bytes[at] !== 0x5d) {
    const end = wholeValue(bytes, at, maxDepth)
    yield { start: at, end }
    at = afterValue(bytes, end, 0x5d)
  }
}

/** The members of the object that starts at `from`, key and value, or nothing when none does. Throws like `valuesAt`. */
export function* members(
  bytes: Uint8Array,
  from: number,
  maxDepth: number,
): Generator<{ readonly key: Range; readonly value: Range }> {
  if (bytes[from] !== 0x7b) return
  let at = skipSpace(bytes, from + 1)
  while (bytes[at] !== 0x7d) {
    if (bytes[at] !== 0x22) throw new JsonTrouble('json-syntax', at, 'Expected a key in quotes.')
    const keyEnd = stringEnd(bytes, at, bytes.length)
    if (keyEnd === NEEDS_MORE) throw new JsonTrouble('json-truncated', bytes.length, 'A key without end.')
    const colon = skipSpace(bytes, keyEnd)
    if (bytes[colon] !== 0x3a) throw new JsonTrouble('json-syntax', colon, 'Expected ":" after a key.')
    const start = skipSpace(bytes, colon + 1)
    const end = wholeValue(bytes, start, maxDepth)
    yield { key: { start: at, end: keyEnd }, value: { start, end } }
    at = afterValue(bytes, end, 0x7d)
  }
}

function membersNamed(name: string, bytes: Uint8Array, from: number, maxDepth: number): Range[] {
  const found: Range[] = []
  for (const { key, value } of members(bytes, from, maxDepth))
    if (isKey(bytes, key.start, key.end, name)) found.push(value)
  return found
}

/** Without making a text of each key that is another. */
function isKey(bytes: Uint8Array, from: number, to: number, key: string): boolean {
  if (!isPlainKey(bytes, from, to)) return keyAt(bytes, from, to) === key
  if (to - from - 2 !== key.length) return false
  for (let at = 0; at < key.length; at += 1) if (bytes[from + 1 + at] !== key.charCodeAt(at)) return false
  return true
}

/** Index of the first byte from `from` on that is no white space. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from
  while (isSpace(bytes[at])) at += 1
  return at
}

/** The key between `from` and `to`, quotes included. Throws `JsonTrouble` when it is not valid. */
export function keyAt(bytes: Uint8Array, from: number, to: number): string {
  try {
    return keyText(bytes, from, to)
  } catch {
    throw new JsonTrouble('json-syntax', from, 'A key that is not valid JSON text.')
  }
}

function wholeValue(bytes: Uint8Array, at: number, maxDepth: number): number {
  const end = at < bytes.length ? valueEnd(bytes, at, bytes.length, maxDepth) : NEEDS_MORE
  if (end === NEEDS_MORE) throw new JsonTrouble('json-truncated', bytes.length, 'A value without end.')
  return end
}

function afterValue(bytes: Uint8Array, end: number, closer: number): number {
  const at = skipSpace(bytes, end)
  if (bytes[at] === closer) return at
  if (bytes[at] !== 0x2c) throw new JsonTrouble('json-syntax', at, 'Expected "," or the end of the value.')
  return skipSpace(bytes, at + 1)
}
