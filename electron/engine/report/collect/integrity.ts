import type {
  IntegrityCheck,
  IntegrityReason,
  IntegrityVerdict,
} from '../../../../shared/domain/integrity.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { lastVerification, unlistedLogs, verificationChecks } from '../../integrity/runs.ts'
import type { ReasonTally, ReportIntegrity } from '../archive-facts.ts'

/** Files that fail are named one by one up to here; how many there are is always said. */
export const FAILING_NAMED = 5000

/** The kept result of the last validation. Nothing is read or computed again: verdicts are those of that run. */
export function collectIntegrity(db: ReadableCase): ReportIntegrity {
  const run = lastVerification(db)
  if (run === null) return { run, failing: [], failingTotal: 0, unlisted: [], reasons: [] }
  const { total, rows } = verificationChecks(db, 'named', 0, FAILING_NAMED)
  return { run, failing: rows, failingTotal: total, unlisted: unlistedLogs(db), reasons: reasonsOf(db) }
}

/** Why files that do not fail could not be checked, or only in part. */
function reasonsOf(db: ReadableCase): ReasonTally[] {
  return db
    .prepare(
      `select c.kind as kind, c.verdict as verdict, r.value as reason, count(*) as count
       from integrity_check c, json_each(c.body, '$.reasons') r
       where c.fails = 0 group by 1, 2, 3 order by c.verdict = 'valid', c.kind, count(*) desc, r.value`,
    )
    .all() as {
    kind: IntegrityCheck['kind']
    verdict: IntegrityVerdict
    reason: IntegrityReason
    count: number
  }[]
}
