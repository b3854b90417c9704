import { createHash } from 'node:crypto'
import { constants, gzipSync, type ZlibOptions } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { READERS, readBytes } from './read-bytes.ts'
import { type Seeded, seeded } from './seeded.ts'

const STRATEGIES = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FILTERED,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
  constants.Z_FIXED,
]

/** Bytes of one kind or a mix: noise, few values, long runs, repeats near and far, text. */
function madeBytes(random: Seeded): Buffer {
  const parts: Buffer[] = []
  for (let count = random.below(8); count >= 0; count--) {
    const size = random.pick([0, 1, 7, 64, 300, 5000, 40_000])
    const values = random.pick([1, 2, 8, 60, 256])
    const part = Buffer.alloc(size)
    for (let at = 0; at < size; at++) part[at] = random.below(values)
    const period = random.pick([0, 1, 2, 3, 5, 8, 13, 16, 17, 31, 32, 33, 258, 32_768])
    if (period > 0) for (let at = period; at < size; at++) part[at] = part[at - period]!
    parts.push(part)
    const all = Buffer.concat(parts)
    const from = random.below(all.length + 1)
    if (random.below(2) === 0) parts.push(all.subarray(from, from + random.below(70_000)))
  }
  return Buffer.concat(parts)
}

describe.each(READERS)('Unpacks what zlib packed, %s', (_, reader) => {
  test('600 contents, all levels, strategies, window sizes and memory levels', () => {
    for (let seed = 0; seed < 600; seed++) {
      const random = seeded(seed)
      // The document ends at once; the bytes after it are trouble for the scanner and none for the unpacking.
      const content = Buffer.concat([Buffer.from('{"Records":[]}.'), madeBytes(random)])
      const options: ZlibOptions = {
        level: random.below(10),
        strategy: random.pick(STRATEGIES),
        memLevel: 1 + random.below(9),
        windowBits: 9 + random.below(7),
      }
      const { reading } = readBytes(reader, gzipSync(content, options), { maxRatio: 5000 })
      const hint = `seed ${seed}, ${JSON.stringify(options)}`
      expect(reading.end, hint).toMatchObject({ reason: 'json-trailing-bytes', offset: 14 })
      expect(reading.contentBytes, hint).toBe(content.length)
      expect(reading.contentSha256, hint).toBe(createHash('sha256').update(content).digest('hex'))
    }
  })

  test('flushed streams: empty stored blocks and blocks that end anywhere', () => {
    const content = Buffer.from(
      `{"Records":[${Array.from({ length: 3000 }, (_, n) => `{"n":${n}}`).join(',')}]}`,
    )
    for (const flush of [
      constants.Z_PARTIAL_FLUSH,
      constants.Z_SYNC_FLUSH,
      constants.Z_FULL_FLUSH,
      constants.Z_BLOCK,
    ]) {
      const { reading } = readBytes(reader, gzipSync(content, { flush, chunkSize: 64 }))
      expect(reading).toMatchObject({ records: 3000, end: { kind: 'complete' } })
    }
  })
})
