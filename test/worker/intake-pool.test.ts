import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { DEFAULT_LIMITS } from '../../electron/engine/intake/limits.ts'
import { openIntakePool } from '../../electron/worker/intake-pool.ts'
import { freshFolder } from '../engine/open-case.ts'
import { writeFile } from '../fixtures/archive.ts'
import { longSignIns } from '../fixtures/long-records.ts'

it('leaves turns for others however fast sign-ins come and however slowly they are written', async () => {
  const folder = freshFolder()
  const path = join(folder, 'log.json')
  writeFile(folder, 'log.json', longSignIns(256 * 24, 200))
  const { size: bytes, mtimeMs } = statSync(path)
  const pool = openIntakePool(1)
  onTestFinished(() => pool.close())

  let turn = 0
  let isReading = true
  const others = () => {
    turn += 1
    if (isReading) setImmediate(others)
  }
  others()
  const turns: number[] = []
  await new Promise<void>((done, failed) => {
    const file = { path, shownPath: path, bytes, modifiedAt: Math.trunc(mtimeMs) }
    pool.read(
      { limits: DEFAULT_LIMITS, signal: new AbortController().signal },
      {
        file,
        findings: () => {
          turns.push(turn)
          // Longer than the thread takes to send more.
          const until = performance.now() + 25
          while (performance.now() < until);
        },
        done: () => done(),
        failed,
      },
    )
  }).finally(() => {
    isReading = false
  })
  expect(turns).toHaveLength(24)
  const waited = turns.slice(1).map((now, at) => now - (turns[at] ?? 0))
  expect(Math.min(...waited)).toBeGreaterThan(0)
})
