import { workerData } from 'node:worker_threads'
import { workInBeside } from '../engine/intake/journal.ts'

// The entry of the thread that works the journal of a case into its file while an import writes.
const { path, stop } = workerData as JournalStart
const stopped = new Int32Array(stop)
const LOOK_EVERY_MS = 20

/** What the thread is started with; a number other than 0 in `stop` ends it. */
export interface JournalStart {
  readonly path: string
  readonly stop: SharedArrayBuffer
}

const beside = workInBeside(path)
try {
  while (Atomics.load(stopped, 0) === 0) if (!beside.help()) Atomics.wait(stopped, 0, 0, LOOK_EVERY_MS)
} finally {
  beside.close()
}
