import { availableParallelism } from 'node:os'
import { AppError } from '../../shared/errors.ts'
import type { FileSink, HeldMember, ReadRequest, SourceReader } from '../engine/intake/reading.ts'
import { type Lane, type LaneHooks, openLane } from './intake-lane.ts'

/**
 * A thread takes 17 MB before it reads anything, 12 of them for Node. With three of them sign-ins only, the worst case,
 * stay below 300 MB in all (291 measured, 332 with four), and three read faster than most disks.
 */
const MAX_THREADS = 3
/** Memory for new objects, of all threads together. */
const YOUNG_MB = 24
/** Files that wait at each thread, so that none stands still between two files: so many, and more of small ones. */
const FILES_PER_THREAD = 3
const SMALL_FILES_PER_THREAD = 128
const SMALL_BYTES_PER_THREAD = 4 * 1024 * 1024

/** Members of archives at each thread that has no file of its own, so that it need not wait for the next. */
const MEMBERS_PER_THREAD = 2

export interface IntakePool extends SourceReader {
  /** Holds the threads where they are, or lets them go on. A file that is being read may be larger than all others. */
  hold(held: boolean): void
  /** Ends the threads; files under way are given up. */
  close(): Promise<void>
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
  const youngMb = Math.floor(YOUNG_MB / threads)
  const hooks: LaneHooks = { member: handOver, shifted: share }
  const lanes: Lane[] = []
  for (let index = 0; index < threads; index += 1) lanes.push(openLane(entry, youngMb, hooks))
  let lastJob = 0
  let current: AbortSignal | null = null
  let isPosting = false

  /** An earlier import may have been stopped; when a new one begins nothing of it is under way. */
  function follow(signal: AbortSignal): void {
    if (current === signal) return
    current = signal
    for (const lane of lanes) lane.goOn()
    signal.addEventListener('abort', () => {
      if (current === signal) for (const lane of lanes) lane.stop()
    })
  }

  /** The thread with the least to do, for an order of the import with this signal. */
  function nextLane(signal: AbortSignal): Lane {
    signal.throwIfAborted()
    for (let index = 0; index < lanes.length; index += 1)
      if (lanes[index]?.isLost()) lanes[index] = openLane(entry, youngMb, hooks)
    follow(signal)
    lastJob += 1
    post()
    let least = lanes[0] as Lane
    for (const lane of lanes) if (lane.load() < least.load()) least = lane
    return least
  }

  /** Threads without a file of their own read members of the archives that others take apart. */
  function share(): void {
    const alive = lanes.filter((lane) => !lane.isLost())
    const busy = alive.filter((lane) => lane.files() > 0)
    const free = (alive.length - busy.length) * MEMBERS_PER_THREAD
    for (const lane of lanes) lane.allow(lane.files() > 0 ? Math.ceil(free / busy.length) : 0)
  }

  function handOver(member: HeldMember, request: ReadRequest, sink: FileSink): void {
    const [least] = lanes
      .filter((lane) => !lane.isLost())
      .sort((a, b) => a.files() - b.files() || a.load() - b.load())
    lastJob += 1
    if (least === undefined) sink.failed(new AppError('worker-lost', 'No intake thread is left.'))
    else least.readMember(lastJob, member, request, sink)
  }

  /** Orders that are given in the same turn travel together, as soon as nothing of that turn is left to do. */
  function post(): void {
    if (isPosting) return
    isPosting = true
    process.nextTick(() => {
      isPosting = false
      for (const lane of lanes) lane.post()
    })
  }

  return {
    width: threads * FILES_PER_THREAD,
    ahead: { files: threads * SMALL_FILES_PER_THREAD, bytes: threads * SMALL_BYTES_PER_THREAD },
    read(request, sink) {
      nextLane(request.signal).read(lastJob, request, sink)
    },
    bytesUnderWay: () => lanes.reduce((sum, lane) => sum + (lane.load() > 0 ? lane.bytesRead() : 0), 0),
    async hash(file, signal) {
      return nextLane(signal).hash(lastJob, file)
    },
    hold(held) {
      for (const lane of lanes) lane.hold(held)
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}
