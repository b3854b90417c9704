import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import { engineModule } from '../engine/intake/fast/engine.ts'
import type { FileSink, Finding, HeldMember, ReadRequest } from '../engine/intake/reading.ts'
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

/** What a lane tells the others. */
export interface LaneHooks {
  /** A member of an archive that its thread takes apart waits for someone who reads it. */
  member(member: HeldMember, request: ReadRequest, sink: FileSink): void
  /** It has its first file, or none any more. */
  shifted(): void
}

/** One thread and what it was asked. */
export interface Lane {
  /** What is under way, as bytes. */
  load(): number
  /** Bytes that it has read so far of the file it is at. */
  bytesRead(): number
  /** Files under way, without members of archives that belong to others. */
  files(): number
  /** How many members of its archives may be with other threads at once. */
  allow(members: number): void
  /** The thread has ended; every order to it is refused. */
  isLost(): boolean
  /** Takes an order that `post` sends, to read a file. */
  read(job: number, request: ReadRequest, sink: FileSink): void
  /** The same, to hash it. */
  hash(job: number, file: FoundFile): Promise<string>
  /** The same for a member of an archive; it is sent at once. */
  readMember(job: number, member: HeldMember, request: ReadRequest, sink: FileSink): void
  post(): void
  /** Makes the thread give up what it was asked, until `goOn`. */
  stop(): void
  goOn(): void
  /** Holds the thread where it is, in the middle of a file too, or lets it go on. */
  hold(held: boolean): void
  close(): Promise<unknown>
}

export function openLane(entry: URL, youngMb: number, hooks: LaneHooks): Lane {
  const memory = new SharedArrayBuffer(SHARED_BYTES)
  const shared = new Int32Array(memory)
  const worker = new Worker(entry, {
    name: 'intake',
    workerData: { shared: memory, module: engineModule() } satisfies IntakeStart,
    // Records of sign-ins are thrown away as fast as they are read; more room would only be filled with them.
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  })
  const reads = new Map<number, FileSink>()
  const members = new Map<number, FileSink>()
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
    if (reads.size === 0) hooks.shifted()
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
    for (const jobs of [reads, members, hashes]) {
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
    begin(jobs, number, job)
  }

  function begin<T extends FileSink | HashJob>(jobs: Map<number, T>, number: number, job: T): void {
    load += FILE_COST + job.file.bytes
    jobs.set(number, job)
    if (reads.size === 1) hooks.shifted()
  }

  function receive(answer: IntakeAnswer): void {
    if (isPacked(answer)) takeRead(answer[0])?.done(unpackReading(answer))
    else if (answer.kind === 'member') handMember(answer.job, answer.member)
    else if (answer.kind === 'findings') handOn(answer.job, answer.findings)
    else if (answer.kind === 'hash') take(hashes, answer.job)?.resolve(answer.sha256)
    else {
      const job = takeRead(answer.job) ?? take(hashes, answer.job)
      job?.failed(new AppError('internal', answer.message))
    }
  }

  function takeRead(job: number): FileSink | undefined {
    return take(reads, job) ?? take(members, job)
  }

  function handOn(job: number, findings: readonly Finding[]): void {
    try {
      const sink = reads.get(job) ?? members.get(job)
      sink?.findings(findings)
    } catch (cause) {
      // What is found may fail to be stored (a full disk): that ends the file, not the process.
      take(reads, job)?.failed(cause)
    }
  }

  /** What comes of a member belongs to its archive, and the thread that takes that apart waits for its end. */
  function handMember(job: number, member: HeldMember): void {
    const archive = reads.get(job)
    if (archive === undefined || known === null) {
      returned(0)
      return
    }
    const { part, packing, bytes } = member
    hooks.member(member, known, {
      file: { ...archive.file, bytes: bytes.length },
      findings: (found) => handOn(job, found),
      done(reading) {
        handOn(job, [{ kind: 'end', part, reading }])
        returned(packing === null ? 0 : (reading.contentBytes ?? 0))
      },
      failed(cause) {
        take(reads, job)?.failed(cause)
        returned(0)
      },
    })
  }

  function returned(unpackedBytes: number): void {
    Atomics.add(shared, SHARED.unpacked, Math.ceil(unpackedBytes / READ_UNIT))
    Atomics.add(shared, SHARED.returned, 1)
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
    files: () => reads.size,
    allow: (count) => Atomics.store(shared, SHARED.helpers, count),
    read(job, request, sink) {
      if (request !== known) {
        known = request
        const { limits, hashContent = true } = request
        waiting.push({ kind: 'terms', terms: { limits, hashContent } })
      }
      order(reads, job, sink, packFile(job, sink.file))
    },
    readMember(job, member, { limits, hashContent = true }, sink) {
      if (lost !== null) return sink.failed(lost)
      const { buffer } = member.bytes
      const order: IntakeOrder = { kind: 'member', job, member, terms: { limits, hashContent } }
      worker.postMessage([order], buffer instanceof ArrayBuffer ? [buffer] : [])
      begin(members, job, sink)
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
