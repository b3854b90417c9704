import type { EpochSeconds } from '../../../../shared/domain/units.ts'
import { type Tester, testEach } from '../tester.ts'
import type { WalkedRow } from '../walk.ts'

const DAY = 86_400

/**
 * Successes of somebody who had not signed in with success for `days` days. Where the case begins later than that, a
 * first success tells nothing. `archiveFirst` is the time of the first sign-in record of the case.
 */
export function dormantTest(days: number, archiveFirst: EpochSeconds | null): Tester {
  const last = new Map<string, EpochSeconds>()
  const remember = (row: WalkedRow) => {
    const key = whoKey(row)
    if (row.outcome === 'success' && key !== null) last.set(key, row.time)
  }
  return testEach((row) => {
    if (row.outcome !== 'success') return 'none'
    const key = whoKey(row)
    if (key === null) return 'no-name'
    const lastBefore = last.get(key) ?? null
    remember(row)
    const since = row.time - days * DAY
    if (lastBefore !== null) return lastBefore >= since ? 'fine' : { lastBefore }
    return archiveFirst !== null && archiveFirst <= since ? { lastBefore } : 'archive-too-short'
  }, remember)
}

/** Who it is: kind, name and account together. Null for a name that is hidden or not stated: it is nobody's. */
function whoKey({ kind, name, accountId }: WalkedRow): string | null {
  return kind === 'hidden' || name === null ? null : JSON.stringify([kind, name, accountId])
}
