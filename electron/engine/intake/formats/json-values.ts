import type { Behind, Passed } from '../fast/sieve.ts'
import type { IntakeLimits } from '../limits.ts'
import type { Trouble } from '../reading.ts'
import { createByteWindow } from './byte-window.ts'
import { keyAt, type Path } from './json-members.ts'
import { isPlainKey } from './json-string.ts'
import { isSpace, JsonTrouble, NEEDS_MORE, stringEnd, valueEnd } from './json-value-end.ts'
import type { TextReader } from './read-text.ts'

/** Takes what stands in the content, in order. Positions are in the text; views are valid during the call. */
export interface ElementSink {
  /** `inList`: an element of one of the lists that were asked for; else a value at the top, or in a list there. */
  element(start: number, bytes: Uint8Array, inList: boolean): void
  /** What stands in a wrapper beside its lists. */
  aside(start: number, bytes: Uint8Array): void
  /** Asked before an object that may be an element: goes past those that need not be looked at. */
  passOver(bytes: Uint8Array, at: number, position: number, behind: Behind): Passed
  trouble(trouble: Trouble): void
}

export interface JsonValues extends TextReader {
  /** Begins anew with content that stands at `position`. */
  reset(position: number): void
}

type ListFrame = { readonly kind: 'list'; readonly atTop: boolean; next: 'first' | 'value' | 'after' }
type ObjectFrame = { readonly kind: 'object'; readonly path: Path; next: 'first' | 'key' | 'after' }
type Frame = ListFrame | ObjectFrame

const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COMMA = 0x2c
const COLON = 0x3a
const QUOTE = 0x22
const NEWLINE = 0x0a

/**
 * Finds the elements of JSON content that arrives in pieces: any number of values one after the other, with white
 * space between them or nothing. An object at the top (or in a list at the top) that has one of `lists` is a
 * wrapper, and the elements of the list are handed out; any other is handed out whole.
 *
 * Keeps no more than one element: a token that is cut by the end of a piece is started again from its first byte,
 * so that there is no state inside strings and numbers. After damage it goes on at the next line that starts with a
 * bracket, as no line inside valid JSON text can that is not structure.
 */
