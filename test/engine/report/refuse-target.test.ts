import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { writeReport } from '../../../electron/engine/report/hand-over.ts'
import { filledCase, optionsFor } from './filled-case.ts'

it('nothing is written over the case, its evidence, or what is no file', async () => {
  const filled = await filledCase()
  const { db, actor, path } = filled
  const quiet = { signal: new AbortController().signal, onProgress: () => undefined }
  const evidence = db
    .prepare('select path from source where parent_id is null limit 1')
    .pluck()
    .get() as string
  const before = readFileSync(evidence)
  const over = (target: string) => writeReport(db, actor, optionsFor(filled), 'jsonl', target, quiet)
  await expect(over(evidence)).rejects.toThrow('is evidence of this case')
  await expect(over(path)).rejects.toThrow('is the case itself')
  await expect(over('/')).rejects.toThrow('no file that can be replaced')
  expect(readFileSync(evidence).equals(before)).toBe(true)
  const plain = `${path}.jsonl`
  await over(plain)
  await expect(over(plain)).resolves.toMatchObject({ path: plain })
})
