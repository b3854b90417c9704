import type { SourceReason } from '../../../../shared/domain/source.ts'

/** The value does not end in the bytes that are there. */
export const NEEDS_MORE = -1

/** JSON that cannot be followed further. `at` is an index into the bytes that were being looked at. */
export class JsonTrouble extends Error {
  override readonly name = 'JsonTrouble'
  readonly reason: SourceReason
  readonly at: number

  constructor(reason: SourceReason, at: number, message: string) {
    super(message)
    this.reason = reason
    this.at = at
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

/** True for the four bytes that JSON allows between tokens. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/**
 * Index after the JSON value that starts at `from`, or `NEEDS_MORE`. Follows strings and brackets only: whether
 * the value is valid inside is for `JSON.parse` to say. Throws `JsonTrouble` for a bracket of the wrong kind, a
 * byte that starts no value, or more than `maxDepth` levels.
 */
export function valueEnd(bytes: Uint8Array, from: number, to: number, maxDepth: number): number {
  const first = bytes[from]
  if (first === QUOTE) return stringEnd(bytes, from, to)
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return containerEnd(bytes, from, to, maxDepth)
  return scalarEnd(bytes, from, to)
}

/** True when the first object of a text has no end there: what the text was cut from went on. */
export function isLeftOpen(text: Uint8Array, maxDepth: number): boolean {
  const start = text.indexOf(OPEN_BRACE)
  if (start < 0) return false
  try {
    return valueEnd(text, start, text.length, maxDepth) === NEEDS_MORE
  } catch {
    return false
  }
}

/** Index after the closing quote of the string that starts at `from`, or `NEEDS_MORE`. */
export function stringEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from + 1
  while (at < to) {
    const byte = bytes[at]
    if (byte === QUOTE) return at + 1
    at += byte === BACKSLASH ? 2 : 1
  }
  return NEEDS_MORE
}

function containerEnd(bytes: Uint8Array, from: number, to: number, maxDepth: number): number {
  const closers: number[] = []
  let at = from
  while (at < to) {
    const byte = bytes[at]
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at, to)
      if (end === NEEDS_MORE) return NEEDS_MORE
      at = end
      continue
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      closers.push(byte === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET)
      if (closers.length > maxDepth) {
        throw new JsonTrouble('nesting-too-deep', at, `More than ${maxDepth} levels inside each other.`)
      }
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      if (closers.pop() !== byte) throw new JsonTrouble('json-syntax', at, 'A bracket of the wrong kind.')
      if (closers.length === 0) return at + 1
    }
    at += 1
  }
  return NEEDS_MORE
}

/** Numbers, `true`, `false`, `null`: they end where a separator stands, which must be in sight. */
function scalarEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to) {
    const byte = bytes[at]
    if (byte === 0x2c || byte === CLOSE_BRACKET || byte === CLOSE_BRACE || isSpace(byte)) break
    if (at - from > 1024) throw new JsonTrouble('json-syntax', from, 'Neither text, number nor list.')
    at += 1
  }
  if (at === to) return NEEDS_MORE
  const text = new TextDecoder().decode(bytes.subarray(from, at))
  try {
    JSON.parse(text)
  } catch {
    throw new JsonTrouble('json-syntax', from, `Unexpected ${JSON.stringify(text.slice(0, 20))}.`)
  }
  return at
}
