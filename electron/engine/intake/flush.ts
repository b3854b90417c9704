import type { WritableCase } from '../case/rights.ts'

/** What may wait before it is written together: records by their weight (`weightOf`), and files. */
const FLUSH_WEIGHT = 250
const FLUSH_FILES = 250
const FLUSH_MS = 100

export interface Flusher {
  /** Queues a write of records that weigh so much; the last write of a file counts as a file. */
  add(weight: number, isFileEnd: boolean, write: () => void): void
  flush(): void
}

/**
 * Gathers writes into transactions that begin and end within one turn of the event loop. No transaction is open
 * while other calls run on the same connection, so a note that is saved during an import is saved for good.
 *
 * Once a transaction has failed nothing is written any more, and every call throws what it failed with: a file of
 * which a part is missing must not be finished.
 */
export function createFlusher(
  db: WritableCase,
  { beforeCommit, afterFlush }: { beforeCommit(): void; afterFlush(): void },
): Flusher {
  const waiting: (() => void)[] = []
  let weight = 0
  let files = 0
  let lastFlush = performance.now()
  let failure: { readonly cause: unknown } | null = null
  const writeAll = db.transaction((writes: readonly (() => void)[]) => {
    for (const write of writes) write()
    beforeCommit()
  })

  function flush(): void {
    if (failure !== null) throw failure.cause
    weight = 0
    files = 0
    lastFlush = performance.now()
    if (waiting.length === 0) return
    try {
      writeAll.immediate(waiting)
    } catch (cause) {
      failure = { cause }
      throw cause
    } finally {
      // Emptied, not replaced: a list that has grown old would keep all it held until memory is cleaned up as a whole.
      waiting.length = 0
    }
    afterFlush()
  }

  return {
    add(more, isFileEnd, write) {
      if (failure !== null) throw failure.cause
      waiting.push(write)
      weight += more
      files += isFileEnd ? 1 : 0
      const late = performance.now() - lastFlush > FLUSH_MS
      if (weight >= FLUSH_WEIGHT || files >= FLUSH_FILES || late) flush()
    },
    flush,
  }
}
