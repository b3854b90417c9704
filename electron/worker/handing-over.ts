import { AppError } from '../../shared/errors.ts'

/** Reports and packages that are being made: they read the case and write into its log, so they end before it closes. */
export interface HandingOver {
  /** Runs one of them; its signal is raised by the caller's, and when the case is to be closed. */
  run<T>(signal: AbortSignal, make: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Stops what is under way, with `cancelled`, and waits for it. */
  stop(): Promise<void>
}

export function createHandingOver(): HandingOver {
  const running = new Set<Promise<unknown>>()
  let stopper = new AbortController()
  return {
    async run(signal, make) {
      const made = make(AbortSignal.any([signal, stopper.signal]))
      running.add(made)
      try {
        return await made
      } finally {
        running.delete(made)
      }
    },
    async stop() {
      stopper.abort(new AppError('cancelled', 'The case was left while this was made.'))
      await Promise.allSettled(running)
      stopper = new AbortController()
    },
  }
}
