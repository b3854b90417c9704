import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFiles } from '../../../electron/engine/intake/walk.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { freshFolder } from '../open-case.ts'

/** Paths and shown paths of what is found below `given`, in order. */
async function found(...given: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const { files, troubles } = await findFiles(given, new AbortController().signal, () => undefined)
  expect(troubles).toEqual([])
  return Array.from({ length: files.length }, (_, index) => [files.path(index), files.shownPath(index)])
}

function tree(...names: readonly string[]): string {
  const folder = join(freshFolder(), 'trail')
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFile(folder, name, '{}')
  }
  return folder
}

describe('files are found', () => {
  it('in order of path, where a folder stands between files', async () => {
    const names = ['a.json', 'a/1.json', 'a/b/2.json', 'a/b.json', 'a-.json', 'a0.json', 'z.json']
    const folder = tree(...names)
    const paths = (await found(folder)).map(([path]) => path)
    expect(paths).toEqual(names.map((name) => join(folder, name)).sort((a, b) => (a < b ? -1 : 1)))
  })

  it('in order of path when several folders are given out of order', async () => {
    const folder = tree('b/1.json', 'a/2.json')
    const list = await found(join(folder, 'b'), join(folder, 'a'))
    expect(list).toEqual([
      [join(folder, 'a/2.json'), 'a/2.json'],
      [join(folder, 'b/1.json'), 'b/1.json'],
    ])
  })

  it('once, when given twice and inside a folder that is given', async () => {
    const folder = tree('a/1.json', '2.json')
    const file = join(folder, 'a/1.json')
    expect(await found(file, file, join(folder, 'a'), folder, folder)).toEqual([
      [join(folder, '2.json'), 'trail/2.json'],
      [file, 'a/1.json'],
    ])
  })

  it('with the name of a file that is given itself', async () => {
    const folder = tree('1.json')
    expect(await found(join(folder, '1.json'))).toEqual([[join(folder, '1.json'), '1.json']])
  })

  it.skipIf(process.platform === 'win32')('once, whatever links lead there, by its own path', async () => {
    const folder = tree('b/1.json')
    const outside = tree('2.json')
    symlinkSync(join(folder, 'b/1.json'), join(folder, 'a.json'))
    symlinkSync(join(outside, '2.json'), join(folder, 'c.json'))
    symlinkSync(join(outside, '2.json'), join(folder, 'd.json'))
    expect(await found(folder)).toEqual([
      [join(folder, 'b/1.json'), 'trail/b/1.json'],
      [join(folder, 'c.json'), 'trail/c.json'],
    ])
  })
})
