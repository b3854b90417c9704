import type { QueryRun, SqlEnd } from '../../../shared/domain/sql.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import type { Actor } from '../custody/log.ts'

/** Adds a run to the history of the case. */
export function recordRun(
  db: WritableCase,
  actor: Actor,
  run: { readonly sql: string; readonly milliseconds: number; readonly rows: number; readonly ended: SqlEnd },
): void {
  db.prepare(
    `insert into query_run (sql, author, at, milliseconds, row_count, ended) values (?, ?, ?, ?, ?, ?)`,
  ).run(run.sql, actor.name, actor.now(), run.milliseconds, run.rows, run.ended)
}

/** Runs, newest first. */
export function queryHistory(db: ReadableCase, offset: number, limit: number): QueryRun[] {
  return db
    .prepare(
      `select id, sql, author, at, milliseconds, row_count as rows, ended from query_run
       order by id desc limit ? offset ?`,
    )
    .all(limit, offset) as QueryRun[]
}
