import { heldText } from '../engine/query/store/held-text.ts'
import { rowStoreOf } from '../engine/query/store/row-store.ts'
import type { Steps } from '../engine/query/store/steps.ts'
import type { Session } from './session.ts'

/** Milliseconds between two steps, for the calls of the window. */
const PAUSE = 2

/**
 * Call it after an answer. When a free text had to be looked for in every record, the texts are taken into memory in
 * small steps between the calls, so that the next search needs no file. Closing the case ends it.
 */
export function createTextFilling(session: Session): () => void {
  let running = false
  return () => {
    const { db } = session.current()
    const held = heldText(rowStoreOf(db))
    if (running || !held.isDue()) return
    running = true
    const steps = held.fill()
    const step = () => {
      running = isOpen(session, db) && goesOn(steps)
      if (running) setTimeout(step, PAUSE).unref()
    }
    setTimeout(step, PAUSE).unref()
  }
}

/** A case that cannot be read just now, as on a disk that was pulled out: the search itself will say so. */
function goesOn(steps: Steps<void>): boolean {
  try {
    return steps.next().done !== true
  } catch {
    return false
  }
}

function isOpen(session: Session, db: unknown): boolean {
  try {
    return session.current().db === db
  } catch {
    return false
  }
}
