import { realpathSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import type { WritableCase } from '../case/rights.ts'

/** The empty file that stands beside a case while an import runs in it, and stays where one was killed. */
export function importLockPath(casePath: string): string {
  return `${casePath}-import`
}

/**
 * Makes sure that one import at a time runs in a case, whichever process runs it: an import takes back what an
 * earlier one left unfinished, and must not take that of a living one. The lock is one of the operating system on a
 * file beside the case, held through SQLite, so it ends with the process however that ends. Returns the function
 * that gives it up. Throws `case-locked`.
 */
export function lockImport(db: Pick<WritableCase, 'name'>): () => void {
  // Two names of one case are one case.
  const path = importLockPath(realpathSync(db.name))
  const lock = new Database(path, { timeout: 0 })
  try {
    // Nothing is ever written into it, and nothing else is to stand beside the case.
    lock.pragma('journal_mode = memory')
    lock.exec('begin exclusive')
    // Whoever held it before may have removed the file after it was opened here; then this lock excludes nobody.
    statSync(path)
  } catch (cause) {
    lock.close()
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code !== 'SQLITE_BUSY' && code !== 'ENOENT') throw cause
    throw new AppError('case-locked', 'An import is running in this case already.', { cause })
  }
  return () => {
    // Windows removes no open file; elsewhere it is removed first, so that nobody else's is.
    if (process.platform === 'win32') lock.close()
    rmSync(path, { force: true })
    lock.close()
  }
}
