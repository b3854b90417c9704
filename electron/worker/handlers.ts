import type { PackageProgress } from '../../shared/domain/package.ts'
import type { Served, WorkerHandlers } from '../../shared/ipc/serve.ts'
import { describeCase, summariseCase } from '../engine/case/summary.ts'
import { checkCustody, listCustody } from '../engine/custody/log.ts'
import type { SealHooks } from '../engine/custody/seal.ts'
import { fullSealState } from '../engine/custody/seal-state.ts'
import { importedPlaces } from '../engine/intake/imported-places.ts'
import { ledgerPage } from '../engine/intake/ledger-page.ts'
import {
  addNote,
  noteHistory,
  removeNote,
  restoreNote,
  reviseNote,
  standingNotes,
} from '../engine/notes/notes.ts'
import { writePackage } from '../engine/package/write-package.ts'
import { programFiles } from '../engine/program-files.ts'
import { inTurns } from '../engine/query/store/steps.ts'
import { exhibitCandidates } from '../engine/report/candidates.ts'
import { keepReport, keptReport } from '../engine/report/draft.ts'
import { momentOfIssue, type ReportHooks, writeLedger, writeReport } from '../engine/report/hand-over.ts'
import { previewPdf } from '../engine/report/preview.ts'
import { writeSample } from '../engine/sample/write-sample.ts'
import { signInDetail } from '../engine/timeline/detail.ts'
import { countFacets } from '../engine/timeline/facets.ts'
import { forkChild, type StartChild } from './child-processes.ts'
import { detectionHandlers } from './detection-handlers.ts'
import { createDetectionJob } from './detection-job.ts'
import { createHandingOver } from './handing-over.ts'
import { createImportJob } from './import-job.ts'
import { integrityHandlers } from './integrity-handlers.ts'
import { createIntegrityJob } from './integrity-job.ts'
import { marksHandlers } from './marks-handlers.ts'
import { patternHandlers } from './pattern-handlers.ts'
import { queryHandlers } from './query-handlers.ts'
import type { Session } from './session.ts'
import { createSqlDesk } from './sql-handlers.ts'
import { createSqlHost } from './sql-host.ts'
import { createTextFilling } from './text-filling.ts'
import { workPaperHandlers } from './work-paper-handlers.ts'

