import type { WritableCase } from '../case/rights.ts'

/** Records and files that may wait before they are written together. */
const FLUSH_RECORDS = 2000
const FLUSH_FILES = 250
const FLUSH_MS = 100

/** Pages of 4 KiB in the journal until it is worked into the case file: SQLite's own number, and that for an import. */
const CHECKPOINT_PAGES = 1000
const IMPORT_CHECKPOINT_PAGES = 32_768

/** KiB of pages in memory. Event IDs are random: each new one goes somewhere else into their index. */
const CACHE_KIB = 2000
const IMPORT_CACHE_KIB = 16_000

/**
 * Lets the journal of the case grow further before it is worked into the case file, because pages of indexes are
 * written again and again while an import lasts, and each time waits for the disk. Returns the function that ends it.
 */
export function writeMuch(db: WritableCase): () => void {
  db.pragma(`wal_autocheckpoint = ${IMPORT_CHECKPOINT_PAGES}`)
  db.pragma(`cache_size = -${IMPORT_CACHE_KIB}`)
  return () => {
    if (!db.open) return
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    db.pragma(`cache_size = -${CACHE_KIB}`)
  }
}

/** Brings all that was written from the journal into the case file, and both onto the disk. */
export function workInJournal(db: WritableCase): void {
  try {
    db.pragma('wal_checkpoint(passive)')
  } catch {
    // With a full disk, say. It is written and stays in the journal, from which the next one brings it in.
  }
}

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
