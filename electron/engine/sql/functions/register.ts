import type { Database } from 'better-sqlite3'
import { THROWING } from '../dialect/functions.ts'
import { jsonFunctions } from './json.ts'
import { textFunctions } from './text.ts'
import { timeFunctions } from './time-functions.ts'

/** Gets texts, numbers, nulls and bytes; what it throws ends the query with its message. */
export type SqlFunction = (...args: unknown[]) => string | number | null

/** Functions of Athena that SQLite lacks, under Athena's names. None of them reads or writes anything outside. */
export function registerFunctions(db: Database, started: number): void {
  for (const [name, run] of Object.entries(allFunctions(started))) {
    db.function(name, { varargs: true, deterministic: true }, guarded(run))
    if (THROWING.has(name)) db.function(`try_${name}`, { varargs: true, deterministic: true }, tolerant(run))
  }
  registerBest(db, 'max_by', (a, b) => a > b)
  registerBest(db, 'min_by', (a, b) => a < b)
}

type Key = string | number | bigint
interface Best {
  readonly key: Key | null
  readonly value: unknown
}

/** `max_by(value, key)`: the value beside the best key. */
function registerBest(db: Database, name: string, better: (a: Key, b: Key) => boolean): void {
  db.aggregate<Best>(name, {
    start: () => ({ key: null, value: null }),
    step: (best: Best, ...[value, by]: unknown[]) => {
      if (by === null || by === undefined) return best
      const key = by as Key
      return best.key === null || better(key, best.key) ? { key, value } : best
    },
    result: (best) => best.value as string | number | null,
    varargs: true,
  })
}

/** Names of everything that is registered, for completion. */
export function functionNames(): string[] {
  return [...Object.keys(allFunctions(0)).filter((name) => !INTERNAL.has(name)), 'max_by', 'min_by']
}

const INTERNAL = new Set(['json_extract_or_null', 'cast_as'])

function allFunctions(started: number): Readonly<Record<string, SqlFunction>> {
  return { ...jsonFunctions, ...textFunctions, ...timeFunctions(started) }
}

/** The connection keeps whole numbers exact, as bigint; without that a whole number would come back as `10.0`. */
const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
const exact = (value: string | number | null) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value

const guarded =
  (run: SqlFunction) =>
  (...args: unknown[]) =>
    exact(run(...args.map(plain)))

const tolerant =
  (run: SqlFunction) =>
  (...args: unknown[]) => {
    try {
      return exact(run(...args.map(plain)))
    } catch {
      return null
    }
  }
