import type { ImportProgress, ImportSums } from '../../../shared/domain/source.ts'

const REPORT_EVERY_MS = 100
/** Before this the rate says more about the start than about the files. */
const RATE_KNOWN_AFTER_MS = 1500

export interface Pace {
  /** Tells the listener when enough time has gone by, or at once with `now`. */
  report(state: ImportProgress['state'], current: string | null, now?: 'now'): void
}

/** Turns sums into progress reports, at most ten a second, with the time left by bytes. */
export function createPace(sums: ImportSums, onProgress: (progress: ImportProgress) => void): Pace {
  const started = performance.now()
  let last = Number.NEGATIVE_INFINITY
  return {
    report(state, current, now) {
      const at = performance.now()
      if (now === undefined && at - last < REPORT_EVERY_MS) return
      last = at
      const elapsedMs = at - started
      onProgress({ state, sums: { ...sums }, current, elapsedMs, secondsLeft: secondsLeft(sums, elapsedMs) })
    },
  }
}

function secondsLeft(sums: ImportSums, elapsedMs: number): number | null {
  if (elapsedMs < RATE_KNOWN_AFTER_MS || sums.bytesDone === 0) return null
  const bytesPerMs = sums.bytesDone / elapsedMs
  return (sums.bytesTotal - sums.bytesDone) / bytesPerMs / 1000
}
