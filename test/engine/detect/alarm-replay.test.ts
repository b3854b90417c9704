import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartOf } from '../../../electron/engine/detect/alarm/chart.ts'
import { breaches, decide } from '../../../electron/engine/detect/alarm/decide.ts'
import { replayAlarm } from '../../../electron/engine/detect/alarm/replay.ts'
import { AlarmSettings, type AlarmState, USUAL_ALARM } from '../../../shared/domain/alarm.ts'

const at = (clock: string) => Date.parse(`2024-09-14T${clock}Z`) / 1000
const clockOf = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 16)
const alarm = (changes: Partial<AlarmSettings> = {}): AlarmSettings => ({ ...USUAL_ALARM, ...changes })
const story = (times: readonly number[], settings: AlarmSettings) =>
  replayAlarm(times, settings).transitions.map(
    (change) => `${clockOf(change.at)} ${change.from} ${change.to} ${change.sum}`,
  )

describe('one evaluation', () => {
  // o: within the threshold, X: breaching, -: no data; oldest first, as in the guide's tables.
  const state = (points: string, missingData: AlarmSettings['missingData'], datapoints = points.length) =>
    decide(
      [...points].reverse().map((point) => ({ o: 0, X: 9, '-': null })[point] ?? null),
      { ...alarm(), missingData, datapoints },
      'INSUFFICIENT_DATA',
    )
  const all = ['missing', 'ignore', 'breaching', 'notBreaching'] as const
  const states = (points: string, datapoints?: number) => all.map((how) => state(points, how, datapoints))
  const kept: AlarmState = 'INSUFFICIENT_DATA'

  it('needs no rule where nothing is missing', () => {
    expect(states('XXX')).toEqual(['ALARM', 'ALARM', 'ALARM', 'ALARM'])
    expect(states('oXX')).toEqual(['OK', 'OK', 'OK', 'OK'])
    expect(states('oXX', 2)).toEqual(['ALARM', 'ALARM', 'ALARM', 'ALARM'])
  })
  it('treats missing data in four ways', () => {
    expect(states('---')).toEqual(['INSUFFICIENT_DATA', kept, 'ALARM', 'OK'])
    expect(states('--o')).toEqual(['OK', 'OK', 'OK', 'OK'])
    expect(states('X--')).toEqual(['ALARM', kept, 'ALARM', 'OK'])
    expect(states('X-o', 2)).toEqual(['OK', 'OK', 'ALARM', 'OK'])
    expect(states('-X-', 2)).toEqual(['ALARM', kept, 'ALARM', 'OK'])
    expect(states('X-X', 2)).toEqual(['ALARM', 'ALARM', 'ALARM', 'ALARM'])
  })
  it('does not take a first breach after silence for an alarm of three', () => {
    expect(state('--X', 'missing')).toBe(kept)
  })
  it('compares in four ways', () => {
    const by = (comparison: AlarmSettings['comparison']) =>
      [2, 3, 4].map((sum) => breaches(sum, alarm({ comparison })))
    expect(by('>=')).toEqual([false, true, true])
    expect(by('>')).toEqual([false, false, true])
    expect(by('<=')).toEqual([true, true, false])
    expect(by('<')).toEqual([true, false, false])
  })
})

