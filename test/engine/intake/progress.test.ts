import { expect, it } from 'vitest'
import type { SourceReader } from '../../../electron/engine/intake/reading.ts'
import { runImport } from '../../../electron/engine/intake/run.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { logText } from '../../fixtures/layout.ts'
import { trail } from '../../fixtures/trail.ts'
import { createCarefulReader } from '../careful-reader.ts'
import { freshCase, freshFolder } from '../open-case.ts'

it('goes on while the last files, which were all taken up long ago, are read one after the other', async () => {
  const folder = freshFolder()
  for (const name of ['a', 'b', 'c']) {
    writeFile(folder, `${name}.json`, logText(trail(`09:00 ${name} ConsoleLogin ok`)))
  }
  const careful = createCarefulReader()
  let begun = 0
  const slow: SourceReader = {
    ...careful,
    width: 9,
    read(request, sink) {
      begun += 1
      setTimeout(() => careful.read(request, sink), 250 * begun)
    },
  }
  const { db, actor } = freshCase()
  const waiting = new Set<number>()
  await runImport(db, actor, [folder], slow, {
    signal: new AbortController().signal,
    mayGoOn: () => undefined,
    onProgress: ({ sums }) => waiting.add(sums.waiting),
    onStored: () => undefined,
  })
  expect(begun).toBe(3)
  expect([...waiting].sort()).toEqual([0, 1, 2, 3])
})
