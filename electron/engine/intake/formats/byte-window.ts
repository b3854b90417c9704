/**
 * The part of a stream that is still needed, in one piece: bytes are added at the end and dropped at the start.
 * `bytes` is valid until the next `append`.
 */
export interface ByteWindow {
  readonly bytes: Uint8Array
  /** Position of `bytes[0]` in the stream. */
  readonly offset: number
  append(chunk: Uint8Array): void
  drop(count: number): void
  /** Forgets everything; the next byte that is added stands at `offset`. */
  reset(offset: number): void
}

const SMALLEST = 4096
/** A buffer that once held a huge record is not kept for small ones. */
const LARGE = 8 * 1024 * 1024

export function createByteWindow(): ByteWindow {
  let buffer = new Uint8Array(SMALLEST)
  let start = 0
  let end = 0
  let offset = 0
  let view: Uint8Array | null = null

  return {
    get bytes() {
      view ??= buffer.subarray(start, end)
      return view
    },
    get offset() {
      return offset
    },
    append(chunk) {
      const held = end - start
      const needed = held + chunk.length
      const wasteful = buffer.length > LARGE && needed < buffer.length / 8
      if (needed > buffer.length || wasteful) {
        const larger = new Uint8Array(Math.max(SMALLEST, needed > buffer.length ? needed * 2 : needed * 4))
        larger.set(buffer.subarray(start, end))
        buffer = larger
        start = 0
      } else if (end + chunk.length > buffer.length) {
        buffer.copyWithin(0, start, end)
        start = 0
      }
      buffer.set(chunk, start + held)
      end = start + needed
      view = null
    },
    drop(count) {
      start += count
      offset += count
      view = null
    },
    reset(at) {
      start = 0
      end = 0
      offset = at
      view = null
    },
  }
}
