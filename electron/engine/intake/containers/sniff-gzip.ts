import { isGzip, readGzipHeader } from '../fast/gzip-header.ts'
import { SNIFF_BYTES, type Sniffed, sniff } from './sniff.ts'
import { openInflater } from './unpack/inflater.ts'

/** First bytes of a gzip that are enough to tell what it holds, unless its header holds an unusually long name. */
export const SNIFF_GZIP_BYTES = 4096

/**
 * What a gzip holds, told from its first bytes; costs a few microseconds. Damage is for the reader of the content to
 * find: what cannot be unpacked counts as content.
 */
export function sniffGzip(head: Uint8Array): Sniffed {
  const header = isGzip(head, 0, head.length) ? readGzipHeader(head, 0, head.length) : null
  if (header?.kind !== 'ends') return { kind: 'content' }
  const inflater = openInflater()
  try {
    inflater.reset()
    inflater.feed(head.subarray(header.at, header.at + SNIFF_GZIP_BYTES))
    inflater.begin()
    const inside = Buffer.allocUnsafe(SNIFF_BYTES)
    let length = 0
    for (;;) {
      const { piece, state } = inflater.step(SNIFF_BYTES - length)
      const taken = piece.subarray(0, SNIFF_BYTES - length)
      inside.set(taken, length)
      length += taken.length
      if (length === SNIFF_BYTES || state !== 'more') return sniff(inside.subarray(0, length))
    }
  } finally {
    inflater.close()
  }
}
