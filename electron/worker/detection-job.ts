import { AppError } from '../../shared/errors.ts'
import type { Served } from '../../shared/ipc/serve.ts'
import { runDetections } from '../engine/detect/run.ts'
import type { Session } from './session.ts'

/** The one run of the rules that may go on at a time. */
export interface DetectionJob {
  /** Throws `detections-running`, and `cancelled` when `signal` is aborted or the case is closed. */
  run(signal: AbortSignal): Promise<void>
  /** Stops a run and waits for it. */
  stop(): Promise<void>
}

export function createDetectionJob(session: Session, emit: Served['emit']): DetectionJob {
  let running: Promise<unknown> | null = null
  let stopper = new AbortController()

  return {
    async run(signal) {
      if (running !== null) throw new AppError('detections-running', 'The rules are being asked already.')
      const { db, actor } = session.current()
      stopper = new AbortController()
      running = runDetections(db, actor, {
        signal: AbortSignal.any([signal, stopper.signal]),
        onProgress: (progress) => emit('detection.progress', progress),
      })
      try {
        await running
      } finally {
        running = null
      }
      emit('case.changed', { what: 'findings' })
      emit('case.changed', { what: 'custody' })
    },
    async stop() {
      stopper.abort()
      await running?.catch(() => undefined)
    },
  }
}