/** Every call that the engine answers; each body is one step into the engine. */
export function engineHandlers(
  session: Session,
  emit: Served['emit'],
  startChild: StartChild = forkChild,
): WorkerHandlers {
  const sqlDesk = createSqlDesk(session, emit, createSqlHost(startChild))
  const importJob = createImportJob(session, emit)
  const detections = createDetectionJob(session, emit)
  const integrity = createIntegrityJob(session, emit)
  const fillTexts = createTextFilling(session)
  const changed = (what: 'details' | 'notes' | 'custody' | 'findings') => emit('case.changed', { what })
  const db = () => session.current().db
  const actor = () => session.current().actor
  const reportHooks = (signal: AbortSignal, of: 'preview' | 'file'): ReportHooks => ({
    signal,
    onProgress: (progress) => emit('report.progress', { ...progress, of }),
  })

  const handing = createHandingOver()
  /** What reads the case or writes into its log ends before it is left. */
  const stopWork = () => Promise.all([detections.stop(), integrity.stop(), handing.stop(), importJob.stop()])

  const sealHooks = (signal: AbortSignal): SealHooks => ({
    signal,
    onProgress: (progress) => emit('seal.progress', progress),
  })

  return {
    ...marksHandlers(session, emit, importJob),
    'case.create': async ({ path, details }, { signal }) => {
      importJob.refuseWhileRunning()
      await stopWork()
      sqlDesk.leave()
      return summariseCase((await session.create(path, details, sealHooks(signal))).db)
    },
    'case.open': async ({ path, examiner }, { signal }) => {
      importJob.refuseWhileRunning()
      await stopWork()
      sqlDesk.leave()
      return summariseCase((await session.open(path, examiner, sealHooks(signal))).db)
    },
    'case.summary': () => summariseCase(db()),
    'case.describe': (details) => {
      describeCase(db(), actor(), details)
      session.renamed()
      changed('details')
      return summariseCase(db())
    },
    'case.close': async (_, { signal }) => {
      await stopWork()
      sqlDesk.leave()
      const closed = await session.close(sealHooks(signal))
      return closed?.seal ?? null
    },

    'import.run': async ({ paths, raiseLimits }, { signal }) => {
      // New records make its answer old before it is given.
      await Promise.all([detections.stop(), integrity.stop()])
      return importJob.run(paths, raiseLimits, signal)
    },
    'import.prepare': () => importJob.prepare(),
    'import.pause': ({ paused }) => importJob.pause(paused),
    'import.places': () => importedPlaces(db()),
    'import.ledger': ({ view, offset, limit }) => ledgerPage(db(), view, offset, limit),

    'timeline.open': async ({ filter, keep }, { signal }) => {
      const view = await inTurns(session.current().views.opening(filter, keep), signal)
      fillTexts()
      return view
    },
    'timeline.page': ({ view, offset, limit }) => session.current().views.page(view, offset, limit),
    'timeline.facets': (filter, { signal }) => inTurns(countFacets(db(), filter), signal),
    'event.detail': ({ id }) => signInDetail(db(), id),

    ...queryHandlers(session, emit),
    ...patternHandlers(session, emit),
    ...sqlDesk.handlers,

    'note.add': ({ signInId, text }) => afterwards(addNote(db(), actor(), signInId, text), changed),
    'note.revise': ({ id, text }) => afterwards(reviseNote(db(), actor(), id, text), changed),
    'note.remove': ({ id }) => afterwards(removeNote(db(), actor(), id), changed),
    'note.restore': ({ id }) => afterwards(restoreNote(db(), actor(), id), changed),
    'note.history': ({ id }) => noteHistory(db(), id),
    'note.list': () => standingNotes(db()),

    ...detectionHandlers(session, importJob, detections, () => changed('findings')),

    ...integrityHandlers(session, importJob, integrity),

    ...workPaperHandlers(session, () => changed('custody')),

    'custody.list': ({ offset, limit }) => listCustody(db(), offset, limit),
    'custody.check': () => checkCustody(db()),
    'custody.state': () => ({ check: checkCustody(db()), onOpening: session.current().onOpening }),
    'custody.compare': (_, { signal }) => fullSealState(db(), sealHooks(signal)),

    'report.moment': () => momentOfIssue(db()),
    'report.write': async ({ options, format, path }, { signal: wish }) => {
      const written = await handing.run(wish, (signal) =>
        writeReport(db(), actor(), options, format, path, reportHooks(signal, 'file')),
      )
      changed('custody')
      return written
    },
    'report.preview': (options, { signal: wish }) =>
      handing.run(wish, (signal) => previewPdf(db(), actor().tool, options, reportHooks(signal, 'preview'))),
    'report.kept': () => keptReport(db()),
    'report.keep': (choices) => keepReport(db(), choices),
    'report.candidates': () => exhibitCandidates(db()),
    'package.write': async ({ options, path }, { signal: wish }) => {
      // The dialog has asked whether a file that is there may be replaced.
      const onProgress = (progress: PackageProgress) => emit('package.progress', progress)
      const written = await handing.run(wish, (signal) =>
        writePackage(db(), actor(), options, path, true, { signal, onProgress }),
      )
      changed('custody')
      return written
    },
    'ledger.write': async ({ path }) => {
      const written = await writeLedger(db(), actor(), path)
      changed('custody')
      return written
    },
    'sample.write': ({ folder }) => writeSample(folder),
    'program.files': programFiles,
  }
}

function afterwards<T>(value: T, changed: (what: 'notes') => void): T {
  changed('notes')
  return value
}
