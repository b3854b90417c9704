import { createHash } from 'node:crypto'
import { constants, crc32, deflateRawSync, gzipSync, inflateRawSync, type ZlibOptions } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { longWordsBlock, madeBlock } from './made-deflate.ts'
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
      const content = Buffer.concat([Buffer.from(DOCUMENT_TEXT), madeBytes(random)])
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

  test('5,000 blocks with made-up codes: refuses exactly what zlib refuses', () => {
    let good = 0
    for (let seed = 0; seed < 5000; seed++) {
      const packed = madeBlock(seeded(seed))
      const truth = unpackedByZlib(packed)
      const hint = `seed ${seed}`
      if (typeof truth === 'string') {
        const file = Buffer.concat([DOCUMENT, member(packed, '')])
        const { end } = readBytes(reader, truth === 'cut' ? file.subarray(0, -TRAILER_BYTES) : file).reading
        expect(end, hint).toMatchObject({ reason: truth === 'cut' ? 'gzip-truncated' : 'gzip-corrupt' })
        // Not by the checksum, which is that of nothing here.
        expect(end.kind === 'trouble' && end.detail, hint).not.toContain('CRC-32')
        continue
      }
      good += 1
      const file = Buffer.concat([DOCUMENT, member(packed.subarray(0, truth.used), truth.content)])
      const { end, contentBytes } = readBytes(reader, file).reading
      expect(end, hint).toMatchObject({ reason: 'json-trailing-bytes', offset: 14 })
      expect(contentBytes, hint).toBe(DOCUMENT_TEXT.length + truth.content.length)
    }
    expect(good).toBeGreaterThan(1000)
  })

  test('300 blocks whose code words have up to 15 bits, with all extra bits, in any order', () => {
    for (let seed = 0; seed < 300; seed++) {
      const packed = longWordsBlock(seeded(seed))
      const content = inflateRawSync(packed)
      const file = Buffer.concat([DOCUMENT, member(packed, content)])
      const { end, contentBytes } = readBytes(reader, file).reading
      // The checksum of all of it was right.
      expect(end, `seed ${seed}`).toMatchObject({ reason: 'json-trailing-bytes', offset: 14 })
      expect(contentBytes, `seed ${seed}`).toBe(DOCUMENT_TEXT.length + content.length)
    }
  })

  test.each([
    ['a few bytes', 0],
    ['many bytes', 5000],
  ])('a match that reaches into an earlier member is refused, with %s behind it', (_, more) => {
    const random = seeded(1)
    const noise = (size: number) => Buffer.from(Array.from({ length: size }, () => random.below(256)))
    const dictionary = noise(500)
    const content = Buffer.concat([dictionary, noise(more)])
    const packed = deflateRawSync(content, { dictionary })
    const first = gzipSync(Buffer.concat([Buffer.from(DOCUMENT_TEXT), dictionary]))
    const { end } = readBytes(reader, Buffer.concat([first, member(packed, content)])).reading
    expect(end).toMatchObject({ reason: 'gzip-corrupt' })
    expect(end.kind === 'trouble' && end.detail).toContain('the packed data is damaged')
  })
})

/** A whole document and one byte more: what follows is trouble for the scanner and none for the unpacking. */
const DOCUMENT_TEXT = '{"Records":[]}.'
const DOCUMENT = gzipSync(DOCUMENT_TEXT)
const TRAILER_BYTES = 8

interface Unpacked {
  readonly content: Buffer
  /** Packed bytes that were used. */
  readonly used: number
}

/** What zlib makes of packed bytes; when it refuses them, why. */
function unpackedByZlib(packed: Uint8Array): Unpacked | 'damaged' | 'cut' {
  try {
    const { buffer, engine } = inflateRawSync(packed, { info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return { content: buffer, used: engine.bytesWritten }
  } catch (cause) {
    return (cause as { code: string }).code === 'Z_DATA_ERROR' ? 'damaged' : 'cut'
  }
}

/** A gzip member around packed bytes, with the sums of this content. */
function member(packed: Uint8Array, content: Uint8Array | string): Buffer {
  const trailer = Buffer.alloc(TRAILER_BYTES)
  trailer.writeUInt32LE(crc32(content))
  trailer.writeUInt32LE(content.length, 4)
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), packed, trailer])
}
