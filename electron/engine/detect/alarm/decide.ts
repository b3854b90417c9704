import type { AlarmSettings, AlarmState } from '../../../../shared/domain/alarm.ts'

type Rule = Pick<AlarmSettings, 'threshold' | 'comparison' | 'datapoints' | 'missingData'>

/** Whether a sum is on the wrong side of the threshold. */
export function breaches(sum: number, { threshold, comparison }: Rule): boolean {
  if (comparison === '>=') return sum >= threshold
  if (comparison === '>') return sum > threshold
  return comparison === '<=' ? sum <= threshold : sum < threshold
}

/**
 * The state of an alarm after one evaluation. `sums` are the N newest periods, newest first, null where a period has
 * no data; `before` is the state until now.
 *
 * As in the CloudWatch guide "Using alarms", with one difference: CloudWatch may fetch more periods than N and then
 * needs to fill in less; this evaluation looks at exactly N. The rule against premature alarms is kept: with missing
 * data taken as missing, a breach that is M periods old with nothing but breaches and gaps after it is an alarm.
 */
export function decide(sums: readonly (number | null)[], rule: Rule, before: AlarmState): AlarmState {
  let breaching = 0
  let stated = 0
  let oldest = 0
  for (const [age, sum] of sums.entries()) {
    if (sum === null) continue
    stated += 1
    if (!breaches(sum, rule)) continue
    breaching += 1
    oldest = age + 1
  }
  if (breaching >= rule.datapoints) return 'ALARM'
  const gaps = sums.length - stated
  if (rule.missingData === 'notBreaching') return 'OK'
  if (rule.missingData === 'breaching') return breaching + gaps >= rule.datapoints ? 'ALARM' : 'OK'
  if (stated > breaching || gaps === 0) return 'OK'
  if (rule.missingData === 'ignore') return before
  if (stated === 0) return 'INSUFFICIENT_DATA'
  return oldest >= rule.datapoints ? 'ALARM' : before
}
