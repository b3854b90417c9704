import type { WorkerHandlers } from '../../shared/ipc/serve.ts'
import { addFindingNote, setFindingNoteRemoved } from '../engine/detect/finding-notes.ts'
import { findingDetail, findingEvents, listFindings } from '../engine/detect/findings.ts'
import { judgeFinding } from '../engine/detect/judge.ts'
import { detectionState, listRules } from '../engine/detect/state.ts'
import type { DetectionJob } from './detection-job.ts'
import type { ImportJob } from './import-job.ts'
import type { Session } from './session.ts'

type Names =
  | 'detection.run'
  | 'detection.state'
  | 'detection.rules'
  | 'finding.list'
  | 'finding.detail'
  | 'finding.events'
  | 'finding.judge'
  | 'finding.note'
  | 'finding.noteRemoved'

/** Calls about rules and what they found. */
export function detectionHandlers(
  session: Session,
  importJob: ImportJob,
  job: DetectionJob,
  changed: () => void,
): Pick<WorkerHandlers, Names> {
  const db = () => session.current().db
  const actor = () => session.current().actor

  return {
    'detection.run': async (_, { signal }) => {
      importJob.refuseWhileRunning()
      await job.run(signal)
      return detectionState(db())
    },
    'detection.state': () => detectionState(db()),
    'detection.rules': () => listRules(db()),
    'finding.list': (filter) => listFindings(db(), filter),
    'finding.detail': ({ id }) => findingDetail(db(), id),
    'finding.events': ({ id, offset, limit }) => findingEvents(db(), id, offset, limit),
    'finding.judge': ({ id, verdict, reason }) => {
      judgeFinding(db(), actor(), id, verdict, reason)
      changed()
      return findingDetail(db(), id)
    },
    'finding.note': ({ id, text }) => {
      addFindingNote(db(), actor(), id, text)
      changed()
      return findingDetail(db(), id)
    },
    'finding.noteRemoved': ({ id, note, removed }) => {
      setFindingNoteRemoved(db(), actor(), note, removed)
      changed()
      return findingDetail(db(), id)
    },
  }
}