export function createJsonValues(
  limits: IntakeLimits,
  lists: readonly Path[],
  sink: ElementSink,
): JsonValues {
  const window = createByteWindow()
  let bytes = window.bytes
  let at = 0
  let stack: Frame[] = []
  /** Position of the object at the top that is not known to be a wrapper yet; -1 without one. */
  let topStart = -1
  let seenLists = new Set<string>()
  /** While one token grows over many pieces, look again only when twice as much is there. */
  let tryFrom = 0
  let values = 0
  let isLost = false

  function push(chunk: Uint8Array): void {
    const kept = topStart < 0 ? at : topStart - window.offset
    window.drop(kept)
    at -= kept
    window.append(chunk)
    bytes = window.bytes
    if (bytes.length - at >= tryFrom) run()
  }

  function run(): void {
    tryFrom = 0
    do {
      try {
        if (isLost && !findNextLine()) return
        while (at < bytes.length && step()) {
          // each step consumes one token, or says that it needs more bytes
        }
        const held = bytes.length - (topStart < 0 ? at : topStart - window.offset)
        if (held > limits.maxRecordBytes) {
          const detail = `A value of more than ${limits.maxRecordBytes} bytes.`
          throw new JsonTrouble('record-too-large', topStart < 0 ? at : topStart - window.offset, detail)
        }
        const rest = bytes.length - at
        tryFrom = rest > 4096 ? rest * 2 : 0
        return
      } catch (cause) {
        if (!(cause instanceof JsonTrouble)) throw cause
        const offset = window.offset + cause.at
        sink.trouble({ reason: cause.reason, detail: cause.message, offset, offsetIn: 'content' })
        at = Math.max(at, cause.at)
        loseTrack()
      }
    } while (at < bytes.length)
  }

  function loseTrack(): void {
    stack = []
    topStart = -1
    isLost = true
  }

  /** Moves to a line that starts with a bracket. False when there is none in the bytes that are there. */
  function findNextLine(): boolean {
    for (;;) {
      const line = bytes.indexOf(NEWLINE, at)
      at = line < 0 ? bytes.length : line
      const first = bytes[at + 1]
      if (first === undefined) return false
      at += 1
      if (first === OPEN_BRACE || first === OPEN_BRACKET) {
        isLost = false
        return true
      }
    }
  }

  /** Consumes one token; false when it does not end in the bytes that are there. */
  function step(): boolean {
    const byte = bytes[at]
    if (isSpace(byte)) {
      at += 1
      return true
    }
    const frame = stack.at(-1)
    if (frame === undefined) return topValue(byte)
    if (frame.next === 'after') {
      if (byte === COMMA) frame.next = frame.kind === 'list' ? 'value' : 'key'
      else if (byte === (frame.kind === 'list' ? CLOSE_BRACKET : CLOSE_BRACE)) close(frame)
      else throw unexpected(frame.kind === 'list' ? '"," or "]"' : '"," or "}"')
      at += 1
      return true
    }
    if (frame.next === 'first' && byte === (frame.kind === 'list' ? CLOSE_BRACKET : CLOSE_BRACE)) {
      close(frame)
      at += 1
      return true
    }
    return frame.kind === 'list' ? listValue(frame, byte) : member(frame, byte)
  }

  function topValue(byte: number | undefined): boolean {
    if (byte === OPEN_BRACE) return passedOver('space') || open(topObject())
    if (byte === OPEN_BRACKET) return open({ kind: 'list', atTop: true, next: 'first' })
    if (byte === QUOTE) return element(false)
    const detail =
      values > 0 ? 'Bytes after the end of the JSON document.' : 'The content does not start like JSON.'
    throw new JsonTrouble(values > 0 ? 'json-trailing-bytes' : 'not-json', at, detail)
  }

  function passedOver(behind: Behind): boolean {
    const passed = sink.passOver(bytes, at, window.offset + at, behind)
    at += passed.bytes
    if (stack.length === 0) values += passed.records
    return passed.records > 0
  }

  function topObject(): ObjectFrame {
    topStart = window.offset + at
    seenLists = new Set()
    return { kind: 'object', path: [], next: 'first' }
  }

  function open(frame: Frame): true {
    stack.push(frame)
    at += 1
    return true
  }

  function listValue(frame: ListFrame, byte: number | undefined): boolean {
    if (byte === OPEN_BRACE && passedOver('comma')) {
      frame.next = 'value'
      return true
    }
    if (frame.atTop && byte === OPEN_BRACE) {
      frame.next = 'after'
      return open(topObject())
    }
    if (!element(!frame.atTop)) return false
    frame.next = 'after'
    return true
  }

  function element(inList: boolean): boolean {
    const end = valueEnd(bytes, at, bytes.length, limits.maxDepth)
    if (end === NEEDS_MORE) return false
    sink.element(window.offset + at, bytes.subarray(at, end), inList)
    at = end
    if (stack.length === 0) values += 1
    return true
  }

  function member(frame: ObjectFrame, byte: number | undefined): boolean {
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

    const opens = bytes[value]
    if (opens === OPEN_BRACKET || opens === OPEN_BRACE) {
      const path = [...frame.path, keyAt(bytes, at, keyEnd)]
      if (lists.some((list) => startsWith(list, path, opens === OPEN_BRACKET))) {
        if (opens === OPEN_BRACKET) enterList(path)
        frame.next = 'after'
        at = value
        return open(
          opens === OPEN_BRACKET
            ? { kind: 'list', atTop: false, next: 'first' }
            : { kind: 'object', path, next: 'first' },
        )
      }
    } else if (!isPlainKey(bytes, at, keyEnd)) keyAt(bytes, at, keyEnd)
    const end = valueEnd(bytes, value, bytes.length, limits.maxDepth)
    if (end === NEEDS_MORE) return false
    if (topStart < 0) sink.aside(window.offset + value, bytes.subarray(value, end))
    at = end
    frame.next = 'after'
    return true
  }

  /** A wrapper need not be kept. Its key a second time is odd: most readers would see the last list only. */
  function enterList(path: Path): void {
    if (topStart >= 0) sink.aside(topStart, bytes.subarray(topStart - window.offset, at))
    topStart = -1
    const key = path.join('.')
    if (seenLists.has(key)) {
      const detail = `A second list named "${key}"; both were read.`
      sink.trouble({ reason: 'json-repeated-key', detail, offset: window.offset + at, offsetIn: 'content' })
    }
    seenLists.add(key)
  }

  function close(frame: Frame): void {
    stack.pop()
    if (frame.kind === 'object' && frame.path.length === 0 && topStart >= 0) {
      sink.element(topStart, bytes.subarray(topStart - window.offset, at + 1), false)
      topStart = -1
    }
    if (stack.length === 0) values += 1
  }

  const unexpected = (wanted: string) =>
    new JsonTrouble('json-syntax', at, `Expected ${wanted}, found byte 0x${(bytes[at] ?? 0).toString(16)}.`)

  function end(): void {
    if (tryFrom > 0) run()
    const isCut = stack.length > 0 || at < bytes.length
    if (isLost || !isCut) return
    const offset = window.offset + bytes.length
    sink.trouble({
      reason: 'json-truncated',
      detail: 'The content ends in the middle.',
      offset,
      offsetIn: 'content',
    })
  }

  return {
    push,
    end,
    keptFrom: () => (topStart < 0 ? window.offset + at : topStart),
    reset(position) {
      window.reset(position)
      bytes = window.bytes
      at = 0
      stack = []
      topStart = -1
      tryFrom = 0
      values = 0
      isLost = false
    },
  }
}

/** True when `path` is the list itself, or for an object a step on the way to it. */
function startsWith(list: Path, path: Path, isList: boolean): boolean {
  return (
    (isList ? list.length === path.length : list.length > path.length) &&
    path.every((key, i) => key === list[i])
  )
}
