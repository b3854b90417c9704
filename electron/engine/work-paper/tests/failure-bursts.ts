import { isIP } from 'node:net'
import type { BurstRule } from '../../../../shared/domain/burst.ts'
import type { EpochSeconds } from '../../../../shared/domain/units.ts'
import { type Failure, type FailureRun, runsOfFailures } from '../../timeline/bursts.ts'
import type { Tester } from '../tester.ts'

/** Runs of failures from one address, by the rule of the timeline; each is one exception. */
export function failureBurstsTest(rule: BurstRule): Tester {
  const failures: Failure[] = []
  const ids: number[] = []
  const successes = new Map<string, EpochSeconds[]>()
  let withoutAddress = 0
  return {
    see({ id, outcome, time, kind, name, sourceIp }) {
      if (outcome === 'not-stated') return
      if (sourceIp === null || isIP(sourceIp) === 0) {
        if (outcome === 'failure') withoutAddress += 1
        return
      }
      if (outcome === 'success') {
        const times = successes.get(sourceIp)
        if (times === undefined) successes.set(sourceIp, [time])
        else times.push(time)
        return
      }
      const hidden = kind === 'hidden'
      failures.push({ sourceIp, eventTime: time, index: ids.length, name: hidden ? null : name, hidden })
      ids.push(id)
    },
    end() {
      const runs = runsOfFailures(failures, rule)
      const found = runs.map((run) => ({
        id: ids[run.lead] ?? 0,
        burst: {
          count: run.count,
          lastTime: run.lastTime,
          names: run.names,
          hidden: run.hidden,
          successes: successesOf(run, rule, successes.get(run.sourceIp) ?? []),
        },
      }))
      return {
        reason: failures.length === 0 ? 'nothing-to-examine' : null,
        examined: failures.length,
        found,
        apart: withoutAddress === 0 ? [] : [{ why: 'no-address', count: withoutAddress }],
      }
    },
  }
}

function successesOf(run: FailureRun, rule: BurstRule, times: readonly EpochSeconds[]): number {
  return before(times, run.lastTime + rule.gapMinutes * 60 + 1) - before(times, run.firstTime)
}

/** How many of the times, which are in order, lie before `at`. */
function before(times: readonly EpochSeconds[], at: EpochSeconds): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
