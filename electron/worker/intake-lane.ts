import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import { engineModule } from '../engine/intake/fast/engine.ts'
import type { Finding, Reading } from '../engine/intake/reading.ts'
import type { FoundFile } from '../engine/intake/walk.ts'
import {
  type FromIntake,
  type IntakeAnswer,
  type IntakeOrder,
  type IntakeStart,
  isPacked,
  packFile,
  type ReadTerms,
  SHARED,
  SHARED_BYTES,
  unpackReading,
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
  /** Takes an order that `post` sends, to read a file. */
  read(job: number, file: FoundFile, terms: ReadTerms, onFindings: OnFindings): Promise<Reading>
  /** The same, to hash it. */
  hash(job: number, file: FoundFile): Promise<string>
  post(): void
  /** Makes the thread give up what it was asked, until `goOn`. */
  stop(): void
  goOn(): void
  close(): Promise<unknown>
}

export function openLane(entry: URL): Lane {
  const memory = new SharedArrayBuffer(SHARED_BYTES)
  const shared = new Int32Array(memory)
  const worker = new Worker(entry, {
    name: 'intake',
    workerData: { shared: memory, module: engineModule() } satisfies IntakeStart,
    // Records of sign-ins are thrown away as fast as they are read; more room would only be filled with them.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  })
  const jobs = new Map<number, Job>()
  const waiting: IntakeOrder[] = []
  let load = 0
  let lost: AppError | null = null
  let known: ReadTerms | null = null

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

  function order<T extends Reading | string>(
    order: IntakeOrder,
    job: number,
    { bytes }: FoundFile,
    onFindings: OnFindings | null,
  ): Promise<T> {
    if (lost !== null) return Promise.reject(lost)
    waiting.push(order)
    load += FILE_COST + bytes
    return new Promise((resolve, reject) => {
      jobs.set(job, { bytes, onFindings, resolve: (answer) => resolve(answer as T), reject })
    })
  }

  function receive(answer: IntakeAnswer): void {
    if (isPacked(answer)) take(answer[0])?.resolve(unpackReading(answer))
    else if (answer.kind === 'hash') take(answer.job)?.resolve(answer.sha256)
    else if (answer.kind === 'failed') take(answer.job)?.reject(new AppError('internal', answer.message))
    else handOn(answer.job, answer.findings)
  }

  function handOn(job: number, findings: readonly Finding[]): void {
    try {
      jobs.get(job)?.onFindings?.(findings)
    } catch (cause) {
      // What is found may fail to be stored (a full disk): that ends the file, not the process.
      take(job)?.reject(cause)
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
    read(job, file, terms, onFindings) {
      if (terms.limits !== known?.limits || terms.hashContent !== known.hashContent) {
        known = terms
        waiting.push({ kind: 'terms', terms })
      }
      return order<Reading>(packFile(job, file), job, file, onFindings)
    },
    hash: (job, file) => order<string>({ kind: 'hash', job, path: file.path }, job, file, null),
    post() {
      if (waiting.length === 0) return
      worker.postMessage(waiting)
      waiting.length = 0
    },
    stop() {
      Atomics.store(shared, SHARED.stop, 1)
      Atomics.notify(shared, SHARED.taken)
    },
    goOn: () => Atomics.store(shared, SHARED.stop, 0),
    close: () => worker.terminate(),
  }
}
