import Database from 'better-sqlite3'
import type { WritableCase } from '../case/rights.ts'
import { openEarlySync } from './early-sync.ts'

/** Pages of 4 KiB in the journal until it is worked into the case file: SQLite's own number, and that of an import. */
const PAGES = 1000
const IMPORT_PAGES = 32_768
/** So many pages that wait are worked in from beside, and shortly before the journal is full so many. */
const MANY_PAGES = 8000
const FEW_PAGES = 1000
const NEARLY_FULL = IMPORT_PAGES - 2000
/** Here the writer waits for the help, but not for ever: somebody may read an older state, which keeps the journal. */
const MOST_PAGES = 2 * IMPORT_PAGES
const PATIENCE_MS = 5000

/** KiB of pages in memory. Event IDs are random: each new one goes somewhere else into their index. */
const CACHE_KIB = 2000
const IMPORT_CACHE_KIB = 16_000

/** Works the journal of a case into its file from a thread of its own. */
export interface JournalHelp {
  /** It has ended by itself, with an error. */
  isLost(): boolean
  /** Lets it work in what waits, and end. */
  close(): void
}

export type OpenJournalHelp = (casePath: string) => JournalHelp

/** The journal of a case while an import writes. */
export interface ImportJournal {
  /** Call it after a transaction. */
  written(): void
  /** Calls `write`, which is to be a transaction. Afterwards it and all that was written before are on the disk. */
  secure(write: () => void): void
  /**
   * Leaves the case as other work wants it. The help, if there is one, works in what waits while others use the case;
   * else SQLite does it when something is written next, or when the case is closed.
   */
  close(): void
}

/**
 * Lets the journal of a case grow while an import lasts: pages of indexes are written again and again, and each time
 * they are worked into the case file the disk is waited for, a tenth of a second and more. So a journal that grows long
 * gets help from a connection beside (`workInBeside`), and the writer only brings the rest in, after which SQLite writes
 * the journal from its start again. Without help, or when that is lost, the writer does all of it.
 */
export function openImportJournal(db: WritableCase, openHelp: OpenJournalHelp | null): ImportJournal {
  let help: JournalHelp | null = null
  let mayHaveHelp = openHelp !== null
  let nextRest = IMPORT_PAGES
  let nextWait = MOST_PAGES
  const early = openEarlySync(db.name)
  db.pragma(`wal_autocheckpoint = ${IMPORT_PAGES}`)
  db.pragma(`cache_size = -${IMPORT_CACHE_KIB}`)

  function endHelp(): void {
    mayHaveHelp = false
    help?.close()
    help = null
  }

  return {
    written() {
      early.written()
      if (openHelp === null || !mayHaveHelp) return
      if (help?.isLost() === true) {
        endHelp()
        db.pragma(`wal_autocheckpoint = ${IMPORT_PAGES}`)
        return
      }
      const { pages, waiting: waitingNow } = lookAt(db)
      let waiting = waitingNow
      if (help === null) {
        if (waiting < MANY_PAGES) return
        help = openHelp(db.name)
        db.pragma('wal_autocheckpoint = 0')
      }
      if (pages < IMPORT_PAGES) {
        nextRest = IMPORT_PAGES
        nextWait = MOST_PAGES
      }
      // More is written than the help can keep up with: the journal must not fill the disk.
      if (pages >= nextWait) {
        waiting = waitForHelp(db)
        nextWait = pages + IMPORT_PAGES
      }
      if (pages < nextRest || waiting > FEW_PAGES) return
      workInIfPossible(db)
      // While somebody reads an older state the journal goes on: then not with every transaction.
      nextRest = pages + MANY_PAGES
    },
    secure(write) {
      db.pragma('synchronous = full')
      try {
        write()
      } finally {
        db.pragma('synchronous = normal')
      }
    },
    close() {
      early.close()
      endHelp()
      if (!db.open) return
      db.pragma(`wal_autocheckpoint = ${PAGES}`)
      db.pragma(`cache_size = -${CACHE_KIB}`)
    },
  }
}

/** A connection that helps with the journal of a case: it writes nothing of its own. */
export interface Beside {
  /** Works in what waits, when that is worth it; false when it was not. */
  help(): boolean
  /** Works in what waits, however little, and lets go of the case. */
  close(): void
}

/** Opens it while another connection holds the case. Its calls throw what SQLite says, of a full disk for example. */
export function workInBeside(casePath: string): Beside {
  const db = new Database(casePath, { fileMustExist: true })
  return {
    help() {
      const { pages, waiting } = lookAt(db)
      if (waiting < (pages < NEARLY_FULL ? MANY_PAGES : FEW_PAGES)) return false
      workIn(db)
      return true
    },
    close() {
      try {
        workIn(db)
      } finally {
        db.close()
      }
    },
  }
}

type Connection = Pick<WritableCase, 'pragma'>

/** How many pages the journal has, and how many of them are not yet in the case file. */
function lookAt(db: Connection): { pages: number; waiting: number } {
  const [state] = db.pragma('wal_checkpoint(noop)') as { log: number; checkpointed: number }[]
  const { log = 0, checkpointed = 0 } = state ?? {}
  return { pages: log, waiting: log - checkpointed }
}

/** Returns how many pages still wait. */
function waitForHelp(db: Connection): number {
  const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const end = performance.now() + PATIENCE_MS
  let { waiting } = lookAt(db)
  while (waiting > FEW_PAGES && performance.now() < end) {
    Atomics.wait(never, 0, 0, 5)
    waiting = lookAt(db).waiting
  }
  return waiting
}

function workInIfPossible(db: Connection): void {
  try {
    workIn(db)
  } catch {
    // With a full disk, say. It is written and stays in the journal, from which the next one brings it in.
  }
}

/** Does not wait for others: what they hold back stays for the next time. */
function workIn(db: Connection): void {
  db.pragma('wal_checkpoint(passive)')
}
