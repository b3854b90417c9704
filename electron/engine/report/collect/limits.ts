import type { ReadableCase } from '../../case/rights.ts'
import { READER_VERSION } from '../../intake/reader-version.ts'
import type { LimitFacts } from '../archive-facts.ts'

/** Root failures are in AWS's text of 2018-11-01 and were denied in that of 2018-03-12; before, they prove nothing. */
export const ROOT_FAILURES_RECORDED = Date.parse('2018-11-01T00:00:00Z') / 1000

/** What of the whole case, whatever the filter, cannot show what a reader might look for in it. */
export function collectLimits(db: ReadableCase): LimitFacts {
  const counts = db
    .prepare(
      `select ifnull(sum(principal_kind = 'hidden' and outcome = 'failure'), 0) as hidden,
         ifnull(sum(mfa = 'not-visible'), 0) as federated,
         ifnull(sum(mfa = 'not-used' and outcome = 'failure'), 0) as failedWithoutMfa,
         ifnull(sum(conflict), 0) as conflicts, ifnull(sum(event_time is null), 0) as withoutTime,
         ifnull(sum(event_time < ?), 0) as beforeRootFailures,
         ifnull(sum(outcome = 'not-stated'), 0) as outcomeNotStated,
         ifnull(sum(source_ip glob '*:*:*' or (source_ip like '%.%.%.%' and source_ip not glob '*[^0-9.]*')), 0) as withAddress,
         ifnull(sum(event_name = 'ConsoleLogin' and outcome = 'success'), 0) as consoleSessions from sign_in`,
    )
    .get(ROOT_FAILURES_RECORDED) as Omit<LimitFacts, 'eventNames' | 'readBefore'>
  const names = db
    .prepare(
      `select event_name as name, count(*) as count from sign_in where event_name is not null
       group by event_name order by event_name`,
    )
    .all() as { name: string; count: number }[]
  const readBefore = db
    .prepare(`select count(*) from source where reader_version < ${READER_VERSION} and status != 'reading'`)
    .pluck()
    .get() as number
  return { ...counts, readBefore, eventNames: names }
}
