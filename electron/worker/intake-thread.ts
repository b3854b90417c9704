import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { shareEngineModule } from '../engine/intake/fast/engine.ts'
import { createFastReader } from '../engine/intake/fast/reader.ts'
import { createFileHasher } from '../engine/intake/file-hash.ts'
import { DEFAULT_LIMITS } from '../engine/intake/limits.ts'
import { readSource } from '../engine/intake/read-source.ts'
import { type SourceRequest, weightOfAll } from '../engine/intake/reading.ts'
import {
  type IntakeOrder,
  type IntakeStart,
  isPacked,
  packReading,
  READ_UNIT,
  type ReadTerms,
  SHARED,
  type ToIntake,
  unpackFile,
} from './intake-messages.ts'
import { createOutbox } from './outbox.ts'

// The entry of an intake thread: it reads files and hands on what it finds. It never touches the case file.
if (parentPort === null) throw new Error('intake-thread.ts must run as a worker thread')
const port = parentPort
const start = workerData as IntakeStart
const shared = new Int32Array(start.shared)
shareEngineModule(start.module)
const fast = createFastReader()
const hashFile = createFileHasher()
const outbox = createOutbox(shared, (message) => port.postMessage(message))
/** How soon a stop is seen while an archive is read. */
const LOOK_EVERY_MS = 50
let controller = new AbortController()

function shouldStop(bytesRead?: number): boolean {
  if (bytesRead !== undefined) Atomics.store(shared, SHARED.read, Math.floor(bytesRead / READ_UNIT))
  while (Atomics.load(shared, SHARED.hold) !== 0 && Atomics.load(shared, SHARED.stop) === 0)
    Atomics.wait(shared, SHARED.hold, 1)
  const isStopping = Atomics.load(shared, SHARED.stop) !== 0
  if (isStopping) controller.abort()
  return isStopping
}
// Archives are read with pauses in which other things run; the fast reader asks by itself.
setInterval(() => shouldStop(), LOOK_EVERY_MS)

let request: SourceRequest = requestFor({ limits: DEFAULT_LIMITS, hashContent: true })

function requestFor({ limits, hashContent }: ReadTerms): SourceRequest {
  return { limits, hashContent, signal: controller.signal, shouldStop }
}

/** A promise only where there is something to wait for: most files are small, and are read at once. */
function work(order: IntakeOrder): Promise<void> | undefined {
  if (!isPacked(order) && order.kind === 'terms') {
    request = requestFor(order.terms)
    return undefined
  }
  if (!shouldStop() && controller.signal.aborted) {
    controller = new AbortController()
    request = requestFor(request)
  }
  if (!isPacked(order)) {
    outbox.add({ kind: 'hash', job: order.job, sha256: hashFile(order.path, mayGoOn) })
    return undefined
  }
  const [job] = order
  Atomics.store(shared, SHARED.read, 0)
  const reading = readSource(fast, unpackFile(order), request, (findings) => {
    const weight = findings.reduce((sum, finding) => sum + weightOfAll(finding), 0)
    outbox.add({ kind: 'findings', job, findings }, weight)
  })
  if (reading instanceof Promise) return reading.then((late) => outbox.add(packReading(job, late)))
  outbox.add(packReading(job, reading))
  return undefined
}

function mayGoOn(): void {
  if (shouldStop()) controller.signal.throwIfAborted()
}

async function workAll(orders: ToIntake): Promise<void> {
  for (const order of orders) {
    try {
      const rest = work(order)
      if (rest !== undefined) await rest
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      if (isPacked(order)) outbox.add({ kind: 'failed', job: order[0], message })
      else if (order.kind === 'hash') outbox.add({ kind: 'failed', job: order.job, message })
    }
  }
}

/** With more orders at hand answers go in larger groups: a message costs as much as reading a small file. */
async function workOff(first: ToIntake): Promise<void> {
  let orders: ToIntake | undefined = first
  while (orders !== undefined) {
    await workAll(orders)
    orders = receiveMessageOnPort(port)?.message as ToIntake | undefined
  }
  outbox.flush()
}

// One file after the other: the careful way of reading waits for the disk, and two files must not mix.
let queue = Promise.resolve()
port.on('message', (orders: ToIntake) => {
  queue = queue.then(() => workOff(orders))
})
