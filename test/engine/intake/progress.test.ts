import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { SourceReader } from '../../../electron/engine/intake/reading.ts'
import { runImport } from '../../../electron/engine/intake/run.ts'
import type { ImportProgress } from '../../../shared/domain/source.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { logText } from '../../fixtures/layout.ts'
import { longSignIns } from '../../fixtures/long-records.ts'
import { trail } from '../../fixtures/trail.ts'
import { createCarefulReader } from '../careful-reader.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

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
      setTimeout(() => careful.read(request, sink), 400 * begun)
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

const LOG = longSignIns(2500, 16_000)
const LINES = (JSON.parse(LOG) as { Records: unknown[] }).Records.map((record) => JSON.stringify(record))

it.each([
  ['a log', LOG],
  ['lines', LINES.join('\n')],
])('tells how much of one large file is read: %s', async (_, text) => {
  const folder = freshFolder()
  writeFile(folder, 'large.json', text)
  const seen: number[] = []
  const shares: number[] = []
  const onProgress = ({ sums, share }: ImportProgress) => {
    seen.push(sums.bytesDone)
    shares.push(share)
  }
  await importInto(freshCase(folder), [join(folder, 'large.json')], { onProgress }, 'threads')
  const total = seen.at(-1) ?? 0
  expect(total).toBe(Buffer.byteLength(text))
  expect(seen.filter((bytes) => bytes > 0 && bytes < total)).not.toEqual([])
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(shares.filter((share) => share > 0 && share < 1)).not.toEqual([])
  expect(shares.at(-1)).toBe(1)
})
