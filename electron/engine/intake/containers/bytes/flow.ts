import type { Trouble } from '../../reading.ts'

/**
 * Bytes in order, pulled by whoever reads them. Trouble is no exception: the flow ends there and says why; only a
 * stop that was asked for rejects.
 */
export interface Flow {
  /** The next piece, at least one byte, valid until the next call. Null at the end, and then for ever. */
  next(): Promise<Uint8Array | null>
  /** Why it ended early, or what proved wrong at its end. Known when it has ended. */
  trouble(): Trouble | null
}

/** Bytes that are in memory, as one piece. */
export function memoryFlow(bytes: Uint8Array): Flow {
  let rest: Uint8Array | null = bytes.length === 0 ? null : bytes
  return {
    async next() {
      const piece = rest
      rest = null
      return piece
    },
    trouble: () => null,
  }
}

/** The same flow after its first bytes were looked at. `head` has to stay as it is until it was read. */
export function withHead(head: Uint8Array, rest: Flow): Flow {
  let first: Uint8Array | null = head.length === 0 ? null : head
  return {
    async next() {
      if (first === null) return rest.next()
      const piece = first
      first = null
      return piece
    },
    trouble: () => rest.trouble(),
  }
}

/** Collects the first `count` bytes, fewer when the flow is shorter. The result is memory of its own. */
export async function readHead(flow: Flow, count: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  while (length < count) {
    const piece = await flow.next()
    if (piece === null) break
    pieces.push(new Uint8Array(piece))
    length += piece.length
  }
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)
}

/** Reads to the end; returns how many bytes there were. */
export async function drain(flow: Flow): Promise<number> {
  let bytes = 0
  for (let piece = await flow.next(); piece !== null; piece = await flow.next()) bytes += piece.length
  return bytes
}
