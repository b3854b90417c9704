import type { DetectionState, RuleInfo } from '../../../shared/domain/finding.ts'
import type { ReadableCase } from '../case/rights.ts'
import { type Basis, basisOf, outdatedBy } from './basis.ts'
import { atHand, impossibleFor } from './possible.ts'
import { RULES } from './rules.ts'

/** Root failures are in AWS's text of 2018-11-01 and were denied in that of 2018-03-12; before, they prove nothing. */
const ROOT_FAILURES_RECORDED = Date.parse('2018-11-01T00:00:00Z') / 1000

/** What was asked last, whether that is still so, and what people concluded. */
export function detectionState(db: ReadableCase): DetectionState {
  const one = <T>(sql: string, ...params: readonly unknown[]) => db.prepare(sql).get(...params) as T
  const run = one<{ at: number; author: string; signIns: number; basis: string } | undefined>(
    'select at, author, sign_ins as signIns, basis from detection_run order by id desc limit 1',
  )
  const counts = one<Pick<DetectionState, 'open' | 'accepted' | 'dismissed' | 'hints'>>(
    `select ifnull(sum(verdict = 'open' and severity != 'info'), 0) as open,
       ifnull(sum(verdict = 'accepted' and severity != 'info'), 0) as accepted,
       ifnull(sum(verdict = 'dismissed' and severity != 'info'), 0) as dismissed,
       ifnull(sum(severity = 'info'), 0) as hints from finding`,
  )
  const signIns = one<{ federated: number; withoutTime: number; firstTime: number | null }>(
    `select ifnull(sum(mfa = 'not-visible' and outcome = 'success' and event_name = 'ConsoleLogin'), 0) as federated,
       ifnull(sum(event_time is null), 0) as withoutTime, min(event_time) as firstTime from sign_in`,
  )
  const { damagedFiles } = one<{ damagedFiles: number }>(
    `select count(*) as damagedFiles from source where status in ('partial', 'failed')`,
  )
  return {
    run: run === undefined ? null : { at: run.at, author: run.author, signIns: run.signIns },
    outdated: run === undefined ? [] : outdatedBy(JSON.parse(run.basis) as Basis, basisOf(db)),
    ...counts,
    rules: RULES.length,
    federated: signIns.federated,
    withoutTime: signIns.withoutTime,
    damagedFiles,
    beforeRootFailures: signIns.firstTime !== null && signIns.firstTime < ROOT_FAILURES_RECORDED,
  }
}

/** Every rule, whether it can be asked of this case, and how many findings it has. */
export function listRules(db: ReadableCase): RuleInfo[] {
  const has = atHand(db)
  const counts = new Map(
    (
      db.prepare('select rule, count(*) as n from finding group by rule').all() as {
        rule: string
        n: number
      }[]
    ).map(({ rule, n }) => [rule, n]),
  )
  return RULES.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    attack: [...rule.attack],
    source: rule.source,
    impossible: impossibleFor(rule, has),
    findings: counts.get(rule.id) ?? 0,
  }))
}
