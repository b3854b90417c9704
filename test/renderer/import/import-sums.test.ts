import { describe, expect, it } from 'vitest'
import {
  filesDone,
  filesReconcile,
  partedShare,
  percentText,
  perSecond,
  recordsReconcile,
} from '../../../renderer/import/import-sums.ts'
import type { ImportSums } from '../../../shared/domain/source.ts'

const sums: ImportSums = {
  found: 10,
  read: 5,
  partial: 1,
  skipped: 2,
  failed: 1,
  waiting: 1,
  unchanged: 0,
  renewed: 0,
  withdrawn: 0,
  records: 40,
  signIns: 12,
  companions: 0,
  indexed: 9,
  duplicates: 2,
  conflicts: 1,
  bytesTotal: 100,
  bytesDone: 90,
  inflatedBytes: 800,
}

describe('sums', () => {
  it('hold when every file and record is accounted for', () => {
    expect(filesReconcile(sums)).toBe(true)
    expect(recordsReconcile(sums)).toBe(true)
    expect(filesDone(sums)).toBe(9)
  })

  it.each(['read', 'partial', 'skipped', 'failed', 'waiting', 'found'] as const)(
    'a lost file shows: %s',
    (name) => expect(filesReconcile({ ...sums, [name]: sums[name] + 1 })).toBe(false),
  )

  it.each(['indexed', 'duplicates', 'conflicts'] as const)('a lost record shows: %s', (name) =>
    expect(recordsReconcile({ ...sums, [name]: sums[name] - 1 })).toBe(false),
  )

  it('more sign-ins than records is not possible', () => {
    expect(recordsReconcile({ ...sums, records: 11 })).toBe(false)
  })
})

describe('figures of progress', () => {
  it('never say 100 % before the end', () => {
    expect(percentText(0.99999)).toBe('99.9')
    expect(percentText(1)).toBe('100.0')
    expect(percentText(0)).toBe('0.0')
  })

  it('show a share in the proportions of the files, and that of the first file as reading', () => {
    expect(partedShare(sums, 0.9)).toEqual({ read: 0.5, skipped: 0.2, damaged: 0.2 })
    const none = { ...sums, read: 0, partial: 0, skipped: 0, failed: 0, waiting: 10 }
    expect(partedShare(none, 0.3)).toEqual({ read: 0.3, skipped: 0, damaged: 0 })
  })

  it('give no rate before it means something', () => {
    expect(perSecond(30, 100)).toBeNull()
    expect(perSecond(300, 1500)).toBe(200)
  })
})
