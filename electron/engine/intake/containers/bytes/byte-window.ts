import type { Trouble } from '../../reading.ts'
import type { Flow } from './flow.ts'

/** A flow of which the next bytes can be looked at together, however it is cut into pieces. */
export interface ByteWindow {
  /** Offset of the next byte. */
  readonly offset: number
  /** Bytes in sight. */
  readonly length: number
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

export function createByteWindow(flow: Flow): ByteWindow {
  let piece: Uint8Array = new Uint8Array(0)
  let at = 0
  let offset = 0
  let isEnded = false

  async function fill(count: number): Promise<boolean> {
    if (piece.length - at >= count) return true
    if (isEnded) return false
    // A piece is gone with the next one, so what is left of it is copied.
    let room = Buffer.allocUnsafeSlow(Math.max(count, 4096))
    let used = copyTo(room, 0, piece.subarray(at))
    while (used < count) {
      const next = await flow.next()
      if (next === null) {
        isEnded = true
        break
      }
      if (used === 0 && next.length >= count) {
        piece = next
        at = 0
        return true
      }
      if (used + next.length > room.length) {
        const larger = Buffer.allocUnsafeSlow(used + next.length)
        copyTo(larger, 0, room.subarray(0, used))
        room = larger
      }
      used += copyTo(room, used, next)
    }
    piece = room.subarray(0, used)
    at = 0
    return used >= count
  }

  async function nextPiece(most: number): Promise<Uint8Array | null> {
    if (piece.length === at) {
      const next = isEnded ? null : await flow.next()
      if (next === null) {
        isEnded = true
        return null
      }
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

function copyTo(target: Uint8Array, at: number, bytes: Uint8Array): number {
  target.set(bytes, at)
  return bytes.length
}
