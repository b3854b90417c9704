import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createBudget } from '../../../electron/engine/intake/containers/budget.ts'
import { HeldLeaf } from '../../../electron/engine/intake/containers/leaf.ts'
import { heldGunzip } from '../../../electron/engine/intake/containers/read-part.ts'
import { DEFAULT_TREE_LIMITS } from '../../../electron/engine/intake/containers/tree-limits.ts'
import { createTreePace } from '../../../electron/engine/intake/containers/tree-pace.ts'
import type { Packing } from '../../../electron/engine/intake/containers/visitor.ts'
import { createFastReader } from '../../../electron/engine/intake/fast/reader.ts'
import { DEFAULT_LIMITS } from '../../../electron/engine/intake/limits.ts'
import { isHandedOver } from '../../../electron/engine/intake/read-member.ts'
import { readParts } from '../../../electron/engine/intake/read-parts.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { gz, zipOf } from '../../fixtures/containers.ts'
import { freshFolder } from '../open-case.ts'

const MIB = 1024 * 1024

/** A leaf of an archive of one megabyte, and what is known of that archive's limits. */
function leafOf(packing: Packing | null, bytes: number, name = 'a.json') {
  const budget = createBudget(DEFAULT_TREE_LIMITS, MIB)
  const unpacking = heldGunzip(DEFAULT_TREE_LIMITS, budget)
  const own = { memory: new Uint8Array(bytes), trouble: null }
  const leaf = new HeldLeaf(name, packing, own, unpacking, createTreePace(new AbortController().signal))
  return { leaf, budget }
}

/** Help that takes everything, and has unpacked so many bytes. */
function helpWith(unpackedBytes = 0) {
  let untold = unpackedBytes
  return {
    take: () => true,
    settled: async () => {},
    unpacked() {
      const told = untold
      untold = 0
      return told
    },
  }
}

it.each<[boolean, string, Packing | null, number, string]>([
  [true, 'a packed log', 'gzip', 20_000, 'a.json.gz'],
  [true, 'content that is not packed', null, 20_000, 'a.json'],
  [false, 'what is read sooner than handed over', 'gzip', 15_000, 'a.json.gz'],
  [false, 'what would take much memory', 'gzip', 5 * MIB, 'a.json.gz'],
  [false, 'zstd', 'zstd', 20_000, 'a.json.zst'],
  [false, 'a digest', 'gzip', 20_000, 'CloudTrail-Digest/a.json.gz'],
])('%s: %s', (wanted, _, packing, bytes, name) => {
  expect(isHandedOver(1, leafOf(packing, bytes, name).leaf, helpWith())).toBe(wanted)
})

it('what others unpack counts for the limits of the archive, whatever stands between', () => {
  const help = helpWith(2 * 1024 * 1024 * MIB)
  const plain = leafOf(null, 20_000)
  isHandedOver(1, plain.leaf, help)
  expect(plain.budget.halted).toBeNull()
  const packed = leafOf('gzip', 20_000)
  isHandedOver(2, packed.leaf, help)
  expect(packed.budget.halted).not.toBeNull()
})

it('but not for those of the next one', async () => {
  const member = { name: 'a.json.gz', content: gz(randomBytes(20_000).toString('hex')), method: 0 }
  const path = writeFile(freshFolder(), 'a.zip', zipOf([member, { ...member, name: 'b.json.gz' }]))
  const file = { path, shownPath: 'a.zip', bytes: statSync(path).size, modifiedAt: 0 }
  const { signal } = new AbortController()
  const request = {
    limits: DEFAULT_LIMITS,
    hashContent: false,
    signal,
    help: helpWith(2 * 1024 * 1024 * MIB),
  }
  const reading = await readParts(file, request, createFastReader(), () => {})
  expect(reading).toMatchObject({ format: 'zip', status: 'read', trouble: null })
})
