import { type FromIntake, type IntakeAnswer, SHARED } from './intake-messages.ts'

/** Answers that may wait for each other, what the sign-ins among them weigh (`weightOf`), and how long. */
const GROUP_ANSWERS = 32
const GROUP_WEIGHT = 256
const GROUP_MS = 20
/** A group with as many is the only one ahead of the case file, so that a giant file does not pile up in memory. */
const HEAVY = 64
const HEAVY_AHEAD = 1
/** Of others there are never so many at once, as orders are few, but for an archive of very many small members. */
const LIGHT_AHEAD = 64

/** The answers of a thread on their way out. */
export interface Outbox {
  add(answer: IntakeAnswer, weight?: number): void
  /** Sends an answer behind all that waits, with memory that belongs to the other side from then on. */
  send(answer: IntakeAnswer, memory: ArrayBuffer): void
  /** Sends what waits. Call it before the thread waits for work. */
  flush(): void
}

/**
 * Sends answers in groups. When the other side is too far behind, sending waits, without spinning, until it has caught
 * up or `shared` says stop.
 */
export function createOutbox(
  shared: Int32Array,
  post: (message: FromIntake, transfer?: ArrayBuffer[]) => void,
): Outbox {
  let waiting: IntakeAnswer[] = []
  let weight = 0
  let since = 0
  let sent = 0

  function keepPace(ahead: number): void {
    for (;;) {
      const taken = Atomics.load(shared, SHARED.taken)
      if (sent - taken < ahead || Atomics.load(shared, SHARED.stop) !== 0) return
      Atomics.wait(shared, SHARED.taken, taken, 1000)
    }
  }

  function flush(): void {
    if (waiting.length === 0) return
    keepPace(weight >= HEAVY ? HEAVY_AHEAD : LIGHT_AHEAD)
    sent += 1
    post(waiting)
    waiting = []
    weight = 0
  }

  return {
    add(answer, more = 0) {
      if (waiting.length === 0) since = performance.now()
      waiting.push(answer)
      weight += more
      const late = performance.now() - since > GROUP_MS
      if (waiting.length >= GROUP_ANSWERS || weight >= GROUP_WEIGHT || late) flush()
    },
    send(answer, memory) {
      flush()
      keepPace(LIGHT_AHEAD)
      sent += 1
      post([answer], [memory])
    },
    flush,
  }
}
