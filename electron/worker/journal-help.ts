import { Worker } from 'node:worker_threads'
import type { JournalHelp, OpenJournalHelp } from '../engine/intake/journal.ts'
import type { JournalStart } from './journal-thread.ts'

/** Threads that work journals of cases into their files. */
export interface JournalHelpers {
  readonly open: OpenJournalHelp
  /** Resolves when none of those that were told to end touches a case any more. */
  gone(): Promise<void>
}

export function createJournalHelpers(): JournalHelpers {
  const ends = new Set<Promise<void>>()
  return {
    open(path) {
      const { help, ended } = startThread(path)
      ends.add(ended)
      void ended.then(() => ends.delete(ended))
      return help
    },
    async gone() {
      await Promise.all(ends)
    },
  }
}

function startThread(path: string): { readonly help: JournalHelp; readonly ended: Promise<void> } {
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
  const help: JournalHelp = {
    isLost: () => isLost,
    close() {
      Atomics.store(new Int32Array(stop), 0, 1)
      Atomics.notify(new Int32Array(stop), 0)
    },
  }
  return { help, ended: new Promise((resolve) => worker.once('exit', () => resolve())) }
}