describe('a replay', () => {
  it('goes to ALARM at the minute edge after the third match, and back when the window has passed', () => {
    const times = [at('13:00:10'), at('13:01:30'), at('13:02:59')]
    expect(story(times, alarm())).toEqual(['13:03 OK ALARM 3', '13:06 ALARM OK 2'])
  })
  it('slides by the minute: three matches over the edge of a fixed window still count together', () => {
    expect(story([at('13:04:50'), at('13:05:10'), at('13:08:00')], alarm())).toEqual([
      '13:09 OK ALARM 3',
      '13:10 ALARM OK 2',
    ])
  })
  it('does not reach the threshold with matches six minutes apart', () => {
    expect(story([at('13:00:00'), at('13:03:00'), at('13:06:00')], alarm())).toEqual([])
  })
  it('counts a match at a full minute in the minute that begins there', () => {
    expect(story([at('13:05:00')], alarm({ threshold: 1, period: 60 }))).toEqual([
      '13:06 OK ALARM 1',
      '13:07 ALARM OK 0',
    ])
  })
  it('needs M of N sums', () => {
    const three = alarm({ period: 60, threshold: 1, evaluationPeriods: 3, datapoints: 2 })
    expect(story([at('13:00:00'), at('13:02:00')], three)).toEqual(['13:03 OK ALARM 1', '13:04 ALARM OK 0'])
    expect(story([at('13:00:00'), at('13:03:00')], three)).toEqual([])
  })
  it('speaks of missing data as the setting says', () => {
    const one = [at('13:00:00')]
    expect(story(one, alarm({ threshold: 1, period: 60, missingData: 'missing' }))).toEqual([
      '13:01 INSUFFICIENT_DATA ALARM 1',
      '13:02 ALARM INSUFFICIENT_DATA 0',
    ])
    expect(story(one, alarm({ threshold: 1, period: 60, missingData: 'ignore' }))).toEqual([
      '13:01 INSUFFICIENT_DATA ALARM 1',
    ])
    expect(story(one, alarm({ threshold: 2, period: 60, missingData: 'breaching' }))).toEqual([
      '13:01 ALARM OK 1',
      '13:02 OK ALARM 0',
    ])
  })
  it('takes minutes without a match as the default value, so that nothing is missing', () => {
    const settings = alarm({ threshold: 1, period: 60, missingData: 'missing', defaultValue: 0 })
    expect(story([at('13:00:00')], settings)).toEqual(['13:01 OK ALARM 1', '13:02 ALARM OK 0'])
    const low = alarm({ threshold: 5, comparison: '<', period: 300, defaultValue: 1 })
    // Five minutes of default value 1 make 5; a minute with two matches reports 2 in their place.
    expect(story([at('13:00:00'), at('13:00:01')], low)).toEqual([])
    expect(story([at('13:00:00')], { ...low, defaultValue: 2, threshold: 10 })).toEqual([
      '13:01 OK ALARM 9',
      '13:06 ALARM OK 10',
    ])
  })
  it('names the records in the windows', () => {
    const times = ['12:00:00', '13:00:10', '13:01:30', '13:02:59', '13:03:00'].map(at)
    const [up, down] = replayAlarm(times, alarm()).transitions
    expect([up?.firstEvent, up?.endEvent]).toEqual([1, 4])
    expect([clockOf(down?.at ?? 0), down?.firstEvent, down?.endEvent]).toEqual(['13:07', 3, 5])
  })
  it('finds nothing in nothing', () => {
    expect(replayAlarm([], alarm())).toMatchObject({ initial: 'OK', transitions: [], last: 'OK' })
  })
  it('counts the minutes in ALARM', () => {
    const times = [at('13:00:10'), at('13:01:30'), at('13:02:59')]
    expect(replayAlarm(times, alarm()).alarmMinutes).toBe(3)
  })
  it('looks back at most seven days', () => {
    expect(
      AlarmSettings.safeParse(alarm({ period: 86_400, evaluationPeriods: 8, datapoints: 8 })).success,
    ).toBe(false)
    expect(AlarmSettings.safeParse(alarm({ period: 90 })).success).toBe(false)
    expect(AlarmSettings.safeParse(alarm({ datapoints: 2 })).success).toBe(false)
  })
})

