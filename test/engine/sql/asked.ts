import { join } from 'node:path'
import { SqlRefusal } from '../../../electron/engine/sql/problem.ts'
import { startQuery } from '../../../electron/engine/sql/running-query.ts'
import type { SqlHint, SqlProblem, SqlRow } from '../../../shared/domain/sql.ts'
import { archive } from '../../fixtures/archive.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'

/** A case with records; `trail` lines or records as they are. */
export async function caseOf(...records: readonly (string | JsonMap)[]): Promise<TestCase> {
  const folder = freshFolder()
  const maps = records.flatMap((record) => (typeof record === 'string' ? trail(record) : [record]))
  archive(join(folder, 'trail'), maps)
  const made = freshCase()
  await importInto(made, [join(folder, 'trail')])
  return made
}

export interface Asked {
  readonly text: string
  readonly columns: readonly string[]
  readonly rows: readonly SqlRow[]
  readonly hints: readonly SqlHint[]
}

/** Runs a query to its end. */
export function ask({ path }: TestCase, sql: string): Asked {
  const query = startQuery(path, sql)
  try {
    const rows: SqlRow[] = []
    for (;;) {
      const part = query.more(1000)
      rows.push(...part.rows)
      if (part.done) return { text: query.text, columns: query.columns, rows, hints: query.hints() }
    }
  } finally {
    query.close()
  }
}

/** The one value that a query answers. */
export function value(on: TestCase, sql: string): unknown {
  const { rows } = ask(on, sql)
  if (rows.length !== 1) throw new Error(`${rows.length} rows`)
  return rows[0]?.[0]
}

/** What is said of a query that is refused, and the text at its place. */
export function refusal(on: TestCase, sql: string): SqlProblem & { readonly text: string | null } {
  try {
    ask(on, sql)
  } catch (cause) {
    if (!(cause instanceof SqlRefusal)) throw cause
    const { problem } = cause
    return { ...problem, text: problem.at === null ? null : sql.slice(problem.at.from, problem.at.to) }
  }
  throw new Error(`not refused: ${sql}`)
}
