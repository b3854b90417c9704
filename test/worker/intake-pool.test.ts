import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { DEFAULT_LIMITS } from '../../electron/engine/intake/limits.ts'
import type { FileSink } from '../../electron/engine/intake/reading.ts'
import { type IntakePool, openIntakePool } from '../../electron/worker/intake-pool.ts'
import { freshFolder } from '../engine/open-case.ts'
import { writeFile } from '../fixtures/archive.ts'
import { longSignIns } from '../fixtures/long-records.ts'

it('leaves turns for others however fast sign-ins come and however slowly they are written', async () => {
  const folder = freshFolder()
  const path = join(folder, 'log.json')
  writeFile(folder, 'log.json', longSignIns(256 * 24, 200))
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
  await reading(pool, path, () => {
    turns.push(turn)
    // Longer than the thread takes to send more.
    const until = performance.now() + 25
    while (performance.now() < until);
  }).finally(() => {
    isReading = false
  })
  expect(turns).toHaveLength(24)
  const waited = turns.slice(1).map((now, at) => now - (turns[at] ?? 0))
  expect(Math.min(...waited)).toBeGreaterThan(0)
})

/** Reads one file with the pool. */
function reading(pool: IntakePool, path: string, findings: FileSink['findings']): Promise<void> {
  const { size: bytes, mtimeMs } = statSync(path)
  const file = { path, shownPath: path, bytes, modifiedAt: Math.trunc(mtimeMs) }
  const request = { limits: DEFAULT_LIMITS, signal: new AbortController().signal }
  return new Promise((done, failed) => pool.read(request, { file, findings, done: () => done(), failed }))
}

const LOG = longSignIns(256 * 60, 2000)
const LINES = (JSON.parse(LOG) as { Records: unknown[] }).Records.map((record) => JSON.stringify(record))

it.each([
  ['a log', 'log.json', LOG],
  ['lines', 'lines.json', LINES.join('\n')],
])('holds in the middle of one large file, and goes on: %s', async (_, name, text) => {
  const folder = freshFolder()
  const path = join(folder, name)
  writeFile(folder, name, text)
  const pool = openIntakePool(1)
  onTestFinished(() => pool.close())
  let groups = 0
  const whole = reading(pool, path, () => {
    groups += 1
    if (groups === 1) pool.hold(true)
  })
  // What was sent before the thread saw it still comes.
  let held = 0
  do {
    held = groups
    await sleep(500)
  } while (groups === 0 || groups > held)
  pool.hold(false)
  await whole
  expect(held).toBeLessThan(groups / 2)
})
