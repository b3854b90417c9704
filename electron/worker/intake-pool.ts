import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { Finding, Reading, SourceReader } from '../engine/intake/reading.ts'
import { type FromIntake, SHARED, SHARED_BYTES, type ToIntake } from './intake-messages.ts'

/** More threads than this only wait for the one that writes. */
const MAX_THREADS = 8
/** Files that wait at each thread, so that none stands still between two files. */
const FILES_PER_THREAD = 4

export interface IntakePool extends SourceReader {
  /** Ends the threads; files under way are given up. */
  close(): Promise<void>
}

type OnFindings = (findings: readonly Finding[]) => void

interface Job {
  readonly onFindings: OnFindings | null
  resolve(value: Reading | string): void
  reject(cause: unknown): void
}

interface Lane {
  readonly worker: Worker
  readonly shared: Int32Array
  readonly jobs: Map<number, Job>
  /** The thread has ended: nothing that is sent to it is ever answered. */
  isLost: boolean
}

/**
 * Reads files on as many threads as the machine has cores. One import at a time may use it; raising the signal of
 * that import stops all threads.
 */
export function openIntakePool(threads = Math.min(availableParallelism(), MAX_THREADS)): IntakePool {
  // In a checkout the thread is the source file, in the bundle it stands beside the engine's.
  const entry = new URL(
    import.meta.url.endsWith('.ts') ? './intake-thread.ts' : './intake.js',
    import.meta.url,
  )
  const lanes = Array.from({ length: threads }, () => openLane(entry))
  let lastJob = 0

  function send<T extends Reading | string>(
    make: (job: number) => ToIntake,
    signal: AbortSignal,
    onFindings: OnFindings | null,
  ): Promise<T> {
    signal.throwIfAborted()
    // An earlier import may have been stopped; by now nothing of it is under way.
    if (lanes.every(({ jobs }) => jobs.size === 0)) {
      for (const { shared } of lanes) Atomics.store(shared, SHARED.stop, 0)
    }
    for (const [index, { isLost }] of lanes.entries()) if (isLost) lanes[index] = openLane(entry)
    lastJob += 1
    const number = lastJob
    const lane = lanes.reduce((least, other) => (other.jobs.size < least.jobs.size ? other : least))
    const stop = () => {
      for (const { shared } of lanes) Atomics.store(shared, SHARED.stop, 1)
      for (const { shared } of lanes) Atomics.notify(shared, SHARED.taken)
    }
    signal.addEventListener('abort', stop, { once: true })
    return new Promise<T>((resolve, reject) => {
      lane.jobs.set(number, { onFindings, resolve: resolve as Job['resolve'], reject })
      lane.worker.postMessage(make(number))
    }).then(
      (value) => {
        signal.removeEventListener('abort', stop)
        return value
      },
      (cause: unknown) => {
        signal.removeEventListener('abort', stop)
        signal.throwIfAborted()
        throw cause
      },
    )
  }

  return {
    width: threads * FILES_PER_THREAD,
    read: (file, { limits, signal, hashContent = true }, onFindings) =>
      send<Reading>((job) => ({ kind: 'read', job, file, limits, hashContent }), signal, onFindings),
    hash: (file, signal) => send<string>((job) => ({ kind: 'hash', job, path: file.path }), signal, null),
    close: async () => {
      await Promise.all(lanes.map(({ worker }) => worker.terminate()))
    },
  }
}

function openLane(entry: URL): Lane {
  const memory = new SharedArrayBuffer(SHARED_BYTES)
  const shared = new Int32Array(memory)
  const worker = new Worker(entry, { name: 'intake', workerData: { shared: memory } })
  const jobs = new Map<number, Job>()
  const lane: Lane = { worker, shared, jobs, isLost: false }
  const lose = (cause: unknown) => {
    lane.isLost = true
    const why = cause instanceof Error ? cause.message : 'it ended'
    for (const job of jobs.values())
      job.reject(new AppError('worker-lost', `An intake thread stopped: ${why}.`))
    jobs.clear()
  }
  // What is found may fail to be stored (a full disk): that ends the file, not the process.
  const attempt = (number: number, take: () => void) => {
    try {
      take()
    } catch (cause) {
      jobs.get(number)?.reject(cause)
      jobs.delete(number)
    }
  }
  worker.on('error', lose)
  worker.on('exit', lose)
  worker.on('message', (message: FromIntake) => {
    const job = jobs.get(message.job)
    if (message.kind === 'findings') {
      attempt(message.job, () => job?.onFindings?.(message.findings))
      Atomics.add(shared, SHARED.taken, 1)
      Atomics.notify(shared, SHARED.taken)
      return
    }
    jobs.delete(message.job)
    if (message.kind === 'reading') job?.resolve(message.reading)
    else if (message.kind === 'hash') job?.resolve(message.sha256)
    else job?.reject(new AppError('internal', message.message))
  })
  return lane
}
