import type { ImportSums } from '../../shared/domain/source.ts'

/** True when every file that was found is accounted for. Only then may a tick stand beside the total. */
export function filesReconcile(sums: ImportSums): boolean {
  return sums.found === sums.read + sums.partial + sums.skipped + sums.failed + sums.waiting
}

/** True when every sign-in record that was read is accounted for, and none was made up. */
export function recordsReconcile(sums: ImportSums): boolean {
  return sums.signIns === sums.indexed + sums.duplicates + sums.conflicts && sums.signIns <= sums.records
}

/** Files that are dealt with, whatever became of them. */
export function filesDone(sums: ImportSums): number {
  return sums.read + sums.partial + sums.skipped + sums.failed
}

/** Per second, or null while the time is too short to say. */
export function perSecond(count: number, elapsedMs: number): number | null {
  return elapsedMs < 500 ? null : Math.round(count / (elapsedMs / 1000))
}

/** One decimal of a share from 0 to 1, rounded down, so that 100 % is never shown before the end. */
export function percentText(share: number): string {
  return (Math.floor(share * 1000) / 10).toFixed(1)
}

/** A share of the work, parted as the files that are dealt with are: what was read whole, skipped, damaged. */
export function partedShare(
  sums: ImportSums,
  share: number,
): { read: number; skipped: number; damaged: number } {
  const done = filesDone(sums)
  // Of the first file nothing is known yet but that it is being read.
  if (done === 0) return { read: share, skipped: 0, damaged: 0 }
  const part = (files: number) => (share * files) / done
  return { read: part(sums.read), skipped: part(sums.skipped), damaged: part(sums.partial + sums.failed) }
}
