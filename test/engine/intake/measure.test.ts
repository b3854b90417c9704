import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measured } from '../../../electron/engine/intake/measure.ts'
import { readAll } from '../../../electron/engine/intake/read-all.ts'
import type { FoundTrouble } from '../../../electron/engine/intake/walk.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { fileList } from '../../fixtures/file-list.ts'
import { freshFolder } from '../open-case.ts'

const never = new AbortController().signal

describe('looking up sizes', () => {
  it('goes on when a file is gone, and says so', async () => {
    const folder = freshFolder()
    const there = writeFile(folder, 'a.json', 'x')
    const troubles: FoundTrouble[] = []
    const files = measured(fileList(join(folder, 'A'), there), never, {
      onFile: () => undefined,
      onTrouble: (trouble) => troubles.push(trouble),
    })
    const read: string[] = []
    await readAll(
      files,
      { width: 1 },
      new AbortController(),
      () => undefined,
      (file, ends) => {
        read.push(file.path)
        ends.ended(file)
      },
    )
    expect(read).toEqual([there])
    expect(troubles).toMatchObject([{ reason: 'not-found' }])
  })

  it('ends the import when a trouble cannot be written down, after the files under way', async () => {
    const folder = freshFolder()
    const there = writeFile(folder, 'a.json', 'x')
    const files = measured(fileList(there, join(folder, 'gone')), never, {
      onFile: () => undefined,
      onTrouble: () => {
        throw new Error('the disk is full')
      },
    })
    const reading = readAll(
      files,
      { width: 1 },
      new AbortController(),
      () => undefined,
      (file, ends) => ends.ended(file),
    )
    await expect(reading).rejects.toThrow('the disk is full')
  })

  it.skipIf(process.platform === 'win32')('does not hand on what is no file any more', () => {
    const folder = freshFolder()
    mkdirSync(folder, { recursive: true })
    const pipe = join(folder, 'pipe.json')
    execFileSync('mkfifo', [pipe])
    const troubles: FoundTrouble[] = []
    const files = measured(fileList(pipe), never, {
      onFile: () => undefined,
      onTrouble: (trouble) => troubles.push(trouble),
    })
    expect(files.take()).toBeUndefined()
    expect(troubles).toMatchObject([{ reason: 'read-error' }])
  })
})
