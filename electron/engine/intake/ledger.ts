import type { ImportSums, SourceTrouble } from '../../../shared/domain/source.ts'
import type { Reading } from './reading.ts'
import type { Stored } from './source-lines.ts'
import type { FoundFiles } from './walk.ts'

type MutableSums = { -readonly [K in keyof ImportSums]: ImportSums[K] }

/** The running account of one import. Each file found is counted once, whatever becomes of it. */
export interface Ledger {
  readonly sums: ImportSums
  readonly skipped: SourceTrouble[]
  readonly failed: SourceTrouble[]
  expect(found: FoundFiles): void
  /** The size of a file that is expected became known; 0 when it is gone. */
  expectBytes(bytes: number): void
  /** Bytes of all files; one of which the size is not known yet counts as the others do on average. */
  bytesAbout(): number
  /** A member of an archive was met; it is counted like a file, but its bytes are its archive's. */
  expectMember(): void
  /** Counts one file that is done. `fileBytes` is its size when it was found, so that progress adds up. */
  add(path: string, reading: Reading, stored: Stored, fileBytes: number): void
  /** Counts a file whose bytes are those of an earlier import: its sign-ins are there already. */
  addUnchanged(path: string, earlier: Reading, fileBytes: number): void
  /** The file that was added last had other records for earlier readers; so many sign-ins of theirs are gone. */
  addRenewed(withdrawn: number): void
}

export function createLedger(): Ledger {
  const sums: MutableSums = {
    found: 0,
    read: 0,
    partial: 0,
    skipped: 0,
    failed: 0,
    waiting: 0,
    unchanged: 0,
    renewed: 0,
    withdrawn: 0,
    records: 0,
    signIns: 0,
    companions: 0,
    indexed: 0,
    duplicates: 0,
    conflicts: 0,
    bytesTotal: 0,
    bytesDone: 0,
    inflatedBytes: 0,
  }
  const skipped: SourceTrouble[] = []
  const failed: SourceTrouble[] = []
  let files = 0
  let measured = 0

  function count(path: string, reading: Reading, fileBytes: number): void {
    sums[reading.status] += 1
    sums.waiting -= 1
    sums.bytesDone += fileBytes
    sums.records += reading.records
    sums.signIns += reading.signIns
    sums.companions += reading.companions
    if (reading.trouble === null) return
    const { reason: code, detail: message, offset, offsetIn } = reading.trouble
    const list = reading.status === 'skipped' ? skipped : failed
    list.push({ path, code, message, offset, offsetIn })
  }

  return {
    sums,
    skipped,
    failed,
    expect(found) {
      files = found.files.length
      sums.found = files + found.troubles.length
      sums.waiting = sums.found
    },
    expectBytes(bytes) {
      measured += 1
      sums.bytesTotal += bytes
    },
    bytesAbout: () => (measured === 0 ? 0 : (sums.bytesTotal / measured) * files),
    expectMember() {
      sums.found += 1
      sums.waiting += 1
    },
    add(path, reading, stored, fileBytes) {
      count(path, reading, fileBytes)
      sums.inflatedBytes += reading.contentBytes ?? 0
      sums.indexed += stored.indexed
      sums.duplicates += stored.duplicates
      sums.conflicts += stored.conflicts
    },
    addUnchanged(path, earlier, fileBytes) {
      count(path, earlier, fileBytes)
      sums.unchanged += 1
      sums.duplicates += earlier.signIns
    },
    addRenewed(withdrawn) {
      sums.renewed += 1
      sums.withdrawn += withdrawn
    },
  }
}
