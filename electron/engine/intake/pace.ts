import type { ImportProgress, ImportSums } from '../../../shared/domain/source.ts'

const REPORT_EVERY_MS = 100
/** Before this the rate says more about the start than about the files. */
const RATE_KNOWN_AFTER_MS = 1500

export interface Pace {
  /** Tells the listener when enough time has gone by, or at once with `now`. */
  report(state: ImportProgress['state'], current: string | null, now?: 'now'): void
}

/**
 * Turns sums into progress reports, at most ten a second, with the time left by bytes. Those of files that are not done
 * yet count as far as they are read, for one file may be larger than all others.
 */
export function createPace(
  sums: ImportSums,
  bytesUnderWay: () => number,
  onProgress: (progress: ImportProgress) => void,
): Pace {
  const started = performance.now()
  let bytesDone = 0
  let last = Number.NEGATIVE_INFINITY
  return {
    report(state, current, now) {
      const at = performance.now()
      if (now === undefined && at - last < REPORT_EVERY_MS) return
      last = at
      const elapsedMs = at - started
      // A file that has just been read is for a moment neither under way nor done.
      bytesDone = Math.max(bytesDone, Math.min(sums.bytesTotal, sums.bytesDone + bytesUnderWay()))
      const shown = { ...sums, bytesDone }
      onProgress({ state, sums: shown, current, elapsedMs, secondsLeft: secondsLeft(shown, elapsedMs) })
    },
  }
}

function secondsLeft(sums: ImportSums, elapsedMs: number): number | null {
  if (elapsedMs < RATE_KNOWN_AFTER_MS || sums.bytesDone === 0) return null
  const bytesPerMs = sums.bytesDone / elapsedMs
  return (sums.bytesTotal - sums.bytesDone) / bytesPerMs / 1000
}
