import type { Database } from 'better-sqlite3'
import type { SqlCell, SqlHint, SqlNotice, SqlRow } from '../../../shared/domain/sql.ts'
import { type Compiled, compile } from './compile.ts'
import { openForQueries } from './connection.ts'
import { hintsFor } from './hints.ts'
import { SqlRefusal } from './problem.ts'

/** A query under way: rows are read when they are asked for. */
export interface RunningQuery {
  /** What SQLite runs. */
  readonly text: string
  readonly columns: readonly string[]
  readonly notices: readonly SqlNotice[]
  /** The next rows, `limit` at the most; fewer when they are many bytes or take long. Throws `SqlRefusal`. */
  more(limit: number): { readonly rows: SqlRow[]; readonly bytes: number; readonly done: boolean }
  hints(): SqlHint[]
  close(): void
}

/** A part of the rows ends at so many bytes, or after so many milliseconds. */
const PART_BYTES = 1024 * 1024
const PART_MS = 60

/** Opens the case for reading and begins a query. Throws `SqlRefusal`, or `AppError` where the case is the trouble. */
export function startQuery(path: string, typed: string): RunningQuery {
  const db = openForQueries(path)
  let compiled: Compiled
  try {
    compiled = compile(db, typed)
  } catch (cause) {
    db.close()
    throw cause
  }
  const { text, columns, notices, tokens } = compiled
  let rows: IterableIterator<unknown[]> | null = null
  return {
    text,
    columns,
    notices,
    more(limit) {
      rows ??= compiled.statement.iterate()
      return readPart(rows, limit)
    },
    hints() {
      rows?.return?.()
      return hintsFor(db, tokens)
    },
    close: () => end(db, rows),
  }
}

function end(db: Database, rows: IterableIterator<unknown[]> | null): void {
  rows?.return?.()
  db.close()
}

function readPart(source: IterableIterator<unknown[]>, limit: number) {
  const rows: SqlRow[] = []
  const began = performance.now()
  let bytes = 0
  try {
    while (rows.length < limit && bytes < PART_BYTES && performance.now() - began < PART_MS) {
      const next = source.next()
      if (next.done === true) return { rows, bytes, done: true }
      const row = next.value.map(cellOf)
      bytes += row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8), 0)
      rows.push(row)
    }
    return { rows, bytes, done: false }
  } catch (cause) {
    throw valueRefusal(cause)
  }
}

/** A value as it is shown and handed on. Numbers beyond 2^53 and bytes that are no text become text. */
function cellOf(value: unknown): SqlCell {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  const bytes = value as Uint8Array
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return `x'${Buffer.from(bytes).toString('hex')}'`
  }
}

function valueRefusal(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  if (/NOMEM|TOOBIG/.test(code)) return new SqlRefusal('too-large', null, cause.message)
  if (code === '' || /^SQLITE_(ERROR|MISMATCH|CONSTRAINT)/.test(code)) {
    return new SqlRefusal('value', null, cause.message)
  }
  return cause
}
