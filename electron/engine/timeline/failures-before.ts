import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import type { RowStore } from '../query/store/row-store.ts'
import { CANDIDATES, rowAtTime, testsOf, type Wanted } from './related-candidates.ts'

/**
 * The failures that ran up to a success: of the same address or the same principal, each at most `gap` seconds before
 * the next, the last at most that long before the success. A success of somebody else in between breaks nothing. Null
 * for a record that is no success.
 */
export function failuresBefore(store: RowStore, row: SignInRow, time: number, gap: number) {
  if (row.outcome !== 'success') return null
  const { sourceIp, principalName } = row
  const runs = [
    ...(sourceIp === null ? [] : [runBefore(store, { ip: sourceIp }, time, gap)]),
    ...(principalName === null ? [] : [runBefore(store, { name: principalName }, time, gap)]),
  ]
  return {
    relation: 'failures-before' as const,
    value: sourceIp ?? principalName ?? '',
    ids: [...new Set(runs.flat())].filter((id) => id !== row.id),
    complete: runs.every((run) => run.length < CANDIDATES),
  }
}

/** Walks back from the success until a pause is too long. */
function runBefore(store: RowStore, wanted: Wanted, time: number, gap: number): number[] {
  const tests = testsOf(store, { ...wanted, outcome: 'failure' })
  if (tests === null) return []
  const run: number[] = []
  let next = time
  for (let row = rowAtTime(store, time + 1) - 1; row >= 0; row -= 1) {
    const there = store.times[row] ?? Number.NaN
    if (next - there > gap || run.length === CANDIDATES) break
    if (!tests.every(({ codes, code }) => codes[row] === code)) continue
    run.push(store.ids[row] ?? 0)
    next = there
  }
  return run
}
