import { setImmediate as nextTurn } from 'node:timers/promises'

const TURN_MS = 20

/** Lets other work have its turn now and then, so that a stop is seen while everything needed is in memory. */
export interface TreePace {
  /** Rejects with the reason of the signal once that is raised. */
  breathe(): Promise<void> | undefined
}

export function createTreePace(signal: AbortSignal): TreePace {
  let last = performance.now()
  return {
    breathe() {
      signal.throwIfAborted()
      if (performance.now() - last < TURN_MS) return undefined
      return nextTurn().then(() => {
        last = performance.now()
        signal.throwIfAborted()
      })
    },
  }
}
