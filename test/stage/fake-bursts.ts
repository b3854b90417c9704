import { type Burst, type BurstRule, SPARK_STEPS } from '../../shared/domain/burst.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'

/** Bursts among rows, found the slow and obvious way. */
export function slowBursts(rows: readonly SignInRow[], rule: BurstRule): Burst[] {
  const runs: number[][] = []
  const last = new Map<string, number[]>()
  rows.forEach((row, index) => {
    const { sourceIp, eventTime } = row
    if (row.outcome !== 'failure' || sourceIp === null || eventTime === null) return
    if (!/^[\d.]+$/.test(sourceIp)) return
    const run = last.get(sourceIp)
    const before = run === undefined ? null : (rows[run.at(-1)!]!.eventTime ?? null)
    if (run !== undefined && before !== null && eventTime - before <= rule.gapMinutes * 60) run.push(index)
    else {
      const begun = [index]
      last.set(sourceIp, begun)
      runs.push(begun)
    }
  })
  return runs
    .filter((run) => run.length >= rule.atLeast)
    .sort((a, b) => a[0]! - b[0]!)
    .map((run) => burstOf(rows, run, rule))
}

const alike = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? values[0]! : null)

function burstOf(rows: readonly SignInRow[], run: readonly number[], rule: BurstRule): Burst {
  const of = run.map((index) => rows[index]!)
  const sourceIp = of[0]!.sourceIp!
  const firstTime = of[0]!.eventTime!
  const lastTime = of.at(-1)!.eventTime!
  const spark = new Array<number>(SPARK_STEPS).fill(0)
  for (const { eventTime } of of) {
    const step = Math.floor(((eventTime! - firstTime) / (lastTime - firstTime + 1)) * SPARK_STEPS)
    spark[step] = spark[step]! + 1
  }
  const ranges: number[] = []
  for (const [at, index] of run.entries()) {
    if (at > 0 && run[at - 1] === index - 1) ranges[ranges.length - 1]! += 1
    else ranges.push(index, 1)
  }
  const successes = rows.flatMap((row, index) => {
    const time = row.eventTime
    if (row.outcome !== 'success' || row.sourceIp !== sourceIp || time === null) return []
    if (time < firstTime || time > lastTime + rule.gapMinutes * 60) return []
    return [
      {
        id: row.id,
        eventTime: time,
        when: time <= lastTime ? ('within' as const) : ('after' as const),
        index,
      },
    ]
  })
  return {
    sourceIp,
    lead: run[0]!,
    count: run.length,
    firstTime,
    lastTime,
    names: new Set(of.flatMap((row) => (row.principalKind === 'hidden' ? [] : (row.principalName ?? []))))
      .size,
    hidden: of.filter((row) => row.principalKind === 'hidden').length,
    spark,
    ranges,
    shared: {
      mfa: alike(of.map(({ mfa }) => mfa)),
      region: alike(of.map(({ region }) => region)),
      browser: alike(of.map(({ agentName }) => agentName)),
      system: alike(of.map(({ agentSystem }) => agentSystem)),
    },
    successCount: successes.length,
    successes: successes.slice(0, 20),
  }
}
