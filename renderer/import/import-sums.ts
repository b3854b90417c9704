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

/** One decimal, rounded down, so that 100 % is never shown before the end. */
export function percentText(done: number, total: number): string {
  if (total === 0) return '0.0'
  return (Math.floor((done / total) * 1000) / 10).toFixed(1)
}
