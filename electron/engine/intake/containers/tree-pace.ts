import { setImmediate as nextTurn } from 'node:timers/promises'

const TURN_MS = 20

/** Lets other work have its turn now and then, so that a stop is seen while everything needed is in memory. */
export interface TreePace {
  /** True when it is time to breathe, so that nobody has to wait in between. Throws like `breathe`. */
  isDue(): boolean
  /** Rejects with the reason of the signal once that is raised. */
  breathe(): Promise<void>
}

export function createTreePace(signal: AbortSignal): TreePace {
  let last = performance.now()

  const isDue = () => {
    signal.throwIfAborted()
    return performance.now() - last >= TURN_MS
  }

  return {
    isDue,
    async breathe() {
      if (!isDue()) return
      await nextTurn()
      last = performance.now()
      signal.throwIfAborted()
    },
  }
}
