import { randomBytes } from 'node:crypto'
import { constants, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createBudget } from '../../../electron/engine/intake/containers/budget.ts'
import { type Flow, memoryFlow } from '../../../electron/engine/intake/containers/bytes/flow.ts'
import { DEFAULT_TREE_LIMITS } from '../../../electron/engine/intake/containers/tree-limits.ts'
import { gunzipFlow } from '../../../electron/engine/intake/containers/unpack/gunzip-flow.ts'
import type { UnpackedFlow } from '../../../electron/engine/intake/containers/unpack/unpacked.ts'
import { openCodecZstd } from '../../../electron/engine/intake/containers/zstd/codec-decoder.ts'
import { openNodeZstd } from '../../../electron/engine/intake/containers/zstd/node-decoder.ts'
import { zstdFlow } from '../../../electron/engine/intake/containers/zstd/zstd-flow.ts'
import { gz, zst } from '../../fixtures/containers.ts'
import { flipped, withTail } from '../../fixtures/damage.ts'
import { record, sha256 } from './recorder.ts'

/** Content that packs to about half, so that damage hits early and late. */
const CONTENT = Buffer.from(
  Array.from(
    { length: 12_000 },
    (_, index) => `{"n":${index},"id":"${randomBytes(9).toString('hex')}"}`,
  ).join('\n'),
)
const bounds = () => ({
  limits: DEFAULT_TREE_LIMITS,
  budget: createBudget(DEFAULT_TREE_LIMITS, null),
})

/** The same bytes in pieces of odd lengths. */
function inPieces(bytes: Uint8Array, length: number): Flow {
  let at = 0
  return {
    async next() {
      if (at >= bytes.length) return null
      const piece = Uint8Array.from(bytes.subarray(at, at + length))
      at += piece.length
      return piece
    },
    trouble: () => null,
  }
}

async function all(flow: UnpackedFlow): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for (let piece = await flow.next(); piece !== null; piece = await flow.next())
    pieces.push(Uint8Array.from(piece))
  flow.close()
  return Buffer.concat(pieces)
}

const PACKINGS = [
  ['gzip', (bytes: Uint8Array) => gz(bytes), (flow: Flow) => gunzipFlow(flow, bounds())],
  ['zstd of Node', (bytes: Uint8Array) => zst(bytes), (flow: Flow) => zstdFlow(flow, bounds(), openNodeZstd)],
  ['zstd-codec', (bytes: Uint8Array) => zst(bytes), (flow: Flow) => zstdFlow(flow, bounds(), openCodecZstd)],
] as const

describe.each(PACKINGS)('%s', (name, pack, unpack) => {
  const packed = pack(CONTENT)
  const kind = name === 'gzip' ? 'gzip' : 'zstd'

  it.each([1 << 20, 1000, 7])('unpacks pieces of %i bytes', async (length) => {
    const flow = unpack(inPieces(packed, length))
    expect((await all(flow)).equals(CONTENT)).toBe(true)
    expect(flow.trouble()).toBeNull()
    expect(flow.bytes).toBe(CONTENT.length)
  })

  it('unpacks one after the other, and empty ones', async () => {
    const flow = unpack(memoryFlow(Buffer.concat([packed, pack(Buffer.alloc(0)), pack(Buffer.from('tail'))])))
    expect((await all(flow)).equals(Buffer.concat([CONTENT, Buffer.from('tail')]))).toBe(true)
    expect(flow.trouble()).toBeNull()
  })

  it('keeps what stands before a cut', async () => {
    for (let cut = 20; cut < packed.length; cut += 9973) {
      const flow = unpack(memoryFlow(packed.subarray(0, cut)))
      const content = await all(flow)
      expect(CONTENT.subarray(0, content.length).equals(content)).toBe(true)
      expect(flow.trouble()?.reason).toBe(`${kind}-truncated`)
    }
  })

  it('finds a wrong bit, and keeps what stands before it', async () => {
    for (let at = 6; at < packed.length; at += 4999) {
      const flow = unpack(memoryFlow(flipped(packed, at, at % 8)))
      const content = await all(flow)
      if (flow.trouble() === null) expect(content.equals(CONTENT)).toBe(true)
      else expect(flow.trouble()?.reason).toMatch(new RegExp(`^(${kind}-|method-not)`))
    }
  })

  it('names bytes that follow', async () => {
    const flow = unpack(memoryFlow(withTail(packed, 'something else')))
    expect((await all(flow)).equals(CONTENT)).toBe(true)
    expect(flow.trouble()).toMatchObject({
      reason: `${kind}-trailing-bytes`,
      offset: packed.length,
      offsetIn: 'file',
    })
  })
})

