import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeSample } from '../../../electron/engine/sample/write-sample.ts'
import { freshFolder } from '../open-case.ts'
import { brief, verified } from './verified.ts'

it('the digests of the sample are a true chain, signed with the key beside it', async () => {
  const folder = join(freshFolder(), 'sample')
  writeSample(folder)
  const { run, digests, logs } = await verified(folder, join(folder, 'public-keys.json'))
  expect(digests.map(brief)).toEqual([...Array(15).fill('valid signature'), 'not-checked none'])
  const listed = logs.filter(({ level }) => level === 'signature')
  expect(listed.map(({ verdict, reasons }) => [verdict, ...reasons])).toEqual([
    ['valid'],
    ['valid', 'copy'],
    ['valid'],
  ])
  expect(run.summary).toMatchObject({ chains: 1, gaps: [] })
  // Most logs of the sample have no digest: with keys given, they are not authenticated.
  expect(logs.filter(({ reasons }) => reasons.includes('in-no-digest')).length).toBeGreaterThan(40)
  expect(run.summary.holds).toBe(false)

  const without = await verified(folder)
  expect(without.run.summary.holds).toBe(true)
})
