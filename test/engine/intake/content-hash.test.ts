import { describe, expect, it } from 'vitest'
import { hashesContent, hashingContent } from '../../../electron/engine/intake/content-hash.ts'
import type { Reading, SourceReader } from '../../../electron/engine/intake/reading.ts'
import type { FoundFile } from '../../../electron/engine/intake/walk.ts'

const MIB = 1024 * 1024
const file = (path: string, bytes: number): FoundFile => ({ path, shownPath: path, bytes, modifiedAt: 0 })
const LARGE = file('/logs/111122223333_CloudTrail_us-east-1_20260401T0000Z_x.json.gz', 300 * MIB)

describe('the hash of unpacked content', () => {
  it('is made when all files together are small, and left out when they are not', () => {
    expect(hashesContent([file('/a.json.gz', 200 * MIB), file('/b.json.gz', 56 * MIB)])).toBe(true)
    expect(hashesContent([file('/a.json.gz', 200 * MIB), file('/b.json.gz', 57 * MIB)])).toBe(false)
  })

  it('is made when there are digests, or an archive that may hold some', () => {
    const digest = '/AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/04/01/x.json.gz'
    for (const path of [digest, '/bucket.zip', '/bucket.tar.gz', '/bucket.tzst']) {
      expect([path, hashesContent([LARGE, file(path, 1)])]).toEqual([path, true])
    }
  })

  it('is made for what is taken up after a digest under another name', async () => {
    const asked: (boolean | undefined)[] = []
    const reader: SourceReader = {
      width: 1,
      read: async ({ path }, request) => {
        asked.push(request.hashContent)
        return { format: path === '/renamed.json' ? 'digest' : 'trail-json' } as Reading
      },
      hash: async () => '',
    }
    const hashing = hashingContent(reader)
    hashing.decide(false)
    const request = { limits: {} as never, signal: new AbortController().signal }
    for (const path of ['/a.json', '/renamed.json', '/z.json']) {
      await hashing.read(file(path, 1), request, () => undefined)
    }
    expect(asked).toEqual([false, false, true])
  })
})
