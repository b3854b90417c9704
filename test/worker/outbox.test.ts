import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { SHARED, SHARED_BYTES } from '../../electron/worker/intake-messages.ts'
import { createOutbox } from '../../electron/worker/outbox.ts'

const GROUP = 32

/** Sends answers that nobody takes, until another thread says stop; how many messages had gone out by then. */
function sentAhead(groups: number, signIns: number): number {
  const shared = new Int32Array(new SharedArrayBuffer(SHARED_BYTES))
  const [sent, atStop] = [0, 1]
  const counts = new Int32Array(new SharedArrayBuffer(8))
  const stopper = new Worker(
    `const { shared, counts, sent, atStop, stop, taken } = require('node:worker_threads').workerData
     for (let before = 0, now = 0; now === 0 || now !== before; before = now, now = Atomics.load(counts, sent))
       Atomics.wait(shared, stop, 0, 300)
     Atomics.store(counts, atStop, Atomics.load(counts, sent))
     Atomics.store(shared, stop, 1)
     Atomics.notify(shared, taken)`,
    { eval: true, workerData: { shared, counts, sent, atStop, stop: SHARED.stop, taken: SHARED.taken } },
  )
  onTestFinished(async () => void (await stopper.terminate()))
  const outbox = createOutbox(shared, () => Atomics.add(counts, sent, 1))
  for (let job = 0; job < groups * GROUP; job += 1) outbox.add({ kind: 'hash', job, sha256: '' }, signIns)
  return counts[atStop] ?? 0
}

it('waits when what it sent is not taken, sooner where there are sign-ins in it', () => {
  expect(sentAhead(10, 8)).toBe(1)
})

it('waits as well where nothing heavy is in it: an archive may hold a million small members', () => {
  expect(sentAhead(100, 0)).toBe(64)
})
