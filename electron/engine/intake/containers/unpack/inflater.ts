import { type Engine, SLACK, startEngine } from '../../fast/engine.ts'

const KIB = 1024
const INPUT = 256 * KIB
const OUTPUT = 256 * KIB
/** A match of deflate reaches back so far at most. */
const HISTORY = 32 * KIB
/** More than a few at once are only needed for packings inside each other. */
const KEPT_IDLE = 4

/** Answers of the module's `inflate` (`fast/wasm/inflate.ts`). */
const ANSWERS = ['more', 'ended', 'needs-input', 'damaged'] as const

/**
 * Deflate (RFC 1951) with the module of the fast reader: synchronous, resumable anywhere, and exact about damage:
 * all that could be unpacked before it comes out. Packed bytes lie in a window of the module, also those that are
 * no deflate, such as headers.
 */
export interface Inflater {
  /** Packed bytes in sight, from the next one on. Valid until the next call. */
  packed(): Uint8Array
  /** Forgets everything, packed bytes too. */
  reset(): void
  /** Takes packed bytes, as many as fit; returns how many. */
  feed(bytes: Uint8Array): number
  skip(count: number): void
  /** Begins a deflate stream at the next packed byte. */
  begin(): void
  /** Unpacks up to `most` bytes (and up to 320 more). The piece is valid until the next call. */
  step(most: number): { readonly piece: Uint8Array; readonly state: (typeof ANSWERS)[number] }
  /** Gives the memory back to be used for another stream. */
  close(): void
}

const idle: Engine[] = []

/** One deflate stream at a time. Take one for each stream that is under way and close it. */
export function openInflater(): Inflater {
  const engine = idle.pop() ?? startEngine()
  const { exports } = engine
  const inputStart = exports.windowsStart()
  const outputStart = inputStart + INPUT + SLACK
  engine.reach(outputStart + HISTORY + OUTPUT + SLACK)
  const { bytes } = engine
  let inAt = inputStart
  let inEnd = inputStart
  let outEnd = outputStart
  let isOpen = true

  return {
    packed: () => bytes.subarray(inAt, inEnd),
    reset() {
      inAt = inputStart
      inEnd = inputStart
    },
    feed(from) {
      if (inAt > inputStart) {
        bytes.copyWithin(inputStart, inAt, inEnd)
        inEnd -= inAt - inputStart
        inAt = inputStart
        exports.moveInput(inAt)
      }
      const count = Math.min(from.length, inputStart + INPUT - inEnd)
      bytes.set(count === from.length ? from : from.subarray(0, count), inEnd)
      inEnd += count
      return count
    },
    skip(count) {
      inAt += count
    },
    begin() {
      outEnd = outputStart
      exports.beginStream(inAt)
    },
    step(most) {
      if (outEnd - outputStart > HISTORY) {
        bytes.copyWithin(outputStart, outEnd - HISTORY, outEnd)
        outEnd = outputStart + HISTORY
      }
      const from = outEnd
      const answer = exports.inflate(from, from + Math.min(most, OUTPUT), outputStart, inEnd)
      outEnd = exports.outAt.value >>> 0
      inAt = exports.inputAt.value >>> 0
      return { piece: bytes.subarray(from, outEnd), state: ANSWERS[answer] ?? 'damaged' }
    },
    close() {
      if (isOpen && idle.length < KEPT_IDLE) idle.push(engine)
      isOpen = false
    },
  }
}
