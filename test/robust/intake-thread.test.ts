import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runImport } from '../../electron/engine/intake/run.ts'
import { freshCase, freshFolder } from '../engine/open-case.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { makeTree } from './support/tree.ts'

const threads: Worker[] = []
vi.mock('node:worker_threads', async (original) => {
  const all = await original<typeof import('node:worker_threads')>()
  class Recorded extends all.Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given)
      threads.push(this)
    }
  }
  return { ...all, Worker: Recorded, default: { ...all, Worker: Recorded } }
})

it('an intake thread that dies ends the import in words; the next one gets a new thread and completes it', async () => {
  const { openIntakePool } = await import('../../electron/worker/intake-pool.ts')
  const folder = freshFolder()
  const tree = join(folder, 'trail')
  makeTree(tree, 41, { files: 80, giant: 3000 })
  const made = freshCase(folder)
  const pool = openIntakePool(2)
  onTestFinished(() => pool.close())
  let stored = 0
  const run = () =>
    runImport(made.db, made.actor, [tree], pool, {
      signal: new AbortController().signal,
      mayGoOn: () => undefined,
      onProgress: () => undefined,
      onStored: () => {
        stored += 1
        // The thread that reads the giant file, or the other one: both while files wait for them.
        if (stored === 1 || stored === 3) void threads.at(-stored)?.terminate()
      },
    })
  let lost = 0
  for (;;) {
    const failure = await run().then(
      () => null,
      (cause: unknown) => cause,
    )
    if (failure === null) break
    expect(failure).toMatchObject({ code: 'worker-lost' })
    lost += 1
  }
  expect(lost).toBeGreaterThan(0)
  expectSound(made.path)

  const calm = freshCase(freshFolder())
  await runImport(calm.db, calm.actor, [tree], pool, {
    signal: new AbortController().signal,
    mayGoOn: () => undefined,
    onProgress: () => undefined,
    onStored: () => undefined,
  })
  expectSame(caseContent(made.path, tree), caseContent(calm.path, tree))
}, 60_000)
