import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets other calls be answered, and a wish to stop arrive, in the middle of long work. */
export interface Turns {
  /** True when others have waited long enough; then `pass` is to be awaited. */
  isDue(): boolean
  /** Rejects with the reason of the signal. */
  pass(): Promise<void>
}

/** Others are let in this often, in milliseconds. */
const TURN_MS = 10

export function createTurns(signal: AbortSignal): Turns {
  let began = performance.now()
  return {
    isDue: () => signal.aborted || performance.now() - began >= TURN_MS,
    async pass() {
      signal.throwIfAborted()
      await nextTurn()
      signal.throwIfAborted()
      began = performance.now()
    },
  }
}
