import { Worker } from 'node:worker_threads'
import type { JournalHelp } from '../engine/intake/journal.ts'
import type { JournalStart } from './journal-thread.ts'

/** Starts the thread that works the journal of the case at `path` into its file. */
export function openJournalHelp(path: string): JournalHelp {
  const entry = import.meta.url.endsWith('.ts') ? './journal-thread.ts' : './journal.js'
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const worker = new Worker(new URL(entry, import.meta.url), {
    name: 'journal',
    workerData: { path, stop } satisfies JournalStart,
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  })
  let isLost = false
  // The error itself says nothing that the writer will not be told by SQLite.
  worker.on('error', () => {
    isLost = true
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  return {
    isLost: () => isLost,
    close() {
      Atomics.store(new Int32Array(stop), 0, 1)
      Atomics.notify(new Int32Array(stop), 0)
      return ended
    },
  }
}
