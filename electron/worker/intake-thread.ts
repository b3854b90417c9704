import { parentPort, workerData } from 'node:worker_threads'
import { createFastReader } from '../engine/intake/fast/reader.ts'
import { fileSha256 } from '../engine/intake/file-bytes.ts'
import { readSource } from '../engine/intake/read-source.ts'
import { type FromIntake, MESSAGES_AHEAD, SHARED, type ToIntake } from './intake-messages.ts'

// The entry of an intake thread: it reads files and hands on what it finds. It never touches the case file.
if (parentPort === null) throw new Error('intake-thread.ts must run as a worker thread')
const port = parentPort
const shared = new Int32Array((workerData as { shared: SharedArrayBuffer }).shared)
const fast = createFastReader()
const stopping = () => Atomics.load(shared, SHARED.stop) !== 0
/** How soon a stop is seen while an archive is read. */
const LOOK_EVERY_MS = 50
let sent = 0

const answer = (message: FromIntake) => port.postMessage(message)

/** Waits, without spinning, until the case file is no more than a few batches behind. */
function keepPace(): void {
  for (;;) {
    const taken = Atomics.load(shared, SHARED.taken)
    if (sent - taken < MESSAGES_AHEAD || stopping()) return
    Atomics.wait(shared, SHARED.taken, taken, 1000)
  }
}

async function work(message: ToIntake): Promise<void> {
  const { job } = message
  const controller = new AbortController()
  if (stopping()) controller.abort()
  const { signal } = controller
  if (message.kind === 'hash') {
    answer({ kind: 'hash', job, sha256: await fileSha256(message.path, signal) })
    return
  }
  const { file, limits, hashContent } = message
  const shouldStop = () => {
    if (stopping()) controller.abort()
    return stopping()
  }
  // Archives are read with pauses in which other things run; the fast reader asks by itself.
  const looking = setInterval(shouldStop, LOOK_EVERY_MS)
  try {
    const request = { limits, hashContent, signal, shouldStop }
    const reading = await readSource(fast, file, request, (findings) => {
      keepPace()
      sent += 1
      answer({ kind: 'findings', job, findings })
    })
    answer({ kind: 'reading', job, reading })
  } finally {
    clearInterval(looking)
  }
}

// One file after the other: the careful way of reading waits for the disk, and two files must not mix.
let queue = Promise.resolve()
port.on('message', (message: ToIntake) => {
  queue = queue.then(() =>
    work(message).catch((cause: unknown) => {
      const text = cause instanceof Error ? cause.message : String(cause)
      answer({ kind: 'failed', job: message.job, message: text })
    }),
  )
})
