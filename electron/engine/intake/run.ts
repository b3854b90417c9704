import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ImportOutcome, ImportProgress } from '../../../shared/domain/source.ts'
import { AppError, toAppError } from '../../../shared/errors.ts'
import type { WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'
import { type AddressLookup, openAddressLookup } from '../enrich/address-lookup.ts'
import { fillAddressesInTurns } from '../enrich/fill-addresses.ts'
import { type SourceHash, sourceHash } from '../report/source-hash.ts'
import { hashesContent } from './content-hash.ts'
import { createFileIntake } from './file-intake.ts'
import { createFlusher } from './flush.ts'
import { importLockPath, lockImport } from './import-lock.ts'
import { type ImportJournal, type OpenJournalHelp, openImportJournal } from './journal.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { DEFAULT_LIMITS, type IntakeLimits } from './limits.ts'
import { measured } from './measure.ts'
import { createPace } from './pace.ts'
import { readAll } from './read-all.ts'
import type { SourceReader } from './reading.ts'
import { settleCounts, takeBackUnfinished } from './recover.ts'
import { createRunningManifest } from './running-manifest.ts'
import { createStore } from './store.ts'
import { findFiles } from './walk.ts'

/** A giant file is told of while nothing comes of it. */
const TICK_MS = 250

export interface ImportHooks {
  /** Stops the import; files that were read whole are kept. */
  readonly signal: AbortSignal
  /** What to wait for before another file is taken up: a paused import goes on when it resolves. */
  readonly mayGoOn: () => Promise<void> | undefined
  /** Milliseconds for which it was paused so far; without it, none. */
  readonly pausedMs?: () => number
  readonly onProgress: (progress: ImportProgress) => void
  /** New rows can be seen in the case. */
  readonly onStored: () => void
  readonly limits?: IntakeLimits
  /** The data sets of addresses; without them, those that ship with the program. */
  readonly addresses?: AddressLookup
  /** Whether to hash unpacked content; without it, the files decide (`hashesContent`). */
  readonly hashContent?: boolean
  /** Has a long journal worked into the case file by another thread; without it, the engine waits for the disk. */
  readonly helpJournal?: OpenJournalHelp
}

/**
 * Reads all files below the `given` paths into the case: lists them, reads each (several at once when the reader can),
 * stores its sign-ins and closes its line of the ledger. Trouble with a file goes into the ledger and stops
 * nothing else; only the case file itself can fail an import (`disk-full`, `internal`). Killed at any moment, the
 * case holds whole files only, and the next import reads the rest. Throws `case-locked` while another import runs in
 * the case, in whatever process.
 */
export async function runImport(
  db: WritableCase,
  actor: Actor,
  given: readonly string[],
  reader: SourceReader,
  hooks: ImportHooks,
): Promise<ImportOutcome> {
  // What is noted of it is to be found again from any folder.
  const paths = given.map((path) => resolve(path))
  const unlock = lockImport(db)
  const journal = openImportJournal(db, hooks.helpJournal ?? null)
  try {
    return await importAlone(db, actor, paths, reader, hooks, journal)
  } finally {
    journal.close()
    unlock()
  }
}

async function importAlone(
  db: WritableCase,
  actor: Actor,
  paths: readonly string[],
  reader: SourceReader,
  hooks: ImportHooks,
  journal: ImportJournal,
): Promise<ImportOutcome> {
  const started = performance.now()
  const ledger = createLedger()
  const pace = createPace(ledger, {
    bytesUnderWay: () => reader.bytesUnderWay?.() ?? 0,
    pausedMs: hooks.pausedMs ?? (() => 0),
    onProgress: hooks.onProgress,
  })
  takeBackUnfinished(db)
  const limits = hooks.limits ?? DEFAULT_LIMITS
  const isFresh = db.prepare('select 1 from source limit 1').get() === undefined
  const manifest = isFresh && paths.length === 1 ? createRunningManifest() : null
  const importId = beginImport(db, actor, paths, limits, await sourceHash(db))

  // One failure, such as a full disk, ends the files that are under way as well.
  const failure = new AbortController()
  const { signal } = failure
  const stop = () => failure.abort(hooks.signal.reason)
  if (hooks.signal.aborted) stop()
  hooks.signal.addEventListener('abort', stop)
  let newest: string | null = null
  const store = createStore(db)
  const flusher = createFlusher(db, {
    beforeCommit: store.writeWaiting,
    afterFlush() {
      journal.written()
      pace.report('reading', newest)
      hooks.onStored()
    },
  })
  const intake = createFileIntake({ db, importId, store, flusher, ledger, reader, limits, signal, manifest })
  try {
    pace.report('finding', null, 'now')
    const onFound = (count: number) => pace.report('finding', String(count))
    const found = await findFiles(paths, signal, onFound, ownFiles(db.name))
    ledger.expect(found)
    intake.hashContent(hooks.hashContent ?? hashesContent(found.files))
    for (const trouble of found.troubles) intake.noteTrouble(trouble)
    const files = measured(found.files, signal, {
      onFile: (bytes) => ledger.expectBytes(bytes),
      onTrouble: (trouble) => {
        ledger.expectBytes(0)
        intake.noteTrouble(trouble)
      },
    })
    const ticking = setInterval(() => pace.report('reading', newest), TICK_MS)
    await readAll(files, reader, failure, hooks.mayGoOn, (file, ends) => {
      newest = file.shownPath
      pace.report('reading', newest)
      intake.read(file, ends)
    }).finally(() => clearInterval(ticking))
  } catch (cause) {
    if (!hooks.signal.aborted) throw toAppError(cause)
  } finally {
    hooks.signal.removeEventListener('abort', stop)
  }
  flusher.flush()
  pace.report('finishing', null, 'now')
  const stopped = hooks.signal.aborted
  if (stopped) takeBackUnfinished(db)
  await fillAddressesInTurns(db, hooks.addresses ?? openAddressLookup([]))
  const sources = (stopped ? null : manifest?.hash()) ?? (await sourceHash(db))
  journal.secure(() => endImport(db, actor, importId, ledger, stopped, sources))
  return {
    stopped,
    sums: { ...ledger.sums },
    seconds: (performance.now() - started) / 1000,
    skipped: ledger.skipped,
    failed: ledger.failed,
  }
}

/** The case itself may lie in a folder that is imported. It is no evidence, and changes while it is read. */
function ownFiles(casePath: string): ReadonlySet<string> {
  const real = realpathSync(casePath)
  const besides = ['-wal', '-shm', '-journal'].map((ending) => `${real}${ending}`)
  return new Set([real, ...besides, importLockPath(real)])
}

function beginImport(
  db: WritableCase,
  actor: Actor,
  paths: readonly string[],
  limits: IntakeLimits,
  sources: SourceHash,
): number {
  if (paths.length === 0) throw new AppError('invalid-input', 'No path to import.')
  const begin = db.transaction(() => {
    const { lastInsertRowid } = db
      .prepare('insert into import_run (started_at, paths) values (?, ?)')
      .run(actor.now(), JSON.stringify(paths))
    appendCustody(db, actor, 'import.started', {
      import: Number(lastInsertRowid),
      paths,
      sources,
      ...(limits.raised ? { limits } : {}),
    })
    return Number(lastInsertRowid)
  })
  return begin.immediate()
}

function endImport(
  db: WritableCase,
  actor: Actor,
  importId: number,
  ledger: Ledger,
  stopped: boolean,
  sources: SourceHash,
): void {
  const end = db.transaction(() => {
    settleCounts(db)
    db.prepare('update import_run set finished_at = ?, stopped = ? where id = ?').run(
      actor.now(),
      stopped ? 1 : 0,
      importId,
    )
    const { bytesDone: _done, bytesTotal: _total, ...sums } = ledger.sums
    appendCustody(db, actor, stopped ? 'import.stopped' : 'import.finished', {
      import: importId,
      ...sums,
      sources,
    })
  })
  end.immediate()
}
