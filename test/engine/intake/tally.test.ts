import { expect, it } from 'vitest'
import { plainPlace } from '../../../electron/engine/intake/found-sign-in.ts'
import { createTally } from '../../../electron/engine/intake/tally.ts'
import { trail } from '../../fixtures/trail.ts'

const MIB = 1024 * 1024

/** How many sign-ins of so many bytes are handed on at once. */
function batchesOf(count: number, bytes: number): number[] {
  const [record] = trail('09:00 alice ConsoleLogin ok')
  const sizes: number[] = []
  const tally = createTally(0, (findings) => {
    for (const finding of findings) if (finding.kind === 'batch') sizes.push(finding.found.length)
  })
  const raw = new Uint8Array(bytes)
  for (let number = 1; number <= count; number += 1) tally.take(record, plainPlace(number, 0, bytes), raw)
  tally.flush()
  expect(tally.counts().signIns).toBe(count)
  return sizes
}

it('hands sign-ins on in batches', () => {
  expect(batchesOf(600, 1000)).toEqual([256, 256, 88])
})

it('keeps no more than a few large ones: a file may hold thousands of them', () => {
  expect(batchesOf(10, MIB)).toEqual([4, 4, 2])
  expect(batchesOf(3, 8 * MIB)).toEqual([1, 1, 1])
})
