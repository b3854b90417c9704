import { describe, expect, it } from 'vitest'
import { createNameBlocks, type NameInFolder } from '../../../electron/engine/intake/name-blocks.ts'

/** Names as they may come: of logs, alike and not, with odd characters, in several folders. */
function someFiles(): NameInFolder[] {
  const odd = ['', 'a', 'ab', 'b\\c', 'line\nend', '\ud800', '\udc00x', 'ログ.json', '\u{10300}', 'a\0b']
  const logs = Array.from(
    { length: 1000 },
    (_, index) =>
      `111122223333_CloudTrail_us-east-1_2026042${Math.floor(index / 300)}T0000Z_${index * 7919}.json.gz`,
  )
  return [
    ...odd.map((name) => ({ folder: 3, name })),
    ...logs.map((name, index) => ({ folder: index < 500 ? 0 : 1, name })),
    ...logs.slice(0, 64).map((name) => ({ folder: 2, name })),
    ...odd.map((name, index) => ({ folder: 10 + index, name })),
  ]
}

function listOf(files: readonly NameInFolder[]) {
  const list = createNameBlocks()
  for (const { folder, name } of files) list.add(folder, name)
  return list
}

describe('names kept in blocks', () => {
  it('come back as they were, one by one, in any order and all together', () => {
    const files = someFiles()
    const list = listOf(files)
    expect(list.length).toBe(files.length)
    expect([...list.entries()]).toEqual(files)
    for (const step of [1, 63, 65, files.length - 1])
      for (let index = 0, n = 0; n < files.length; n += 1, index = (index + step) % files.length)
        expect(list.at(index)).toEqual(files[index])
    expect(() => list.at(files.length)).toThrow(RangeError)
  })

  it('come back at every length while the list grows', () => {
    const files = someFiles().slice(0, 200)
    const list = createNameBlocks()
    for (const [index, { folder, name }] of files.entries()) {
      list.add(folder, name)
      expect(list.at(index)).toEqual(files[index])
      expect(list.at(index >> 1)).toEqual(files[index >> 1])
    }
  })

  it('have the first and the last of each run in a folder', () => {
    const files = someFiles()
    const runs: { folder: number; first: string; last: string }[] = []
    for (const { folder, name } of files) {
      const run = runs.at(-1)
      if (run?.folder === folder) run.last = name
      else runs.push({ folder, first: name, last: name })
    }
    expect([...listOf(files).runs()]).toEqual(runs)
    expect([...listOf([]).runs()]).toEqual([])
    expect([...listOf(files.slice(0, 1)).runs()]).toEqual(
      runs.slice(0, 1).map((run) => ({ ...run, last: '' })),
    )
  })
})
