import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createIntegrityJob } from '../../../electron/worker/integrity-job.ts'
import type { Session } from '../../../electron/worker/session.ts'
import type { Served } from '../../../shared/ipc/serve.ts'
import { madeChain, madeLog, makeKey, writeObjects } from '../../fixtures/digests.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

async function job() {
  const folder = freshFolder()
  const logs = [10, 11].map((hour) => madeLog(hour))
  const hours = logs.map((log, index) => ({ hour: 10 + index, logs: [log] }))
  writeObjects(join(folder, 'b'), [...logs, ...madeChain(hours, makeKey('ab'.repeat(16)))])
  const one = freshCase(folder)
  await importInto(one, [join(folder, 'b')])
  const told: string[] = []
  const emit: Served['emit'] = (name) => void told.push(name)
  // The job asks the session for nothing but the case and who works.
  const session = { current: () => one } as unknown as Session
  return { made: createIntegrityJob(session, emit), told }
}

const never = () => new AbortController().signal

it('one validation at a time; it tells its progress and that the log has a new line', async () => {
  const { made, told } = await job()
  const first = made.verify([], never())
  await expect(made.verify([], never())).rejects.toMatchObject({ code: 'verification-running' })
  expect((await first).summary.logs.valid).toBe(2)
  expect(told).toContain('integrity.progress')
  expect(told.at(-1)).toBe('case.changed')
  await expect(made.verify([], never())).resolves.toMatchObject({ id: 2 })
})

it('closing the case stops validation and coverage, and both can be asked again', async () => {
  const { made } = await job()
  const both = Promise.allSettled([made.verify([], never()), made.coverage(never())])
  await made.stop()
  const ends = await both
  expect(ends.map((end) => (end.status === 'rejected' ? end.reason.code : 'done'))).toEqual([
    'cancelled',
    'cancelled',
  ])
  expect((await made.coverage(never())).logFiles).toBe(2)
})
