import { describe, expect, it } from 'vitest'
import { hashesContent } from '../../../electron/engine/intake/content-hash.ts'
import { fileList } from '../../fixtures/file-list.ts'

const MIB = 1024 * 1024
const LARGE = '/logs/111122223333_CloudTrail_us-east-1_20260401T0000Z_x.json.gz'

/** Whether content is hashed when there are files of these sizes. */
function hashed(sizes: Readonly<Record<string, number>>): boolean {
  return hashesContent(fileList(...Object.keys(sizes)), (path) => sizes[path] ?? Number.NaN)
}

describe('the hash of unpacked content', () => {
  it('is made when all files together are small, and left out when they are not', () => {
    expect(hashed({ '/a.json.gz': 20 * MIB, '/b.json.gz': 12 * MIB })).toBe(true)
    expect(hashed({ '/a.json.gz': 20 * MIB, '/b.json.gz': 13 * MIB })).toBe(false)
  })

  it('is left out when there are many files, without looking at each', () => {
    const many = Array.from({ length: 300 }, (_, index) => `/${index}.json.gz`)
    const look = () => {
      throw new Error('looked at')
    }
    expect(hashesContent(fileList(...many), look)).toBe(false)
  })

  it('is made when there are digests, or an archive that may hold some', () => {
    const digest = '/AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/04/01/x.json.gz'
    const named = '/loose/111122223333_CloudTrail-Digest_us-east-1_x.json.gz'
    for (const path of [digest, named, '/bucket.zip', '/bucket.tar.gz', '/bucket.tzst']) {
      expect([path, hashed({ [LARGE]: 300 * MIB, [path]: 1 })]).toEqual([path, true])
    }
  })
})
