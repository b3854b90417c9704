import { type FromIntake, type IntakeAnswer, SHARED } from './intake-messages.ts'

/** Answers that may wait for each other, the sign-ins among them, and how long. */
const GROUP_ANSWERS = 32
const GROUP_SIGN_INS = 256
const GROUP_MS = 20
/** Groups with as many are few ahead of the case file, so that a giant file does not pile up in memory. */
const HEAVY_SIGN_INS = 64
const HEAVY_AHEAD = 2
/** Of others there are never so many at once, as orders are few, but for an archive of very many small members. */
const LIGHT_AHEAD = 64

/** The answers of a thread on their way out. */
export interface Outbox {
  add(answer: IntakeAnswer, signIns?: number): void
  /** Sends what waits. Call it before the thread waits for work. */
  flush(): void
}

/**
 * Sends answers in groups. When the other side is too far behind, sending waits, without spinning, until it has caught
 * up or `shared` says stop.
 */
export function createOutbox(shared: Int32Array, post: (message: FromIntake) => void): Outbox {
  let waiting: IntakeAnswer[] = []
  let signIns = 0
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
    keepPace(signIns >= HEAVY_SIGN_INS ? HEAVY_AHEAD : LIGHT_AHEAD)
    sent += 1
    post(waiting)
    waiting = []
    signIns = 0
  }

  return {
    add(answer, count = 0) {
      if (waiting.length === 0) since = performance.now()
      waiting.push(answer)
      signIns += count
      const late = performance.now() - since > GROUP_MS
      if (waiting.length >= GROUP_ANSWERS || signIns >= GROUP_SIGN_INS || late) flush()
    },
    flush,
  }
}
