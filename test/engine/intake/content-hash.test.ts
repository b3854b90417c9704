import { describe, expect, it } from 'vitest'
import { hashesContent } from '../../../electron/engine/intake/content-hash.ts'
import type { FoundName } from '../../../electron/engine/intake/walk.ts'

const MIB = 1024 * 1024
const name = (path: string, bytes: number): FoundName => {
  const file = { path, shownPath: path, bytes, modifiedAt: 0 }
  return { path, shownPath: path, file }
}
const LARGE = name('/logs/111122223333_CloudTrail_us-east-1_20260401T0000Z_x.json.gz', 300 * MIB)

describe('the hash of unpacked content', () => {
  it('is made when all files together are small, and left out when they are not', () => {
    expect(hashesContent([name('/a.json.gz', 20 * MIB), name('/b.json.gz', 12 * MIB)])).toBe(true)
    expect(hashesContent([name('/a.json.gz', 20 * MIB), name('/b.json.gz', 13 * MIB)])).toBe(false)
  })

  it('is left out when there are many files, without looking at each', () => {
    const many = Array.from({ length: 300 }, (_, index) => name(`/${index}.json.gz`, 1))
    expect(hashesContent(many)).toBe(false)
  })

  it('is made when there are digests, or an archive that may hold some', () => {
    const digest = '/AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/04/01/x.json.gz'
    for (const path of [digest, '/bucket.zip', '/bucket.tar.gz', '/bucket.tzst']) {
      expect([path, hashesContent([LARGE, name(path, 1)])]).toEqual([path, true])
    }
  })
})
