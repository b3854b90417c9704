import Database from 'better-sqlite3'
import { SCHEMA_STEPS, stepsUpTo } from './migrate.ts'
import type { ReadableCase, WritableCase } from './rights.ts'

/** A table, index, view or trigger that is not as this program makes it. */
export interface ForeignObject {
  readonly type: string
  readonly name: string
  readonly what: 'added' | 'changed' | 'missing'
}

/** How a case's schema differs from the one of its version; `objects` is how many that has. */
export interface SchemaDifference {
  readonly foreign: readonly ForeignObject[]
  readonly expected: number
  readonly found: number
}

type Objects = ReadonlyMap<
  string,
  { readonly type: string; readonly name: string; readonly sql: string | null }
>

const known = new Map<number, Objects>()

/**
 * Compares the schema of a case with that of its version. The hashes of a seal cover the rows; a trigger that another
 * program put beside them would change rows as soon as this program writes.
 */
export function schemaDifference(db: ReadableCase): SchemaDifference {
  const version = Number(db.prepare('select user_version from pragma_user_version').pluck().get())
  const expected = objectsOfVersion(Math.min(version, SCHEMA_STEPS))
  const found = objectsOf(db)
  const foreign: ForeignObject[] = []
  for (const [key, { type, name, sql }] of found) {
    const own = expected.get(key)
    if (own === undefined) foreign.push({ type, name, what: 'added' })
    else if (own.sql !== sql) foreign.push({ type, name, what: 'changed' })
  }
  for (const [key, { type, name }] of expected) {
    if (!found.has(key)) foreign.push({ type, name, what: 'missing' })
  }
  return { foreign, expected: expected.size, found: found.size }
}

function objectsOfVersion(version: number): Objects {
  const made = known.get(version)
  if (made !== undefined) return made
  const db = new Database(':memory:') as WritableCase
  try {
    for (const step of stepsUpTo(version)) db.exec(step)
    const objects = objectsOf(db)
    known.set(version, objects)
    return objects
  } finally {
    db.close()
  }
}

function objectsOf(db: ReadableCase): Objects {
  const rows = db
    .prepare(
      `select type, name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\' order by type, name`,
    )
    .all() as { type: string; name: string; sql: string | null }[]
  return new Map(rows.map((row) => [`${row.type} ${row.name}`, row]))
}
