import type { Trouble } from '../../reading.ts'
import type { Flow } from './flow.ts'

/** A flow of which the next bytes can be looked at together, however it is cut into pieces. */
export interface ByteWindow {
  /** Offset of the next byte. */
  readonly offset: number
  /** Bytes in sight. */
  readonly length: number
  /** True when the next `count` bytes are in sight already, so that nobody has to wait for `fill`. */
  has(count: number): boolean
  /** Brings the next `count` bytes into sight. False when the flow ends before; what is left is in sight then. */
  fill(count: number): Promise<boolean>
  /** The next `count` bytes, which must be in sight. Valid until the next `fill` or `discard` of more than those. */
  view(count: number): Uint8Array
  /** Goes past bytes in sight. */
  skip(count: number): void
  /** Goes past bytes wherever they are; returns how many there were. */
  discard(count: number): Promise<number>
  /**
   * The next `count` bytes as a flow of their own; the window stands behind what was read of it. When there are
   * fewer and the flow itself has nothing to say about it, `cut` makes the trouble from the number that is missing.
   */
  part(count: number, cut: (missing: number) => Trouble): Flow
  /** Trouble of the flow, known at its end. */
  trouble(): Trouble | null
}

const NOTHING = new Uint8Array(0)
/** Memory for joined bytes grows in steps. */
const SPARE = 64 * 1024

export function createByteWindow(flow: Flow): ByteWindow {
  /** What is in sight: bytes of `piece` from `at` on. Behind them stands what is left of a piece of the flow. */
  let piece: Uint8Array = NOTHING
  let at = 0
  let behind: Uint8Array = NOTHING
  let joined: Uint8Array = NOTHING
  let offset = 0
  let isEnded = false

  async function pull(): Promise<Uint8Array | null> {
    if (behind.length > 0) {
      const rest = behind
      behind = NOTHING
      return rest
    }
    const next = isEnded ? null : await flow.next()
    isEnded ||= next === null
    return next
  }

  /** A piece is gone with the next one, so bytes that lie in two of them are copied together. */
  async function fill(count: number): Promise<boolean> {
    const held = piece.length - at
    if (held >= count) return true
    if (joined.length < count) joined = new Uint8Array(Math.min(2 * count, count + SPARE))
    joined.set(piece.subarray(at))
    let used = held
    while (used < count) {
      const next = await pull()
      if (next === null) break
      if (used === 0 && next.length >= count) {
        piece = next
        at = 0
        return true
      }
      const taken = next.subarray(0, count - used)
      behind = next.subarray(taken.length)
      joined.set(taken, used)
      used += taken.length
    }
    piece = joined.subarray(0, used)
    at = 0
    return used >= count
  }

  async function nextPiece(most: number): Promise<Uint8Array | null> {
    if (piece.length === at) {
      const next = await pull()
      if (next === null) return null
      piece = next
      at = 0
    }
    const taken = piece.subarray(at, at + most)
    at += taken.length
    offset += taken.length
    return taken
  }

  return {
    get offset() {
      return offset
    },
    get length() {
      return piece.length - at
    },
    has: (count) => piece.length - at >= count,
    fill,
    view: (count) => piece.subarray(at, at + count),
    skip(count) {
      at += count
      offset += count
    },
    async discard(count) {
      let gone = 0
      while (gone < count) {
        const piece = await nextPiece(count - gone)
        if (piece === null) break
        gone += piece.length
      }
      return gone
    },
    part(count, cut) {
      let left = count
      let trouble: Trouble | null = null
      return {
        async next() {
          if (left === 0 || trouble !== null) return null
          const taken = await nextPiece(left)
          if (taken === null) trouble = flow.trouble() ?? cut(left)
          else left -= taken.length
          return taken
        },
        trouble: () => trouble,
      }
    },
    trouble: () => (isEnded ? flow.trouble() : null),
  }
}
