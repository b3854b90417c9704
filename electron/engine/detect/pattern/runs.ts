import type { AlarmChart, AlarmReplay, AlarmSettings } from '../../../../shared/domain/alarm.ts'
import type { PatternPart, PatternQuestion, PatternRun } from '../../../../shared/domain/pattern.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { chartOf } from '../alarm/chart.ts'
import { type Replay, replayAlarm } from '../alarm/replay.ts'
import { readPattern } from './read-pattern.ts'
import { type Scan, type ScanHooks, scanCase } from './scan.ts'

/** The window shows one result while the next is made. */
const KEPT_RUNS = 3
/** More changes than this are counted, but not listed. */
const LISTED_TRANSITIONS = 500
/** Row numbers that one change lists. */
const LISTED_EVENTS = 200

/** The newest results of patterns over one case, for their pages, alarms and charts. */
export interface PatternRuns {
  /** Throws `invalid-input` for a pattern that cannot be read, `cancelled` when stopped. */
  run(question: PatternQuestion, hooks: ScanHooks): Promise<PatternRun>
  /** Throws `not-found` for a result that is no longer kept, as do the others. */
  ids(run: number, part: PatternPart): Uint32Array
  replay(run: number, settings: AlarmSettings): AlarmReplay
  chart(run: number, settings: AlarmSettings, from: number, to: number, columns: number): AlarmChart
}

interface KeptRun {
  readonly scan: Scan
  replay: Replay | null
}

export function createPatternRuns(db: ReadableCase): PatternRuns {
  const kept = new Map<number, KeptRun>()
  let last = 0

  const runOf = (run: number): KeptRun => {
    const found = kept.get(run)
    if (found === undefined) throw new AppError('not-found', `Result ${run} is no longer kept.`)
    return found
  }
  const replayOf = (of: KeptRun, settings: AlarmSettings): Replay => {
    if (of.replay === null || JSON.stringify(of.replay.settings) !== JSON.stringify(settings))
      of.replay = replayAlarm(of.scan.times, settings)
    return of.replay
  }

  return {
    async run({ pattern: typed, missing }, hooks) {
      const read = readPattern(typed)
      if (!read.ok) {
        const { code, from, found } = read.problem
        throw new AppError('invalid-input', `Filter pattern: ${code} at ${from + 1}: ${found}`)
      }
      const { pattern } = read
      const scan = await scanCase(db, pattern, missing, hooks)
      last += 1
      kept.set(last, { scan, replay: null })
      for (const run of kept.keys()) if (run <= last - KEPT_RUNS) kept.delete(run)
      return {
        run: last,
        records: scan.records,
        matched: scan.ids.length,
        depended: scan.depended.length,
        tableRows: scan.tableRows,
        unreadable: scan.unreadable,
        untimed: scan.ids.length - scan.times.length,
        firstTime: scan.times[0] ?? null,
        lastTime: scan.times.at(-1) ?? null,
        notices: [...pattern.notices],
        conditions: pattern.places.map((place, index) => ({
          ...place,
          matched: scan.conditions[index] ?? 0,
        })),
      }
    },
    ids(run, part) {
      const { scan } = runOf(run)
      return part === 'matched' ? scan.ids : scan.depended
    },
    replay(run, settings) {
      const of = runOf(run)
      const { initial, transitions, alarmMinutes, last: state } = replayOf(of, settings)
      return {
        initial,
        transitions: transitions.slice(0, LISTED_TRANSITIONS).map(({ firstEvent, endEvent, ...change }) => ({
          ...change,
          firstEvent,
          events: [...of.scan.ids.subarray(firstEvent, Math.min(endEvent, firstEvent + LISTED_EVENTS))],
          eventCount: endEvent - firstEvent,
        })),
        transitionCount: transitions.length,
        alarmMinutes,
        last: state,
      }
    },
    chart: (run, settings, from, to, columns) => chartOf(replayOf(runOf(run), settings), from, to, columns),
  }
}
