import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileHasher } from '../../../electron/engine/intake/file-hash.ts'
import { freshFolder } from '../open-case.ts'

const MEGABYTE = 1024 * 1024

describe('the hash of a file', () => {
  it('is that of its bytes, whatever its length and whatever was hashed before it', () => {
    const folder = freshFolder()
    const hashFile = createFileHasher()
    for (const length of [0, 1, MEGABYTE - 1, MEGABYTE, MEGABYTE + 1, 3 * MEGABYTE, 5, 0]) {
      const path = join(folder, `${length}.bin`)
      writeFileSync(path, Buffer.alloc(length, `bytes of ${length} `))
      const expected = createHash('sha256').update(readFileSync(path)).digest('hex')
      expect(hashFile(path, () => undefined)).toBe(expected)
    }
  })

  it('ends when it may not go on, and hashes the next file all the same', () => {
    const folder = freshFolder()
    const path = join(folder, 'long.bin')
    writeFileSync(path, Buffer.alloc(4 * MEGABYTE))
    const hashFile = createFileHasher()
    let asked = 0
    const stop = () => {
      asked += 1
      if (asked === 3) throw new Error('stopped')
    }
    expect(() => hashFile(path, stop)).toThrow('stopped')
    expect(hashFile(path, () => undefined)).toBe(
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    )
    expect(() => hashFile(join(folder, 'gone'), () => undefined)).toThrow('ENOENT')
  })
})
