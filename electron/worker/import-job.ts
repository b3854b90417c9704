import type { ImportOutcome } from '../../shared/domain/source.ts'
import { AppError } from '../../shared/errors.ts'
import type { Served } from '../../shared/ipc/serve.ts'
import { DEFAULT_LIMITS, RAISED_LIMITS } from '../engine/intake/limits.ts'
import { runImport } from '../engine/intake/run.ts'
import { type IntakePool, openIntakePool } from './intake-pool.ts'
import { createJournalHelpers } from './journal-help.ts'
import type { Session } from './session.ts'

/** New rows are announced no more often than this, so that a long import leaves the window time to draw. */
const ANNOUNCE_EVERY_MS = 500

/** The one import that may run at a time. */
export interface ImportJob {
  /** An import may follow: starts the threads that read files, which takes a while. */
  prepare(): void
  /** Throws `import-running`. Aborting `signal` stops the import; it answers with what was read. */
  run(paths: readonly string[], raiseLimits: boolean, signal: AbortSignal): Promise<ImportOutcome>
  pause(paused: boolean): void
  /** Stops a running import, and waits until nothing of it or of earlier ones touches their case any more. */
  stop(): Promise<void>
  /** Throws `import-running` when one runs: the case may not change under it. */
  refuseWhileRunning(): void
}

export function createImportJob(session: Session, emit: Served['emit']): ImportJob {
  let running: Promise<ImportOutcome> | null = null
  let stopper = new AbortController()
  // Kept for the next import: starting threads takes longer than reading a small folder.
  let pool: IntakePool | null = null
  const helpers = createJournalHelpers()
  let goOn: PromiseWithResolvers<void> | null = null
  let pausedSince = 0
  let pausedMs = 0

  function pause(paused: boolean): void {
    if (paused && running === null) return
    // Files that are being read are held, and no others are taken up.
    pool?.hold(paused)
    if (paused && goOn === null) {
      goOn = Promise.withResolvers()
      pausedSince = performance.now()
    }
    if (!paused && goOn !== null) {
      pausedMs += performance.now() - pausedSince
      goOn.resolve()
      goOn = null
    }
  }

  function refuseWhileRunning(): void {
    if (running !== null) throw new AppError('import-running', 'An import is running in this case.')
  }

  return {
    prepare() {
      pool ??= openIntakePool()
    },
    async run(paths, raiseLimits, signal) {
      refuseWhileRunning()
      const { db, actor } = session.current()
      stopper = new AbortController()
      const stop = AbortSignal.any([signal, stopper.signal])
      // A paused import that is stopped must not wait for ever.
      stop.addEventListener('abort', () => pause(false), { once: true })
      let announced = 0
      pausedMs = 0
      pool ??= openIntakePool()
      running = runImport(db, actor, paths, pool, {
        signal: stop,
        limits: raiseLimits ? RAISED_LIMITS : DEFAULT_LIMITS,
        addresses: session.addresses(),
        helpJournal: helpers.open,
        mayGoOn: () => goOn?.promise,
        pausedMs: () => pausedMs + (goOn === null ? 0 : performance.now() - pausedSince),
        onProgress: (progress) => {
          emit('import.progress', goOn === null ? progress : { ...progress, state: 'paused' })
        },
        onStored: () => {
          if (performance.now() - announced < ANNOUNCE_EVERY_MS) return
          announced = performance.now()
          emit('case.changed', { what: 'sign-ins' })
        },
      })
      try {
        return await running
      } finally {
        running = null
        pause(false)
        emit('case.changed', { what: 'sign-ins' })
        emit('case.changed', { what: 'custody' })
      }
    },
    pause,
    async stop() {
      stopper.abort()
      await running?.catch(() => undefined)
      await helpers.gone()
    },
    refuseWhileRunning,
  }
}
