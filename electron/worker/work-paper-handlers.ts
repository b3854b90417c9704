import { PAPER_LISTED } from '../../shared/domain/work-paper.ts'
import type { WorkerHandlers } from '../../shared/ipc/serve.ts'
import { inTurns } from '../engine/query/store/steps.ts'
import { judgeSampled } from '../engine/work-paper/judgements.ts'
import { keepSettings, keptSettings, proposedSettings } from '../engine/work-paper/kept-settings.ts'
import { workPaper } from '../engine/work-paper/run.ts'
import type { Session } from './session.ts'

type Names = Extract<keyof WorkerHandlers, `workPaper.${string}`>

/** Calls of the auditor's work paper. `changed` tells the window that the custody log has grown. */
export function workPaperHandlers(session: Session, changed: () => void): Pick<WorkerHandlers, Names> {
  const db = () => session.current().db
  const actor = () => session.current().actor
  return {
    'workPaper.settings': ({ zone }) => {
      const kept = keptSettings(db())
      return { settings: kept ?? proposedSettings(db(), zone), kept: kept !== null }
    },
    'workPaper.keep': (settings) => {
      keepSettings(db(), actor(), settings)
      changed()
    },
    'workPaper.run': (settings, { signal }) => inTurns(workPaper(db(), settings, PAPER_LISTED), signal),
    'workPaper.judge': ({ signInId, result, remark }) => {
      const judgements = judgeSampled(db(), actor(), signInId, result, remark)
      changed()
      return judgements
    },
  }
}
