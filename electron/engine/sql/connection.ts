import Database from 'better-sqlite3'
import { registerFunctions } from './functions/register.ts'

/**
 * A connection that can only read, for the process that runs queries: `compile.ts` decides what may run on it. Nothing
 * of a query touches the disk: what it sorts stays in memory, under the watch of `electron/worker/sql-watch-thread.ts`.
 */
export function openForQueries(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 })
  try {
    db.pragma('query_only = on')
    db.pragma('trusted_schema = off')
    db.pragma('temp_store = memory')
    // As in Athena: `like 'Console%'` does not find `console…`.
    db.pragma('case_sensitive_like = on')
    // Numbers beyond 2^53 stay exact.
    db.defaultSafeIntegers(true)
    registerFunctions(db, Date.now())
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}
