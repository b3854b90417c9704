import { calls } from '../../shared/contract.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import type { Handlers } from '../../shared/ipc/serve.ts'
import { rows as story } from './fake-case.ts'

const START = Date.UTC(2016, 0, 1, 3) / 1000

/** Row `index` of a made-up result of any length, worked out and not stored: one sign-in every 271 seconds. */
function rowAt(index: number): SignInRow {
  const model = story[index % story.length]!
  return { ...model, id: index + 1, eventTime: START + index * 271, eventId: `event-${index}`, notes: 0 }
}

/** Answers over `count` rows, for looking at lists that are higher than an element can be. Filters do nothing. */
export function manyRows(count: number): Partial<Handlers> {
  let view = 0
  return {
    'timeline.open': ({ keep }) => {
      view += 1
      return {
        view,
        matched: count,
        total: count,
        firstTime: START,
        lastTime: START + (count - 1) * 271,
        keptIndex: keep === null ? null : keep - 1,
      }
    },
    'timeline.bursts': () => [],
    'timeline.page': async ({ offset, limit }) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      const length = Math.max(0, Math.min(limit, count - offset))
      return calls['timeline.page'].output.parse(Array.from({ length }, (_, index) => rowAt(offset + index)))
    },
  }
}
