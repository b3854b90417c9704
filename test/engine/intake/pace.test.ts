import { expect, it, onTestFinished, vi } from 'vitest'
import { createLedger } from '../../../electron/engine/intake/ledger.ts'
import { createPace } from '../../../electron/engine/intake/pace.ts'
import type { Reading } from '../../../electron/engine/intake/reading.ts'
import { nothingStored } from '../../../electron/engine/intake/source-lines.ts'
import type { FoundFiles } from '../../../electron/engine/intake/walk.ts'
import type { ImportProgress } from '../../../shared/domain/source.ts'

const READ: Reading = {
  bytes: 100,
  sha256: 'a',
  contentBytes: 400,
  contentSha256: null,
  format: 'trail-json-gzip',
  status: 'read',
  trouble: null,
  records: 1,
  signIns: 0,
  companions: 0,
}

function importOf(files: number) {
  const ledger = createLedger()
  ledger.expect({ files: { length: files }, troubles: [] } as unknown as FoundFiles)
  let underWay = 0
  let share = -1
  const pace = createPace(ledger, {
    bytesUnderWay: () => underWay,
    pausedMs: () => 0,
    onProgress: (progress) => {
      share = progress.share
    },
  })
  return {
    ledger,
    read: (bytes: number) => ledger.add('x', READ, nothingStored(), bytes),
    share(bytesUnderWay = 0) {
      underWay = bytesUnderWay
      pace.report('reading', null, 'now')
      return share
    },
  }
}

it('goes by bytes, of files under way too, and says all only when no file waits', () => {
  const { ledger, read, share } = importOf(2)
  ledger.expectBytes(900)
  ledger.expectBytes(100)
  expect(share()).toBe(0)
  expect(share(450)).toBe(0.45)
  read(900)
  expect(share()).toBe(0.9)
  expect(share(100)).toBe(0.999)
  read(100)
  expect(share()).toBe(1)
})

it('does not take the members that an archive has had so far for the whole of it', () => {
  const { ledger, read, share } = importOf(1)
  ledger.expectBytes(1000)
  for (let member = 0; member < 50; member += 1) {
    ledger.expectMember()
    read(0)
  }
  expect(share(40)).toBe(0.04)
})

it('does not take the files whose size is known for all of them, and never goes back', () => {
  const { ledger, read, share } = importOf(10)
  ledger.expectBytes(100)
  read(100)
  expect(share()).toBe(0.1)
  // The others are larger than the first.
  for (let file = 1; file < 10; file += 1) ledger.expectBytes(500)
  expect(share()).toBe(0.1)
  read(500)
  read(500)
  expect(share()).toBeCloseTo(1100 / 4600)
})

it('comes to an end with files that are gone, and with empty ones', () => {
  const { ledger, read, share } = importOf(2)
  ledger.expectBytes(0)
  ledger.expectBytes(0)
  expect(share()).toBe(0)
  read(0)
  expect(share()).toBe(0)
  read(0)
  expect(share()).toBe(1)
})

it('leaves out the time for which it was paused, in the time left too', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { ledger, read } = importOf(2)
  let pausedMs = 0
  const seen: ImportProgress[] = []
  const pace = createPace(ledger, {
    bytesUnderWay: () => 0,
    pausedMs: () => pausedMs,
    onProgress: (progress) => seen.push(progress),
  })
  ledger.expectBytes(500)
  ledger.expectBytes(500)
  vi.advanceTimersByTime(2000)
  read(500)
  pace.report('reading', null, 'now')
  vi.advanceTimersByTime(3_600_000)
  pausedMs = 3_600_000
  pace.report('reading', null, 'now')
  const [before, after] = seen
  expect(before).toMatchObject({ elapsedMs: 2000, secondsLeft: 2 })
  expect(after).toEqual(before)
})
