import { type Engine, SLACK } from './engine.ts'
import { createSha256 } from './sha256.ts'

/** Where bytes come from: reads up to `length` of the next bytes into `target` at `at`; 0 at the end. */
export type ByteInput = (target: Uint8Array, at: number, length: number) => number

/** The part of a file that is in memory, between two addresses. Everything read is hashed on the way. */
export interface InputWindow {
  /** Address behind the window, where the next one may begin. */
  readonly limit: number
  /** Address of the next byte that was not used yet, and of the end of what is there. */
  at: number
  readonly end: number
  /** Begins an input whose size is believed to be `size`, and reads its first bytes. */
  begin(input: ByteInput, size: number): void
  /** Moves the unused bytes to the front and reads more. False at the end of the file or when there is no room. */
  more(): boolean
  readonly isFull: boolean
  /** Offset in the file of an address. */
  offsetOf(address: number): number
  /** Bytes read so far. */
  readonly bytes: number
  sha256(): string
}

export function createInputWindow(engine: Engine, start: number, capacity: number): InputWindow {
  const limit = start + capacity + SLACK
  const sha256 = createSha256()
  let input: ByteInput = () => 0
  let expected = 0
  let at = start
  let end = start
  let bytes = 0
  let isEnded = false

  /** Fills the room behind `end`. One read more than the size says, unless that was reached exactly. */
  function fill(): boolean {
    const from = end
    while (!isEnded && end < start + capacity) {
      const count = input(engine.bytes, end, start + capacity - end)
      end += count
      bytes += count
      isEnded = count === 0 || bytes === expected
    }
    if (end > from) sha256.add(engine.bytes.subarray(from, end), isEnded)
    return end > from
  }

  function more(): boolean {
    engine.bytes.copyWithin(start, at, end)
    end -= at - start
    at = start
    return fill()
  }

  engine.reach(limit)
  return {
    limit,
    get at() {
      return at
    },
    set at(address) {
      at = address
    },
    get end() {
      return end
    },
    get isFull() {
      return end - at === capacity
    },
    get bytes() {
      return bytes
    },
    begin(from, size) {
      input = from
      expected = size
      at = start
      end = start
      bytes = 0
      isEnded = false
      sha256.begin()
      fill()
    },
    more,
    offsetOf: (address) => bytes - (end - address),
    sha256: () => sha256.hex(),
  }
}
