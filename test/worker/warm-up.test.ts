import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createFastReader } from '../../electron/engine/intake/fast/reader.ts'
import { DEFAULT_LIMITS } from '../../electron/engine/intake/limits.ts'
import { createWarmUp } from '../../electron/worker/warm-up.ts'

it('ends by itself, and leaves nothing of the made-up log in the reader', () => {
  const fast = createFastReader()
  const request = { hashContent: true, limits: DEFAULT_LIMITS }
  const log = gzipSync(
    '{"Records":[{"eventSource":"s3.amazonaws.com"},{"eventSource":"signin.amazonaws.com"}]}',
  )
  const read = () => {
    const numbers: number[] = []
    const reading = fast.readMemory(log, request, ({ recordNumber }) => numbers.push(recordNumber))
    return { ...reading, numbers }
  }
  const before = read()
  const warmUp = createWarmUp(fast)
  let calls = 1
  while (warmUp()) calls += 1
  expect(calls).toBe(200)
  expect(read()).toEqual(before)
  expect(before).toMatchObject({ records: 2, numbers: [2], end: { kind: 'complete' } })
})