describe('zstd', () => {
  it('gives all blocks before the damaged one', async () => {
    const packed = zst(CONTENT)
    const flow = zstdFlow(memoryFlow(flipped(packed, packed.length - 3000)), bounds())
    const content = await all(flow)
    expect(flow.trouble()?.reason).toBe('zstd-corrupt')
    expect(content.length).toBeGreaterThanOrEqual(Math.floor(CONTENT.length / 131_072) * 131_072 - 131_072)
  })

  it('passes over skippable frames', async () => {
    const skippable = Buffer.from('502a4d1805000000xxxxx'.slice(0, 16), 'hex')
    const packed = Buffer.concat([
      skippable,
      Buffer.from('12345'),
      zst('one'),
      skippable,
      Buffer.from('12345'),
      zst('two'),
    ])
    const flow = zstdFlow(memoryFlow(packed), bounds())
    expect((await all(flow)).toString()).toBe('onetwo')
    expect(flow.trouble()).toBeNull()
  })

  it('says when a frame needs too much memory or a dictionary', async () => {
    const window = zstdFlow(memoryFlow(Buffer.from('28b52ffd00f8010000', 'hex')), bounds())
    await all(window)
    expect(window.trouble()?.reason).toBe('method-not-supported')
    const dictionary = await record(Buffer.from('28b52ffd210501090000aa', 'hex'))
    expect(dictionary.reasons).toEqual({ '': 'method-not-supported' })
  })

  it('goes on after zstd-codec was aborted by a large window', async () => {
    const params = { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_compressionLevel]: 1 }
    const content = Buffer.concat([randomBytes(1_500_000), Buffer.alloc(140_000_000)])
    const large = zstdCompressSync(content, { params })
    const aborted = zstdFlow(memoryFlow(large), bounds(), openCodecZstd)
    await all(aborted)
    expect(aborted.trouble()?.reason).toBe('zstd-corrupt')
    const next = zstdFlow(memoryFlow(zst('still here')), bounds(), openCodecZstd)
    expect((await all(next)).toString()).toBe('still here')
    const native = zstdFlow(memoryFlow(large), bounds())
    let bytes = 0
    for (let piece = await native.next(); piece !== null; piece = await native.next()) bytes += piece.length
    expect(bytes).toBe(content.length)
    expect(native.trouble()).toBeNull()
  })
})

describe('a file that is packed', () => {
  it.each(['open', 'memory'] as const)('is one part with the hash of what is stored (%s)', async (via) => {
    for (const [packing, packed] of [
      ['gzip', gz(CONTENT)],
      ['zstd', zst(CONTENT)],
    ] as const) {
      const told = await record(packed, { via })
      expect(told.parts).toHaveLength(1)
      expect(told.at('')).toMatchObject({
        packing,
        reason: null,
        packed: { bytes: packed.length, sha256: sha256(packed) },
      })
      expect(told.texts[''] === CONTENT.toString('latin1')).toBe(true)
    }
  })

  it('is at hand as it is stored, for a reader that unpacks by itself', async () => {
    const packed = gz('{"Records":[]}')
    const seen: unknown[] = []
    await record(packed, {
      onLeaf: (_path, { stored, packing }) => seen.push([Buffer.from(stored!).equals(packed), packing]),
    })
    await record(Buffer.from('{}'), {
      onLeaf: (_path, { stored, packing }) => seen.push([stored?.length, packing]),
    })
    expect(seen).toEqual([
      [true, 'gzip'],
      [2, null],
    ])
  })

  it('has its trouble in its own bytes', async () => {
    const told = await record(gz(CONTENT).subarray(0, 5000), { via: 'memory' })
    expect(told.reasons).toEqual({ '': 'gzip-truncated' })
    expect(CONTENT.toString('latin1').startsWith(told.texts['']!)).toBe(true)
    const members = await record(Buffer.concat([gzipSync('one'), gzipSync('two')]), { via: 'memory' })
    expect(members.texts).toEqual({ '': 'onetwo' })
  })
})
