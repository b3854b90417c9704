import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { openInflater } from '../intake/containers/unpack/inflater.ts'
import { isGzip, readGzipHeader } from '../intake/fast/gzip-header.ts'
import { DEFAULT_LIMITS } from '../intake/limits.ts'
import type { Turns } from './turns.ts'

/** What is wrong with the packing of a file, in the sense of log file validation. */
export type PackingFault = 'trailing-data' | 'joined-members' | 'damaged'

export interface StrictContent {
  readonly bytes: number
  /** SHA-256 of the file as it lies there. */
  readonly sha256: string
  readonly contentBytes: number
  /** SHA-256 of what was unpacked: of the first member when several are joined. */
  readonly contentSha256: string
  readonly fault: PackingFault | null
  /** The content itself, when it is no longer than was asked for. */
  readonly content: Uint8Array | null
}

const TRAILER_BYTES = 8
const STEP = 256 * 1024

/**
 * Reads a file as validation wants it: one gzip member and nothing after it, or no gzip at all. The importer joins
 * members as gzip tools do; here that is a fault, because the hash of a digest covers one object as CloudTrail wrote
 * it (AWS CLI from 1.45.12 refuses bytes after the stream). `next` gives the pieces of the file, null at its end.
 * Rejects when more comes out than of any log: such a file was made to keep a reader busy. Others get their turn also
 * within a file, however large.
 */
export async function readStrictly(
  next: () => Uint8Array | null,
  keepAtMost: number,
  turns: Turns,
): Promise<StrictContent> {
  const own = createHash('sha256')
  const inner = createHash('sha256')
  const kept: Uint8Array[] = []
  let bytes = 0
  let contentBytes = 0
  const pull = (): Uint8Array | null => {
    const piece = next()
    if (piece === null) return null
    own.update(piece)
    bytes += piece.length
    return piece
  }
  const take = (piece: Uint8Array): void => {
    inner.update(piece)
    contentBytes += piece.length
    const { maxRatio, ratioFromBytes } = DEFAULT_LIMITS
    if (contentBytes > ratioFromBytes && contentBytes > bytes * maxRatio)
      throw new Error(`More than ${maxRatio} bytes come out of each byte.`)
    if (contentBytes <= keepAtMost) kept.push(new Uint8Array(piece))
  }
  const first = pull() ?? new Uint8Array(0)
  let fault: PackingFault | null = null
  if (isGzip(first, 0, first.length)) fault = await unpackOne(first, pull, take, turns)
  else {
    for (let piece: Uint8Array | null = first; piece !== null; piece = pull()) {
      take(piece)
      if (turns.isDue()) await turns.pass()
    }
  }
  // The hash of the file covers all of it, whatever is wrong.
  while (pull() !== null) if (turns.isDue()) await turns.pass()
  return {
    bytes,
    sha256: own.digest('hex'),
    contentBytes,
    contentSha256: inner.digest('hex'),
    fault,
    content: contentBytes <= keepAtMost ? Buffer.concat(kept) : null,
  }
}

async function unpackOne(
  first: Uint8Array,
  pull: () => Uint8Array | null,
  take: (piece: Uint8Array) => void,
  turns: Turns,
): Promise<PackingFault | null> {
  const inflater = openInflater()
  try {
    inflater.reset()
    let waiting = first
    /** Puts more packed bytes into sight; false when there are none. */
    const more = (): boolean => {
      while (waiting.length === 0) {
        const piece = pull()
        if (piece === null) return false
        waiting = piece
      }
      const fed = inflater.feed(waiting)
      waiting = waiting.subarray(fed)
      return fed > 0
    }
    let headerEnd: number | null = null
    while (headerEnd === null) {
      if (!more()) return 'damaged'
      const packed = inflater.packed()
      const header = readGzipHeader(packed, 0, packed.length)
      if (header.kind === 'bad') return 'damaged'
      if (header.kind === 'ends') headerEnd = header.at
    }
    inflater.skip(headerEnd)
    inflater.begin()
    let crc = 0
    let length = 0
    for (;;) {
      if (turns.isDue()) await turns.pass()
      const { piece, state } = inflater.step(STEP)
      if (piece.length > 0) {
        crc = crc32(piece, crc)
        length += piece.length
        take(piece)
      }
      if (state === 'ended') break
      if (state === 'damaged' || (state === 'needs-input' && !more())) return 'damaged'
    }
    while (inflater.packed().length < TRAILER_BYTES) if (!more()) return 'damaged'
    const packed = inflater.packed()
    const trailer = new DataView(packed.buffer, packed.byteOffset, TRAILER_BYTES)
    if (trailer.getUint32(0, true) !== crc || trailer.getUint32(4, true) !== length % 2 ** 32)
      return 'damaged'
    inflater.skip(TRAILER_BYTES)
    while (inflater.packed().length < 2 && more());
    const rest = inflater.packed()
    if (rest.length === 0) return null
    return isGzip(rest, 0, rest.length) ? 'joined-members' : 'trailing-data'
  } finally {
    inflater.close()
  }
}