/** The obvious way: every minute of the time, every sum counted anew. */
function slowly(times: readonly number[], settings: AlarmSettings) {
  const { period, evaluationPeriods, defaultValue } = settings
  const sumAt = (edge: number): number | null => {
    let [sum, any] = [0, false]
    for (let minute = edge - period; minute < edge; minute += 60) {
      const here = times.filter((time) => time >= minute && time < minute + 60).length
      if (here > 0 || defaultValue !== null) any = true
      sum += here > 0 ? here : (defaultValue ?? 0)
    }
    return any ? sum : null
  }
  const sumsAt = (edge: number) =>
    Array.from({ length: evaluationPeriods }, (_, age) => sumAt(edge - age * period))
  const begin = (Math.floor((times[0] ?? 0) / 60) - 1) * 60
  const end = (times.at(-1) ?? 0) + period * evaluationPeriods + 180
  let state = decide(sumsAt(begin), settings, 'INSUFFICIENT_DATA')
  const changes: { at: number; from: AlarmState; to: AlarmState; sum: number }[] = []
  const edges: { at: number; sum: number | null; state: AlarmState }[] = []
  for (let edge = begin; edge <= end; edge += 60) {
    const to = decide(sumsAt(edge), settings, state)
    if (to !== state) changes.push({ at: edge, from: state, to, sum: sumAt(edge) ?? 0 })
    state = to
    edges.push({ at: edge, sum: sumAt(edge), state })
  }
  return { changes, edges }
}

describe('against the slow twin', () => {
  const times = fc
    .array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 14 })
    .map((offsets) => offsets.map((offset) => at('13:00:00') + offset).sort((a, b) => a - b))
  const settings = fc
    .record({
      period: fc.constantFrom(60, 120, 300),
      threshold: fc.integer({ min: 0, max: 4 }),
      comparison: fc.constantFrom('>=', '>', '<', '<='),
      evaluationPeriods: fc.integer({ min: 1, max: 4 }),
      datapoints: fc.integer({ min: 1, max: 4 }),
      missingData: fc.constantFrom('missing', 'notBreaching', 'breaching', 'ignore'),
      defaultValue: fc.constantFrom(null, null, 0, 1),
    })
    .map((one) =>
      AlarmSettings.parse({ ...one, datapoints: Math.min(one.datapoints, one.evaluationPeriods) }),
    )

  it('changes at the same edges', () => {
    fc.assert(
      fc.property(times, settings, (when, rule) => {
        const fast = replayAlarm(when, rule).transitions
        expect(fast.map(({ at: edge, from, to, sum }) => ({ at: edge, from, to, sum }))).toEqual(
          slowly(when, rule).changes,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('draws the same minutes, and wider columns hold the highest and gravest of theirs', () => {
    const weight = { OK: 0, INSUFFICIENT_DATA: 1, ALARM: 2 }
    fc.assert(
      fc.property(times, settings, fc.integer({ min: 3, max: 40 }), (when, rule, columns) => {
        const { edges } = slowly(when, rule)
        const [begin, end] = [edges[0]?.at ?? 0, (edges.at(-1)?.at ?? 0) + 60]
        const chart = chartOf(replayAlarm(when, rule), begin, end, columns)
        expect(chart.columns.length).toBeLessThanOrEqual(columns)
        for (const column of chart.columns) {
          const mine = edges.filter((edge) => edge.at >= column.at && edge.at < column.at + chart.width)
          const sums = mine.flatMap(({ sum }) => (sum === null ? [] : [sum]))
          if (column.at + chart.width <= end) {
            expect(column.sum).toBe(sums.length === 0 ? null : Math.max(...sums))
            expect(weight[column.state]).toBe(Math.max(...mine.map(({ state }) => weight[state])))
          }
          const inside = when.filter((time) => time >= column.at && time < column.at + chart.width)
          expect(column.matches).toBe(inside.length)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('draws fifty years in an instant, because work follows matches', () => {
    const far = [0, at('13:00:00')]
    const chart = chartOf(replayAlarm(far, alarm({ threshold: 1 })), 0, at('13:10:00'), 700)
    expect(chart.columns.reduce((sum, { matches }) => sum + matches, 0)).toBe(2)
    expect(chart.columns.filter(({ state }) => state === 'ALARM')).toHaveLength(2)
  })
})
