import { AppError } from '../../shared/errors.ts'
import type { Served, WorkerHandlers } from '../../shared/ipc/serve.ts'
import type { WritableCase } from '../engine/case/rights.ts'
import { describePattern } from '../engine/detect/pattern/read-pattern.ts'
import { createPatternRuns, type PatternRuns } from '../engine/detect/pattern/runs.ts'
import { removePattern, savedPatterns, savePattern } from '../engine/detect/pattern/saved-patterns.ts'
import type { Session } from './session.ts'

type PatternCalls = Extract<keyof WorkerHandlers, `pattern.${string}`>

/** The calls about filter patterns and alarms. Results belong to the case they were made from. */
export function patternHandlers(session: Session, emit: Served['emit']): Pick<WorkerHandlers, PatternCalls> {
  const ofCase = new WeakMap<WritableCase, PatternRuns>()
  const db = () => session.current().db
  const runs = (): PatternRuns => {
    const found = ofCase.get(db()) ?? createPatternRuns(db())
    ofCase.set(db(), found)
    return found
  }
  return {
    'pattern.read': ({ pattern }) => describePattern(pattern),
    'pattern.run': (question, { signal }) => {
      const of = db()
      return runs().run(question, {
        signal,
        mayGoOn: () => {
          // The case may have been closed or changed in a pause; this throws `no-case-open` for the first.
          if (session.current().db !== of) throw new AppError('cancelled', 'Another case was opened.')
        },
        onProgress: (progress) => emit('pattern.progress', progress),
      })
    },
    'pattern.open': ({ run, part, keep }) => session.current().views.openIds(runs().ids(run, part), keep),
    'pattern.replay': ({ run, alarm }) => runs().replay(run, alarm),
    'pattern.chart': ({ run, alarm, from, to, columns }) => runs().chart(run, alarm, from, to, columns),
    'pattern.list': () => savedPatterns(db()),
    'pattern.save': (pattern) => savePattern(db(), session.current().actor, pattern),
    'pattern.remove': ({ id }) => removePattern(db(), id),
  }
}
