import type { Coverage } from '../../shared/domain/coverage.ts'
import type { IntegrityRun } from '../../shared/domain/integrity.ts'
import { AppError } from '../../shared/errors.ts'
import type { Served } from '../../shared/ipc/serve.ts'
import { coverageOf } from '../engine/integrity/coverage.ts'
import type { IntegrityHooks } from '../engine/integrity/gather.ts'
import { runVerification } from '../engine/integrity/runs.ts'
import type { Session } from './session.ts'

/** Validation and coverage, which read files again and so take time. */
export interface IntegrityJob {
  /** Throws `verification-running`; `cancelled` when `signal` is aborted or the case is closed. */
  verify(keys: readonly string[], signal: AbortSignal): Promise<IntegrityRun>
  /** Throws `cancelled` likewise. */
  coverage(signal: AbortSignal): Promise<Coverage>
  /** Stops what is under way and waits for it. */
  stop(): Promise<void>
}

export function createIntegrityJob(session: Session, emit: Served['emit']): IntegrityJob {
  const running = new Set<Promise<unknown>>()
  let stopper = new AbortController()
  let isVerifying = false

  const hooksOf = (signal: AbortSignal): IntegrityHooks => ({
    signal: AbortSignal.any([signal, stopper.signal]),
    onProgress: (progress) => emit('integrity.progress', progress),
  })

  async function tracked<T>(work: Promise<T>): Promise<T> {
    running.add(work)
    try {
      return await work
    } finally {
      running.delete(work)
    }
  }

  return {
    async verify(keys, signal) {
      if (isVerifying) throw new AppError('verification-running', 'The files are being validated already.')
      const { db, actor } = session.current()
      isVerifying = true
      try {
        return await tracked(runVerification(db, actor, keys, hooksOf(signal)))
      } finally {
        isVerifying = false
        emit('case.changed', { what: 'custody' })
      }
    },
    async coverage(signal) {
      const hooks = hooksOf(signal)
      try {
        return await tracked(coverageOf(session.current().db, hooks))
      } catch (cause) {
        if (hooks.signal.aborted) throw new AppError('cancelled', 'The coverage was not worked out.')
        throw cause
      }
    },
    async stop() {
      stopper.abort()
      await Promise.allSettled(running)
      stopper = new AbortController()
    },
  }
}
