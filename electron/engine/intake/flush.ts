import type { WritableCase } from '../case/rights.ts'

/** Records and files that may wait before they are written together. */
const FLUSH_RECORDS = 250
const FLUSH_FILES = 250
const FLUSH_MS = 100

export interface Flusher {
  /** Queues a write that stands for so many records; the last write of a file counts as a file. */
  add(records: number, isFileEnd: boolean, write: () => void): void
  flush(): void
}

/**
 * Gathers writes into transactions that begin and end within one turn of the event loop. No transaction is open
 * while other calls run on the same connection, so a note that is saved during an import is saved for good.
 *
 * Once a transaction has failed nothing is written any more, and every call throws what it failed with: a file of
 * which a part is missing must not be finished.
 */
export function createFlusher(db: WritableCase, afterFlush: () => void): Flusher {
  const waiting: (() => void)[] = []
  let records = 0
  let files = 0
  let lastFlush = performance.now()
  let failure: { readonly cause: unknown } | null = null
  const writeAll = db.transaction((writes: readonly (() => void)[]) => {
    for (const write of writes) write()
  })

  function flush(): void {
    if (failure !== null) throw failure.cause
    records = 0
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
    add(count, isFileEnd, write) {
      if (failure !== null) throw failure.cause
      waiting.push(write)
      records += count
      files += isFileEnd ? 1 : 0
      const late = performance.now() - lastFlush > FLUSH_MS
      if (records >= FLUSH_RECORDS || files >= FLUSH_FILES || late) flush()
    },
    flush,
  }
}
