import {
  isSpace,
  JsonTrouble,
  NEEDS_MORE,
  stringEnd,
  valueEnd,
} from '../../../electron/engine/intake/formats/json-value-end.ts'
import type { IntakeLimits } from '../../../electron/engine/intake/limits.ts'
import type { Trouble } from '../../../electron/engine/intake/reading.ts'

/** Called for each element of `Records`, in order, with its exact bytes (a view that is valid during the call). */
export type OnRecord = (recordNumber: number, byteStart: number, bytes: Uint8Array) => void

/** What the content turned out to be. */
export interface ScanEnd {
  readonly records: number
  /** `trail` once a list named `Records` was seen at the top; `digest` by the key that only digests have. */
  readonly kind: 'trail' | 'digest' | 'other'
  readonly trouble: Trouble | null
}

export interface TrailScanner {
  push(chunk: Uint8Array): void
  /** Call once after the last chunk. */
  end(): ScanEnd
}

type State =
  | 'start'
  | 'key'
  | 'key-or-end'
  | 'after-member'
  | 'element'
  | 'element-or-end'
  | 'after-element'
  | 'done'

const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COMMA = 0x2c
const COLON = 0x3a
const QUOTE = 0x22
const BOM = [0xef, 0xbb, 0xbf]
const EMPTY = new Uint8Array(0)

/**
 * Finds the records of a trail object `{"Records":[…]}` in content that arrives in pieces: any key order, any
 * white space, other members before and after. It keeps no more than one record, and starts a record that is cut
 * by the end of a piece again from its first byte, so that there is no state inside a record.
 */
export function createTrailScanner(limits: IntakeLimits, onRecord: OnRecord): TrailScanner {
  let state: State = 'start'
  let bytes: Uint8Array = EMPTY
  /** Position of `bytes[0]` in the content. */
  let base = 0
  let at = 0
  /** While one value grows over many pieces, look again only when twice as much is there. */
  let tryFrom = 0
  let records = 0
  let isTrail = false
  let isDigest = false
  let trouble: Trouble | null = null

  function push(chunk: Uint8Array): void {
    if (trouble !== null) return
    bytes = joined(bytes.subarray(at), chunk)
    base += at
    at = 0
    if (bytes.length < tryFrom) return
    run()
  }

  function run(): void {
    try {
      while (at < bytes.length && step()) {
        // each step consumes one token, or says that it needs more bytes
      }
      const rest = bytes.length - at
      if (rest > limits.maxRecordBytes) {
        throw new JsonTrouble('record-too-large', at, `A value of more than ${limits.maxRecordBytes} bytes.`)
      }
      tryFrom = rest > 65_536 ? rest * 2 : 0
    } catch (cause) {
      if (!(cause instanceof JsonTrouble)) throw cause
      trouble = { reason: cause.reason, detail: cause.message, offset: base + cause.at, offsetIn: 'content' }
    }
  }

  /** Consumes one token; false when it does not end in the bytes that are there. */
  function step(): boolean {
    const byte = bytes[at]
    if (isSpace(byte)) return next(state)
    switch (state) {
      case 'start':
        return start(byte)
      case 'key':
      case 'key-or-end':
        if (byte === CLOSE_BRACE && state === 'key-or-end') return next('done')
        return member(byte)
      case 'after-member':
        if (byte === COMMA) return next('key')
        if (byte === CLOSE_BRACE) return next('done')
        throw unexpected('"," or "}"')
      case 'element':
      case 'element-or-end':
        if (byte === CLOSE_BRACKET && state === 'element-or-end') return next('after-member')
        return element()
      case 'after-element':
        if (byte === COMMA) return next('element')
        if (byte === CLOSE_BRACKET) return next('after-member')
        throw unexpected('"," or "]"')
      case 'done':
        throw new JsonTrouble('json-trailing-bytes', at, 'Bytes after the end of the JSON document.')
    }
  }

  function next(to: State): true {
    at += 1
    state = to
    return true
  }

  function start(byte: number | undefined): boolean {
    if (byte === OPEN_BRACE) return next('key-or-end')
    if (byte === BOM[0] && base + at === 0) {
      if (bytes.length < BOM.length) return false
      if (BOM.every((mark, index) => bytes[index] === mark)) {
        at += BOM.length
        return true
      }
    }
    if (byte === OPEN_BRACKET) throw new JsonTrouble('not-a-trail', at, 'A JSON list, not a trail object.')
    throw new JsonTrouble('not-json', at, 'The content does not start like JSON.')
  }

  function member(byte: number | undefined): boolean {
    if (byte !== QUOTE) throw unexpected('a key in quotes')
    const keyEnd = stringEnd(bytes, at, bytes.length)
    if (keyEnd === NEEDS_MORE) return false
    let value = keyEnd
    while (isSpace(bytes[value])) value += 1
    if (value >= bytes.length) return false
    if (bytes[value] !== COLON) throw new JsonTrouble('json-syntax', value, 'Expected ":" after a key.')
    value += 1
    while (isSpace(bytes[value])) value += 1
    if (value >= bytes.length) return false

    const key = keyText(bytes.subarray(at, keyEnd), at)
    if (key === 'Records' && bytes[value] === OPEN_BRACKET) {
      isTrail = true
      at = value
      return next('element-or-end')
    }
    if (key === 'digestS3Object') isDigest = true
    const end = valueEnd(bytes, value, bytes.length, limits.maxDepth)
    if (end === NEEDS_MORE) return false
    at = end
    state = 'after-member'
    return true
  }

  function element(): boolean {
    const end = valueEnd(bytes, at, bytes.length, limits.maxDepth)
    if (end === NEEDS_MORE) return false
    records += 1
    onRecord(records, base + at, bytes.subarray(at, end))
    at = end
    state = 'after-element'
    return true
  }

  const unexpected = (wanted: string) =>
    new JsonTrouble('json-syntax', at, `Expected ${wanted}, found byte 0x${(bytes[at] ?? 0).toString(16)}.`)

  function end(): ScanEnd {
    if (trouble === null && tryFrom > 0) run()
    if (trouble === null && state !== 'done') {
      const offset = base + bytes.length
      const empty = state === 'start' && offset === base + at
      trouble = empty
        ? { reason: 'empty', detail: 'Nothing but white space.', offset: 0, offsetIn: 'content' }
        : { reason: 'json-truncated', detail: 'The content ends in the middle.', offset, offsetIn: 'content' }
    }
    const kind = isTrail ? 'trail' : isDigest ? 'digest' : 'other'
    return { records, kind, trouble }
  }

  return { push, end }
}

function keyText(quoted: Uint8Array, at: number): string {
  try {
    return String(JSON.parse(new TextDecoder().decode(quoted)))
  } catch {
    throw new JsonTrouble('json-syntax', at, 'A key that is not valid JSON text.')
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}
