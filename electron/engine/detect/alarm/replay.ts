import type { AlarmSettings, AlarmState } from '../../../../shared/domain/alarm.ts'
import { decide } from './decide.ts'
import { activeEdges, type BusyMinute, busyMinutes, firstAtOrAfter } from './minutes.ts'
import { sumsBetween } from './sums.ts'

/** A change of state, with the part of the matches (by index, half-open) that its windows held. */
export interface Transition {
  /** Seconds; a minute edge. The windows end just before it. */
  readonly at: number
  readonly from: AlarmState
  readonly to: AlarmState
  readonly sum: number
  /** True when the newest period had no data. */
  readonly missing: boolean
  readonly firstEvent: number
  readonly endEvent: number
}

export interface Replay {
  readonly settings: AlarmSettings
  readonly busy: readonly BusyMinute[]
  readonly initial: AlarmState
  readonly transitions: readonly Transition[]
  readonly alarmMinutes: number
  readonly last: AlarmState
}

/** The sum of a period without a single match; null when its minutes report nothing. */
export function quietSum({ period, defaultValue }: AlarmSettings): number | null {
  return defaultValue === null ? null : (defaultValue * period) / 60
}

/**
 * Replays an alarm over matches: at every minute edge the sums of the last N periods, M of them against the
 * threshold. `times` are the whole seconds of the matching records, sorted; order of files plays no part. Only
 * edges near a match are evaluated, because without one the state cannot change.
 *
 * It shows what would have matched: CloudWatch counts by arrival, some minutes later, and for each log group apart.
 */
export function replayAlarm(times: ArrayLike<number>, settings: AlarmSettings): Replay {
  const { period, evaluationPeriods } = settings
  const minutes = period / 60
  const span = minutes * evaluationPeriods
  const busy = busyMinutes(times)
  const initial = decide(Array(evaluationPeriods).fill(quietSum(settings)), settings, 'INSUFFICIENT_DATA')
  const transitions: Transition[] = []
  const newest: (number | null)[] = Array(evaluationPeriods).fill(null)
  let state = initial
  let alarmMinutes = 0
  let evaluated = 0
  let next = 0

  for (const { first, last } of activeEdges(busy, span)) {
    const begin = next
    while (next < busy.length && (busy[next]?.minute ?? 0) < last) next += 1
    const sums = sumsBetween(busy.slice(begin, next), first - span, last, settings)
    for (let edge = first; edge <= last; edge += 1) {
      for (let age = 0; age < evaluationPeriods; age += 1) newest[age] = sums.endingAt(edge - age * minutes)
      const to = decide(newest, settings, state)
      if (state === 'ALARM' && evaluated > 0) alarmMinutes += edge - evaluated
      evaluated = edge
      if (to === state) continue
      const sum = newest[0] ?? null
      transitions.push({
        at: edge * 60,
        from: state,
        to,
        sum: sum ?? 0,
        missing: sum === null,
        firstEvent: firstAtOrAfter(times, (edge - span) * 60),
        endEvent: firstAtOrAfter(times, edge * 60),
      })
      state = to
    }
  }
  return { settings, busy, initial, transitions, alarmMinutes, last: state }
}
