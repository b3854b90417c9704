import { packCoverage } from '../../shared/domain/coverage-pack.ts'
import type { WorkerHandlers } from '../../shared/ipc/serve.ts'
import { lastVerification, verificationChecks } from '../engine/integrity/runs.ts'
import type { ImportJob } from './import-job.ts'
import type { IntegrityJob } from './integrity-job.ts'
import type { Session } from './session.ts'

type Names = 'integrity.verify' | 'integrity.state' | 'integrity.checks' | 'integrity.coverage'

/** Calls about log file validation and about what the files cover. */
export function integrityHandlers(
  session: Session,
  importJob: ImportJob,
  job: IntegrityJob,
): Pick<WorkerHandlers, Names> {
  const db = () => session.current().db
  return {
    'integrity.verify': ({ keys }, { signal }) => {
      importJob.refuseWhileRunning()
      return job.verify(keys, signal)
    },
    'integrity.state': () => lastVerification(db()),
    'integrity.checks': ({ view, offset, limit }) => verificationChecks(db(), view, offset, limit),
    'integrity.coverage': async (_, { signal }) => packCoverage(await job.coverage(signal)),
  }
}
