import { closeSync, existsSync, linkSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { CaseDetails } from '../../../shared/domain/case.ts'
import type { SealState } from '../../../shared/domain/seal.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Actor, appendCustody } from '../custody/log.ts'
import { sealStateOnOpening } from '../custody/seal-state.ts'
import { lockImport } from '../intake/import-lock.ts'
import { hasUnfinished, takeBackUnfinished } from '../intake/recover.ts'
import { toolLabel } from '../tool.ts'
import { schemaDifference } from './foreign-schema.ts'
import { migrate, SCHEMA_STEPS } from './migrate.ts'
import type { ReadableCase, WritableCase } from './rights.ts'

/** Marks a SQLite file as a case: the four letters `TRLC`. Tools such as `file` show it. */
const APPLICATION_ID = 0x54524c43

/**
 * Creates a case file. It appears under its name only when it is whole, so that neither a kill nor a full disk leaves
 * half a case there. Throws `case-exists` when something is at `path`: an existing file is never overwritten.
 */
export function createCase(path: string, details: CaseDetails, actor: Actor): WritableCase {
  refuseTaken(path)
  const unfinished = `${path}.new-${process.pid}`
  try {
    makeCase(unfinished, details, actor)
    giveName(unfinished, path)
  } finally {
    for (const ending of ['', '-journal']) rmSync(`${unfinished}${ending}`, { force: true })
  }
  const db = openDatabase(path)
  try {
    prepareForWriting(db)
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** SQLite would take the journal of a case that was deleted for one of the new case. */
function refuseTaken(path: string): void {
  const taken = ['', '-wal', '-journal'].map((ending) => `${path}${ending}`).find((name) => existsSync(name))
  if (taken !== undefined) throw new AppError('case-exists', `There is already a file at ${taken}.`)
}

function makeCase(path: string, details: CaseDetails, actor: Actor): void {
  const db = openDatabase(path)
  try {
    const create = db.transaction(() => {
      db.pragma(`application_id = ${APPLICATION_ID}`)
      migrate(db)
      db.prepare(
        `insert into case_info (id, case_number, title, examiner, examiner_role, examiner_qualification, reviewer,
           organisation, requested_by, question, received, created_at, tool)
         values (1, @caseNumber, @title, @examiner, @examinerRole, @examinerQualification, @reviewer,
           @organisation, @requestedBy, @question, @received, @at, @tool)`,
      ).run({ ...details, at: actor.now(), tool: toolLabel(actor.tool) })
      appendCustody(db, actor, 'case.created', { ...details })
    })
    create.immediate()
  } finally {
    db.close()
  }
}

/** Moves a file to a name that is free; a file that has come there in the meantime is kept. */
function giveName(unfinished: string, path: string): void {
  try {
    // Unlike renaming, this fails when the name is taken.
    linkSync(unfinished, path)
  } catch {
    refuseTaken(path)
    // A file system without hard links, such as exFAT.
    renameSync(unfinished, path)
  }
}

/**
 * Opens a case for work, brings an older schema up to date, takes back what an import that was killed left half read,
 * and writes the opening into the custody log. Throws `not-found`, `not-a-case`, `case-newer`, `case-damaged`,
 * `case-locked` or `case-protected`.
 */
export function openCase(path: string, actor: Actor): WritableCase {
  return openAndCompare(path, actor).db
}

/** An open case, and how it stood against its last seal; null for a case that is older than seals. */
export interface OpenedCase {
  readonly db: WritableCase
  readonly onOpening: SealState | null
}

/** As `openCase`; also tells whether the case was sealed, and what another program changed since. */
export function openAndCompare(path: string, actor: Actor): OpenedCase {
  checkFile(path)
  let db: WritableCase | null = null
  try {
    db = openDatabase(path)
    return openedAndCompared(db, path, actor)
  } catch (cause) {
    db?.close()
    throw isProtected(cause) ? protectedCase(path, cause) : cause
  }
}

function protectedCase(path: string, cause: unknown): AppError {
  return new AppError('case-protected', `${path} or the folder around it is write-protected.`, { cause })
}

/** Every opening is written down, so a case on a write-protected medium is not opened for work. */
function isProtected(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^SQLITE_(READONLY|CANTOPEN)/.test(String(cause.code))
}

function openedAndCompared(db: WritableCase, path: string, actor: Actor): OpenedCase {
  checkCase(db, path)
  refuseForeignTriggers(db, path)
  prepareForWriting(db)
  const open = db.transaction(() => {
    const onOpening = hasSeals(db) ? sealStateOnOpening(db) : null
    const from = migrate(db)
    const steps = from === SCHEMA_STEPS ? {} : { schemaFrom: from, schemaTo: SCHEMA_STEPS }
    // Tables with other columns have other hashes.
    if (from !== SCHEMA_STEPS) db.exec('delete from seal_block')
    const unfinished = takeBackKilled(db)
    appendCustody(db, actor, 'case.opened', {
      ...steps,
      ...(unfinished > 0 ? { unfinished } : {}),
      ...(onOpening === null ? {} : found(onOpening)),
    })
    return onOpening
  })
  return { db, onOpening: open.immediate() }
}

/** A trigger of another program would run, and could change evidence, with the first entry that is written. */
function refuseForeignTriggers(db: ReadableCase, path: string): void {
  const names = schemaDifference(db).foreign.flatMap(({ type, name, what }) =>
    type === 'trigger' && what !== 'missing' ? [JSON.stringify(name)] : [],
  )
  if (names.length === 0) return
  throw new AppError(
    'case-damaged',
    `${path} has a trigger that another program made: ${names.slice(0, 5).join(', ')}. Nothing was written, so it did not run.`,
  )
}

function hasSeals(db: ReadableCase): boolean {
  return db.prepare(`select 1 from sqlite_schema where name = 'seal_block'`).get() !== undefined
}

/** What the log keeps of it: the seal that was found, and every table that is not as it was sealed. */
function found({ state, seal, changed }: SealState): Readonly<Record<string, unknown>> {
  return {
    found: state,
    ...(seal === null ? {} : { seal: { entry: seal.entry, hash: seal.hash } }),
    ...(changed.length === 0 ? {} : { changed }),
  }
}

/** How many files were taken back; none while another process imports, whose files they are. */
function takeBackKilled(db: WritableCase): number {
  if (!hasUnfinished(db)) return 0
  let unlock: () => void
  try {
    unlock = lockImport(db)
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'case-locked') return 0
    throw cause
  }
  try {
    return takeBackUnfinished(db)
  } finally {
    unlock()
  }
}

/**
 * Opens a case for reading only. Same errors as `openCase`, and `case-older` for one whose schema must first be
 * stepped up, which needs the right to write.
 */
export function readCase(path: string): ReadableCase & { close(): void } {
  checkFile(path)
  const db = new Database(path, { readonly: true, fileMustExist: true }) as WritableCase
  try {
    checkCase(db, path)
    const version = db.pragma('user_version', { simple: true })
    if (version !== SCHEMA_STEPS) {
      throw new AppError(
        'case-older',
        `The case has schema ${String(version)}, this program reads ${SCHEMA_STEPS}.`,
      )
    }
    return db
  } catch (cause) {
    db.close()
    // SQLite keeps the index of its journal beside the file, also for who only reads.
    throw isProtected(cause) ? protectedCase(path, cause) : cause
  }
}

function openDatabase(path: string): WritableCase {
  return new Database(path, { timeout: 2000 }) as WritableCase
}

function prepareForWriting(db: WritableCase): void {
  // WAL: readers see the case while an import writes, and a kill at any moment leaves it whole.
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = normal')
  db.pragma('foreign_keys = on')
  db.pragma('trusted_schema = off')
}

/** A file is refused before SQLite touches it: SQLite would make a journal beside a file that is not ours. */
function checkFile(path: string): void {
  if (!existsSync(path)) throw new AppError('not-found', `No file at ${path}.`)
  const head = Buffer.alloc(16)
  let read = 0
  const file = openSync(path, 'r')
  try {
    read = readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  if (read < head.length || head.toString('latin1') !== 'SQLite format 3\0') {
    throw new AppError('not-a-case', `${path} is not a SQLite file.`)
  }
}

function checkCase(db: WritableCase, path: string): void {
  const id = db.pragma('application_id', { simple: true })
  if (id !== APPLICATION_ID)
    throw new AppError('not-a-case', `${path} is a SQLite file, but not a Trailcase case.`)
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > SCHEMA_STEPS) {
    throw new AppError('case-newer', `${path} has schema ${version}, this program knows ${SCHEMA_STEPS}.`)
  }
}
