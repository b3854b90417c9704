import { chartOf } from '../../electron/engine/detect/alarm/chart.ts'
import { replayAlarm } from '../../electron/engine/detect/alarm/replay.ts'
import { evaluate } from '../../electron/engine/detect/pattern/evaluate.ts'
import { describePattern, readPattern } from '../../electron/engine/detect/pattern/read-pattern.ts'
import type { NewSavedPattern, SavedPattern } from '../../shared/domain/pattern.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers, Served } from '../../shared/ipc/serve.ts'
import { at, rows } from './fake-case.ts'
import type { FakeViews } from './fake-timeline.ts'

type PatternCalls = Extract<keyof Handlers, `pattern.${string}`>

/** Answers about patterns over the made-up rows, by the real language and the real replay. */
export function fakePatterns(
  emit: () => Served['emit'],
  recordOf: (row: SignInRow) => string,
  views: FakeViews,
): Pick<Handlers, PatternCalls> {
  let found: { row: SignInRow; depended: boolean }[] = []
  let saved: SavedPattern[] = [
    stored({ name: '夜間の root', pattern: '{ $.userIdentity.type = Root }', alarm: null }, 1),
  ]
  const times = () => found.flatMap(({ row }) => (row.eventTime === null ? [] : [row.eventTime]))
  return {
    'pattern.read': ({ pattern }) => describePattern(pattern),
    'pattern.run': ({ pattern: typed, missing }) => {
      const read = readPattern(typed)
      if (!read.ok) throw new AppError('invalid-input', read.problem.code)
      const { meaning, places, notices } = read.pattern
      const counts = places.map(() => 0)
      found = []
      let depended = 0
      for (const row of rows) {
        const text = recordOf(row)
        const view = { parsed: () => JSON.parse(text) as unknown, text: () => text }
        const verdict = evaluate(meaning, view, missing)
        if (verdict === null) continue
        verdict.conditions.forEach((holds, index) => {
          if (holds) counts[index] = (counts[index] ?? 0) + 1
        })
        if (verdict.matched) found.push({ row, depended: verdict.depended })
        if (verdict.depended) depended += 1
      }
      emit()('pattern.progress', { done: rows.length, total: rows.length, matched: found.length })
      return {
        run: 1,
        records: rows.length,
        matched: found.length,
        depended,
        tableRows: 0,
        unreadable: 0,
        untimed: found.length - times().length,
        firstTime: times()[0] ?? null,
        lastTime: times().at(-1) ?? null,
        notices: [...notices],
        conditions: places.map((place, index) => ({ ...place, matched: counts[index] ?? 0 })),
      }
    },
    'pattern.open': ({ part, keep }) => {
      const shown = found.filter((one) => part === 'matched' || one.depended).map(({ row }) => row)
      const view = views.size + 1
      views.set(view, shown)
      const index = shown.findIndex(({ id }) => id === keep)
      return {
        view,
        matched: shown.length,
        total: rows.length,
        firstTime: shown[0]?.eventTime ?? null,
        lastTime: shown.at(-1)?.eventTime ?? null,
        keptIndex: index < 0 ? null : index,
      }
    },
    'pattern.replay': ({ alarm }) => {
      const { transitions, initial, alarmMinutes, last } = replayAlarm(times(), alarm)
      return {
        initial,
        transitions: transitions.map(({ firstEvent, endEvent, ...change }) => ({
          ...change,
          firstEvent,
          events: found.slice(firstEvent, endEvent).map(({ row }) => row.id),
          eventCount: endEvent - firstEvent,
        })),
        transitionCount: transitions.length,
        alarmMinutes,
        last,
      }
    },
    'pattern.chart': ({ alarm, from, to, columns }) =>
      chartOf(replayAlarm(times(), alarm), from, to, columns),
    'pattern.list': () => saved,
    'pattern.save': (fresh) => {
      const replaced = saved.find(({ name }) => name === fresh.name) ?? null
      const made = stored(fresh, saved.length + 2)
      saved = [...saved.filter((one) => one !== replaced), made]
      return { saved: made, replaced }
    },
    'pattern.remove': ({ id }) => {
      const gone = saved.find((one) => one.id === id)
      if (gone === undefined) throw new AppError('not-found', `There is no saved pattern ${id}.`)
      saved = saved.filter((one) => one !== gone)
      return gone
    },
  }
}

function stored(fresh: NewSavedPattern, id: number): SavedPattern {
  return { ...fresh, id, author: 'M. Kobayashi', at: at(16, '01:00:00') * 1000 }
}
