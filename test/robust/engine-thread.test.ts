import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { seededDice } from '../../electron/engine/sample/random.ts'
import { threadPort } from '../../electron/worker/thread-port.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { type Client, connect } from '../../shared/ipc/client.ts'
import { freshFolder } from '../engine/open-case.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { makeTree } from './support/tree.ts'

const ENTRY = join(import.meta.dirname, '../../electron/worker/engine-thread.ts')

/** An engine thread as the main process starts it. */
function startEngine(): { thread: Worker; client: Client } {
  const thread = new Worker(ENTRY)
  onTestFinished(async () => {
    await thread.terminate()
  })
  return { thread, client: connect(threadPort(thread)) }
}

it('an engine thread that is ended in the middle of an import leaves a case that the next one completes', async () => {
  const folder = freshFolder()
  const tree = join(folder, 'trail')
  makeTree(tree, 5, { files: 80, giant: 2000 })
  const calm = startEngine()
  await calm.client.call('case.create', { path: join(folder, 'calm.trailcase'), details: emptyCaseDetails })
  const started = performance.now()
  await calm.client.call('import.run', { paths: [tree] })
  const totalMs = performance.now() - started
  await calm.client.call('case.close', undefined)
  const wanted = caseContent(join(folder, 'calm.trailcase'), tree)

  const path = join(folder, 'ended.trailcase')
  const dice = seededDice(4)
  let engine = startEngine()
  await engine.client.call('case.create', { path, details: emptyCaseDetails })
  const notes: string[] = []
  for (let round = 1; round <= 5; round += 1) {
    const { client, thread } = engine
    const running = client.call('import.run', { paths: [tree] }).then(
      () => 'done',
      (cause: { code: string }) => cause.code,
    )
    await wait((totalMs * dice.roll(1000)) / 1000)
    const { view, matched } = await client.call('timeline.open', { filter: emptyFilter, keep: null })
    const [row] = await client.call('timeline.page', { view, offset: Math.max(0, matched - 1), limit: 1 })
    if (row !== undefined) {
      await client.call('note.add', { signInId: row.id, text: `round ${round}` })
      notes.push(`round ${round}`)
    }
    await thread.terminate()
    expect(['done', 'worker-lost']).toContain(await running)

    engine = startEngine()
    const summary = await engine.client.call('case.open', { path, examiner: '' })
    expect(summary.custody.intact).toBe(true)
    expectSound(path)
  }
  await engine.client.call('import.run', { paths: [tree] })
  await engine.client.call('case.close', undefined)
  expectSound(path)
  const found = caseContent(path, tree)
  expectSame(found, wanted)
  expect(found.notes.map((note) => JSON.parse(note)[2]).sort()).toEqual(notes.sort())
}, 120_000)
