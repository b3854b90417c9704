import type { ApartReason, PaperBurst, PaperReason } from '../../../shared/domain/work-paper.ts'
import type { WalkedRow } from './walk.ts'

/** An exception before its record is fetched. */
export interface Found {
  readonly id: number
  readonly burst?: PaperBurst
  readonly lastBefore?: number | null
}

export interface TestOutcome {
  readonly reason: PaperReason | null
  readonly examined: number
  readonly found: readonly Found[]
  readonly apart: readonly { readonly why: ApartReason; readonly count: number }[]
}

/** One test. It is shown every record in order of time, those before the period too. */
export interface Tester {
  /** A record of the time before the period. */
  readonly before?: (row: WalkedRow) => void
  /** A record of the population. */
  readonly see: (row: WalkedRow) => void
  readonly end: () => TestOutcome
}

/** What a test says of one record: no concern of it, examined without exception, an exception, or counted apart. */
export type Verdict = 'none' | 'fine' | Omit<Found, 'id'> | ApartReason

/** A test that judges each record by itself. */
export function testEach(judge: (row: WalkedRow) => Verdict, before?: Tester['before']): Tester {
  const found: Found[] = []
  const apart = new Map<ApartReason, number>()
  let examined = 0
  return {
    ...(before === undefined ? {} : { before }),
    see(row) {
      const verdict = judge(row)
      if (verdict === 'none') return
      if (typeof verdict === 'string' && verdict !== 'fine') {
        apart.set(verdict, (apart.get(verdict) ?? 0) + 1)
        return
      }
      examined += 1
      if (verdict !== 'fine') found.push({ id: row.id, ...verdict })
    },
    end: () => ({
      reason: examined === 0 ? 'nothing-to-examine' : null,
      examined,
      found,
      apart: [...apart].map(([why, count]) => ({ why, count })).sort((a, b) => (a.why < b.why ? -1 : 1)),
    }),
  }
}

/** A test that cannot be made. */
export function cannotTest(reason: PaperReason): Tester {
  return { see: () => undefined, end: () => ({ reason, examined: 0, found: [], apart: [] }) }
}
