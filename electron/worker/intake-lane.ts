import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import { engineModule } from '../engine/intake/fast/engine.ts'
import type { FileSink, Finding, ReadRequest } from '../engine/intake/reading.ts'
import type { FoundFile } from '../engine/intake/walk.ts'
import {
  type FromIntake,
  type IntakeAnswer,
  type IntakeOrder,
  type IntakeStart,
  isPacked,
  packFile,
  READ_UNIT,
  SHARED,
  SHARED_BYTES,
  unpackReading,
} from './intake-messages.ts'

/** What a file costs beside its bytes, in bytes. */
const FILE_COST = 16 * 1024

interface HashJob {
  readonly file: FoundFile
  resolve(sha256: string): void
  failed(cause: unknown): void
}

/** One thread and what it was asked. */
export interface Lane {
  /** What is under way, as bytes. */
  load(): number
  /** Bytes that it has read so far of the file it is at. */
  bytesRead(): number
  /** The thread has ended; every order to it is refused. */
  isLost(): boolean
  /** Takes an order that `post` sends, to read a file. */
  read(job: number, request: ReadRequest, sink: FileSink): void
  /** The same, to hash it. */
  hash(job: number, file: FoundFile): Promise<string>
  post(): void
  /** Makes the thread give up what it was asked, until `goOn`. */
  stop(): void
  goOn(): void
  /** Holds the thread where it is, in the middle of a file too, or lets it go on. */
  hold(held: boolean): void
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
  const reads = new Map<number, FileSink>()
  const hashes = new Map<number, HashJob>()
  const waiting: IntakeOrder[] = []
  let load = 0
  let lost: AppError | null = null
  let known: ReadRequest | null = null

  function take<T extends FileSink | HashJob>(jobs: Map<number, T>, number: number): T | undefined {
    const job = jobs.get(number)
    if (job === undefined) return undefined
    jobs.delete(number)
    load -= FILE_COST + job.file.bytes
    return job
  }

  /** Answers that have come and are not handed on yet. */
  const arrived: FromIntake[] = []

  // One group a turn: while what is found is written the next group comes, and calls would wait for the last of them.
  function takeNext(): void {
    const answers = arrived.shift()
    if (answers === undefined) return
    for (const answer of answers) receive(answer)
    Atomics.add(shared, SHARED.taken, 1)
    Atomics.notify(shared, SHARED.taken)
    if (arrived.length > 0) setImmediate(takeNext)
  }

  const lose = (cause: unknown) => {
    while (arrived.length > 0) takeNext()
    const why = cause instanceof Error ? cause.message : 'it ended'
    lost ??= new AppError('worker-lost', `An intake thread stopped: ${why}.`)
    for (const jobs of [reads, hashes]) {
      for (const number of [...jobs.keys()]) take<FileSink | HashJob>(jobs, number)?.failed(lost)
    }
  }

  function order<T extends FileSink | HashJob>(
    jobs: Map<number, T>,
    number: number,
    job: T,
    to: IntakeOrder,
  ) {
    if (lost !== null) return job.failed(lost)
    waiting.push(to)
    load += FILE_COST + job.file.bytes
    jobs.set(number, job)
  }

  function receive(answer: IntakeAnswer): void {
    if (isPacked(answer)) take(reads, answer[0])?.done(unpackReading(answer))
    else if (answer.kind === 'findings') handOn(answer.job, answer.findings)
    else if (answer.kind === 'hash') take(hashes, answer.job)?.resolve(answer.sha256)
    else {
      const job = take(reads, answer.job) ?? take(hashes, answer.job)
      job?.failed(new AppError('internal', answer.message))
    }
  }

  function handOn(job: number, findings: readonly Finding[]): void {
    try {
      reads.get(job)?.findings(findings)
    } catch (cause) {
      // What is found may fail to be stored (a full disk): that ends the file, not the process.
      take(reads, job)?.failed(cause)
    }
  }

  worker.on('error', lose)
  worker.on('exit', lose)
  worker.on('message', (answers: FromIntake) => {
    arrived.push(answers)
    if (arrived.length === 1) setImmediate(takeNext)
  })

  return {
    load: () => load,
    bytesRead: () => Atomics.load(shared, SHARED.read) * READ_UNIT,
    isLost: () => lost !== null,
    read(job, request, sink) {
      if (request !== known) {
        known = request
        const { limits, hashContent = true } = request
        waiting.push({ kind: 'terms', terms: { limits, hashContent } })
      }
      order(reads, job, sink, packFile(job, sink.file))
    },
    hash: (job, file) =>
      new Promise((resolve, failed) => {
        order(hashes, job, { file, resolve, failed }, { kind: 'hash', job, path: file.path })
      }),
    post() {
      if (waiting.length === 0) return
      worker.postMessage(waiting)
      waiting.length = 0
    },
    stop() {
      Atomics.store(shared, SHARED.stop, 1)
      Atomics.notify(shared, SHARED.taken)
      Atomics.notify(shared, SHARED.hold)
    },
    goOn: () => Atomics.store(shared, SHARED.stop, 0),
    hold(held) {
      Atomics.store(shared, SHARED.hold, held ? 1 : 0)
      Atomics.notify(shared, SHARED.hold)
    },
    close: () => worker.terminate(),
  }
}
