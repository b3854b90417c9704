import type { ImportProgress } from '../../../shared/domain/source.ts'
import type { Ledger } from './ledger.ts'

const REPORT_EVERY_MS = 100
/** Before this the rate says more about the start than about the files. */
const RATE_KNOWN_AFTER_MS = 1500
/** Not all, as long as a file waits. */
const NEARLY_DONE = 0.999

export interface Pace {
  /** Tells the listener when enough time has gone by, or at once with `now`. */
  report(state: ImportProgress['state'], current: string | null, now?: 'now'): void
}

export interface PaceOf {
  /** Bytes that were read so far of files that are not done. */
  bytesUnderWay(): number
  pausedMs(): number
  onProgress(progress: ImportProgress): void
}

/**
 * Turns the account into progress reports, at most ten a second, with the time left by bytes. Those of files that are not
 * done yet count as far as they are read, for one file may be larger than all others; and what archives hold is not known
 * before it is met, so the number of files says little.
 */
export function createPace(
  { sums, bytesAbout }: Pick<Ledger, 'sums' | 'bytesAbout'>,
  { bytesUnderWay, pausedMs, onProgress }: PaceOf,
): Pace {
  const started = performance.now()
  let bytesDone = 0
  let share = 0
  let last = Number.NEGATIVE_INFINITY

  function shareNow(): number {
    if (sums.found > 0 && sums.waiting === 0) return 1
    const bytes = bytesAbout()
    return bytes === 0 ? 0 : Math.min(bytesDone / bytes, NEARLY_DONE)
  }

  return {
    report(state, current, now) {
      const at = performance.now()
      if (now === undefined && at - last < REPORT_EVERY_MS) return
      last = at
      // A rate over the pause too would say nothing.
      const elapsedMs = Math.max(0, at - started - pausedMs())
      // A file that has just been read is for a moment neither under way nor done.
      bytesDone = Math.max(bytesDone, Math.min(sums.bytesTotal, sums.bytesDone + bytesUnderWay()))
      share = Math.max(share, shareNow())
      const secondsLeft = secondsAfter(elapsedMs, share)
      onProgress({ state, sums: { ...sums, bytesDone }, current, elapsedMs, share, secondsLeft })
    },
  }
}

function secondsAfter(elapsedMs: number, share: number): number | null {
  if (elapsedMs < RATE_KNOWN_AFTER_MS || share === 0) return null
  return ((elapsedMs / share) * (1 - share)) / 1000
}
