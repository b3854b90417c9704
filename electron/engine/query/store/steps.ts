/** A long piece of work that stops now and then, so that others get a turn. It can also be done in one go. */
export type Steps<T> = Generator<void, T>

/** Does the work without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** How long others wait for their turn. A turn may hold up this work for longer, so there is none after each small step. */
const TURN_MS = 10

/** Does the work with turns for others. Stops with the reason of `signal` when that is raised. */
export async function inTurns<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  let end = performance.now() + TURN_MS
  for (;;) {
    signal?.throwIfAborted()
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() < end) continue
    await new Promise((resolve) => setImmediate(resolve))
    end = performance.now() + TURN_MS
  }
}
