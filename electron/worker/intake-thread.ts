import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { shareEngineModule } from '../engine/intake/fast/engine.ts'
import { createFastReader } from '../engine/intake/fast/reader.ts'
import { createFileHasher } from '../engine/intake/file-hash.ts'
import { DEFAULT_LIMITS } from '../engine/intake/limits.ts'
import { readMember } from '../engine/intake/read-member.ts'
import { readSource } from '../engine/intake/read-source.ts'
import { type Finding, type SourceRequest, weightOfAll } from '../engine/intake/reading.ts'
import {
  type FileOrder,
  type IntakeStart,
  isPacked,
  type MemberOrder,
  packReading,
  READ_UNIT,
  type ReadTerms,
  SHARED,
  type ToIntake,
  unpackFile,
} from './intake-messages.ts'
import { createMemberHelp } from './member-help.ts'
import { createOutbox } from './outbox.ts'
import { createWarmUp } from './warm-up.ts'

// The entry of an intake thread: it reads files and hands on what it finds. It never touches the case file.
if (parentPort === null) throw new Error('intake-thread.ts must run as a worker thread')
const port = parentPort
const start = workerData as IntakeStart
const shared = new Int32Array(start.shared)
shareEngineModule(start.module)
const fast = createFastReader()
const hashFile = createFileHasher()
const outbox = createOutbox(shared, (message, transfer) => port.postMessage(message, transfer))
/** How soon a stop is seen while an archive is read. */
const LOOK_EVERY_MS = 50
let controller = new AbortController()
/** The same as its signal says; asking that takes longer, once for each file. */
let isStopped = false

/** The file that is being read; 0 between files. */
let fileJob = 0
/** Members of archives that other threads take apart. */
const members: MemberOrder[] = []
const help = createMemberHelp(shared, {
  send: (member, memory) => outbox.send({ kind: 'member', job: fileJob, member }, memory),
  meanwhile: workMembers,
  mayGoOn,
})
let request: SourceRequest = requestFor({ limits: DEFAULT_LIMITS, hashContent: true })

function shouldStop(bytesRead?: number): boolean {
  if (bytesRead !== undefined) Atomics.store(shared, SHARED.read, Math.floor(bytesRead / READ_UNIT))
  while (Atomics.load(shared, SHARED.hold) !== 0 && Atomics.load(shared, SHARED.stop) === 0)
    Atomics.wait(shared, SHARED.hold, 1)
  const isStopping = Atomics.load(shared, SHARED.stop) !== 0
  if (isStopping) {
    isStopped = true
    controller.abort()
  }
  return isStopping
}
// Archives are read with pauses in which other things run; the fast reader asks by itself.
setInterval(() => shouldStop(), LOOK_EVERY_MS)

function requestFor({ limits, hashContent }: ReadTerms): SourceRequest {
  return { limits, hashContent, signal: controller.signal, shouldStop, help }
}

/** After a stop nothing is read until the other side has gone on, and then with a signal of its own. */
function goOn(): void {
  if (shouldStop() || !isStopped) return
  isStopped = false
  controller = new AbortController()
  request = requestFor(request)
}

/** A promise only where there is something to wait for: most files are small, and are read at once. */
function work(order: FileOrder): Promise<void> | undefined {
  if (!isPacked(order) && order.kind === 'terms') {
    request = requestFor(order.terms)
    return undefined
  }
  goOn()
  if (!isPacked(order)) {
    outbox.add({ kind: 'hash', job: order.job, sha256: hashFile(order.path, mayGoOn) })
    return undefined
  }
  const [job] = order
  fileJob = job
  Atomics.store(shared, SHARED.read, 0)
  const reading = readSource(fast, unpackFile(order), request, (found) => handOn(job, found))
  if (reading instanceof Promise) return reading.then((late) => outbox.add(packReading(job, late)))
  outbox.add(packReading(job, reading))
  return undefined
}

function handOn(job: number, findings: readonly Finding[]): void {
  const weight = findings.reduce((sum, finding) => sum + weightOfAll(finding), 0)
  outbox.add({ kind: 'findings', job, findings }, weight)
}

function mayGoOn(): void {
  if (shouldStop()) controller.signal.throwIfAborted()
}

function failed(job: number, cause: unknown): void {
  const message = cause instanceof Error ? cause.message : String(cause)
  outbox.add({ kind: 'failed', job, message })
}

async function workAll(orders: readonly FileOrder[]): Promise<void> {
  for (const order of orders) {
    try {
      const rest = work(order)
      if (rest !== undefined) await rest
    } catch (cause) {
      if (isPacked(order)) failed(order[0], cause)
      else if (order.kind === 'hash') failed(order.job, cause)
    }
    fileJob = 0
  }
}

/** Reads the members that wait, between files or while nothing else is read in one. */
async function workMembers(): Promise<void> {
  for (let order = members.shift(); order !== undefined; order = members.shift()) {
    const { job, member, terms } = order
    try {
      goOn()
      if (fileJob === 0) Atomics.store(shared, SHARED.read, 0)
      const reading = await readMember(member, requestFor(terms), fast, (found) => handOn(job, found))
      outbox.add(packReading(job, reading))
    } catch (cause) {
      failed(job, cause)
    } finally {
      // Given back now: it would lie about until memory is cleaned up.
      if (member.bytes.buffer instanceof ArrayBuffer) member.bytes.buffer.transfer(0)
    }
  }
  outbox.flush()
}

/** Sets members aside; the other orders, in order. */
function withoutMembers(orders: ToIntake): readonly FileOrder[] {
  return orders.filter((order): order is FileOrder => {
    if (isPacked(order) || order.kind !== 'member') return true
    members.push(order)
    return false
  })
}

/** With more orders at hand answers go in larger groups: a message costs as much as reading a small file. */
async function workOff(first: readonly FileOrder[]): Promise<void> {
  let orders: readonly FileOrder[] | undefined = first
  while (orders !== undefined) {
    await workAll(orders)
    if (members.length > 0) await workMembers()
    const next = receiveMessageOnPort(port)?.message as ToIntake | undefined
    orders = next === undefined ? undefined : withoutMembers(next)
  }
  await workMembers()
}

let warmUp: (() => boolean) | null = null
let isAsked = false
/** Between two steps orders come in, and from the first one on there is nothing to prepare for. */
function prepare(): void {
  if (isAsked) return
  warmUp ??= createWarmUp(fast)
  if (warmUp()) setImmediate(prepare)
}
setImmediate(prepare)

// One file after the other: the careful way of reading waits for the disk, and two files must not mix.
let queue = Promise.resolve()
port.on('message', (orders: ToIntake) => {
  isAsked = true
  const others = withoutMembers(orders)
  queue = queue.then(() => workOff(others))
})
