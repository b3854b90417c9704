import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../case/rights.ts'
import { CANDIDATES } from './related-candidates.ts'

interface Failure {
  readonly id: number
  readonly time: number
}

/**
 * The failures that ran up to a success: of the same address or the same principal, each at most `gap` seconds before
 * the next, the last at most that long before the success. A success of somebody else in between breaks nothing. Null
 * for a record that is no success.
 */
export function failuresBefore(db: ReadableCase, row: SignInRow, time: number, gap: number) {
  if (row.outcome !== 'success') return null
  const { sourceIp, principalName } = row
  const runs = [
    sourceIp === null ? [] : runBefore(db, 'source_ip = ?', sourceIp, time, gap),
    principalName === null ? [] : runBefore(db, 'principal_name = ?', principalName, time, gap),
  ]
  const ids = [...new Set(runs.flat().map(({ id }) => id))].filter((id) => id !== row.id)
  return {
    relation: 'failures-before' as const,
    value: sourceIp ?? principalName ?? '',
    ids,
    complete: runs.every((run) => run.length < CANDIDATES),
  }
}

/** Walks back from the success until a pause is too long; the index gives the failures newest first. */
function runBefore(db: ReadableCase, indexed: string, value: string, time: number, gap: number): Failure[] {
  const rows = db
    .prepare(
      `select id, event_time as time from sign_in where ${indexed} and event_time <= ? and outcome = 'failure'
       order by event_time desc limit ${CANDIDATES}`,
    )
    .iterate(value, time) as IterableIterator<Failure>
  const run: Failure[] = []
  let next = time
  for (const failure of rows) {
    if (next - failure.time > gap) break
    run.push(failure)
    next = failure.time
  }
  return run
}
