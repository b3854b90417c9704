import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { checksum } from '../../../electron/engine/intake/fast/checksum.ts'
import { startEngine } from '../../../electron/engine/intake/fast/engine.ts'
import { seeded } from './seeded.ts'

const engine = startEngine()
const start = engine.exports.windowsStart()
const ROOM = 300_000
engine.reach(start + ROOM)

/** Puts noise into memory, and compares the checksum of a part of it. */
function expectSame(seed: number, at: number, length: number, before: number): void {
  const from = start + at
  const bytes = engine.bytes.subarray(from, from + length)
  const hint = `seed ${seed}, ${length} bytes at ${at} after ${before}`
  expect(checksum(engine, from, from + length, before), hint).toBe(crc32(bytes, before))
}

function fill(random: (limit: number) => number): void {
  for (let at = 0; at < ROOM; at++) engine.bytes[start + at] = random(256)
}

test('the checksum of any bytes, from any place, after any bytes', () => {
  for (let seed = 0; seed < 20; seed++) {
    const random = seeded(seed)
    fill(random.below)
    for (let count = 0; count < 100; count++) {
      const length = random.below(random.pick([100, 6000, 40_000, ROOM - 64]))
      expectSame(seed, random.below(64), length, random.below(2 ** 32))
    }
  }
})

test('every length around those at which something changes', () => {
  fill(seeded(1).below)
  for (const about of [1264, 4096, 16_384 + 1216, 32_768 + 1200, 65_536]) {
    for (let length = about - 130; length <= about + 130; length++) expectSame(1, length % 16, length, 0)
  }
})

test('one bit anywhere changes it', () => {
  const random = seeded(2)
  fill(random.below)
  const before = checksum(engine, start, start + 50_000, 0)
  for (let count = 0; count < 2000; count++) {
    const at = start + random.below(50_000)
    const bit = 1 << random.below(8)
    engine.bytes[at]! ^= bit
    expect(checksum(engine, start, start + 50_000, 0)).not.toBe(before)
    engine.bytes[at]! ^= bit
  }
})
