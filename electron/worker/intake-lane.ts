import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { Finding, Reading } from '../engine/intake/reading.ts'
import {
  type FromIntake,
  type IntakeAnswer,
  type IntakeOrder,
  SHARED,
  SHARED_BYTES,
} from './intake-messages.ts'

/** What a file costs beside its bytes, in bytes. */
const FILE_COST = 16 * 1024

type OnFindings = (findings: readonly Finding[]) => void

interface Job {
  readonly bytes: number
  readonly onFindings: OnFindings | null
  resolve(value: Reading | string): void
  reject(cause: unknown): void
}

/** One thread and what it was asked. */
export interface Lane {
  /** What is under way, as bytes. */
  load(): number
  /** The thread has ended; every order to it is refused. */
  isLost(): boolean
  /** Takes an order that `post` sends. Resolves with a reading or a hash. */
  order(order: IntakeOrder, bytes: number, onFindings: OnFindings | null): Promise<Reading | string>
  post(): void
  /** Makes the thread give up what it was asked, until `goOn`. */
  stop(): void
  goOn(): void
  close(): Promise<unknown>
}

export function openLane(entry: URL): Lane {
  const memory = new SharedArrayBuffer(SHARED_BYTES)
  const shared = new Int32Array(memory)
  const worker = new Worker(entry, { name: 'intake', workerData: { shared: memory } })
  const jobs = new Map<number, Job>()
  let waiting: IntakeOrder[] = []
  let load = 0
  let lost: AppError | null = null

  function take(number: number): Job | undefined {
    const job = jobs.get(number)
    if (jobs.delete(number)) load -= FILE_COST + (job?.bytes ?? 0)
    return job
  }

  const lose = (cause: unknown) => {
    const why = cause instanceof Error ? cause.message : 'it ended'
    lost ??= new AppError('worker-lost', `An intake thread stopped: ${why}.`)
    for (const number of [...jobs.keys()]) take(number)?.reject(lost)
  }

  function receive(answer: IntakeAnswer): void {
    if (answer.kind !== 'findings') {
      const job = take(answer.job)
      if (answer.kind === 'reading') job?.resolve(answer.reading)
      else if (answer.kind === 'hash') job?.resolve(answer.sha256)
      else job?.reject(new AppError('internal', answer.message))
      return
    }
    try {
      jobs.get(answer.job)?.onFindings?.(answer.findings)
    } catch (cause) {
      // What is found may fail to be stored (a full disk): that ends the file, not the process.
      take(answer.job)?.reject(cause)
    }
  }

  worker.on('error', lose)
  worker.on('exit', lose)
  worker.on('message', (answers: FromIntake) => {
    for (const answer of answers) receive(answer)
    Atomics.add(shared, SHARED.taken, 1)
    Atomics.notify(shared, SHARED.taken)
  })

  return {
    load: () => load,
    isLost: () => lost !== null,
    order(order, bytes, onFindings) {
      if (lost !== null) return Promise.reject(lost)
      waiting.push(order)
      load += FILE_COST + bytes
      return new Promise((resolve, reject) => jobs.set(order.job, { bytes, onFindings, resolve, reject }))
    },
    post() {
      if (waiting.length > 0) worker.postMessage(waiting)
      waiting = []
    },
    stop() {
      Atomics.store(shared, SHARED.stop, 1)
      Atomics.notify(shared, SHARED.taken)
    },
    goOn: () => Atomics.store(shared, SHARED.stop, 0),
    close: () => worker.terminate(),
  }
}
