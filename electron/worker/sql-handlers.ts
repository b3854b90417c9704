import type { SqlRow } from '../../shared/domain/sql.ts'
import { AppError } from '../../shared/errors.ts'
import type { Served, WorkerHandlers } from '../../shared/ipc/serve.ts'
import { queryHistory, recordRun } from '../engine/sql/history.ts'
import { changeQuery, removeQuery, savedQueries, saveQuery } from '../engine/sql/saved-queries.ts'
import { querySchema } from '../engine/sql/schema.ts'
import { idsOfEvent } from '../engine/timeline/detail.ts'
import type { Session } from './session.ts'
import { SHOWN_LIMITS, type SqlHost } from './sql-host.ts'
import { writeQuery } from './sql-write.ts'

type SqlHandlers = Pick<WorkerHandlers, Extract<keyof WorkerHandlers, `sql.${string}`>>

/** The SQL console of the open case. */
export interface SqlDesk {
  readonly handlers: SqlHandlers
  /** Stops what runs and forgets all results: another case is opened, or none. */
  leave(): void
}

/** Results are kept while they are looked at, and the one before. */
const KEPT_RESULTS = 2
const ANNOUNCE_EVERY_MS = 100

export function createSqlDesk(session: Session, emit: Served['emit'], host: SqlHost): SqlDesk {
  const kept = new Map<number, SqlRow[]>()
  let last = 0
  let left = new AbortController()
  const db = () => session.current().db
  const actor = () => session.current().actor
  const orLeft = (signal: AbortSignal) => AbortSignal.any([signal, left.signal])

  const run: SqlHandlers['sql.run'] = async ({ sql }, { signal }) => {
    const open = session.current()
    last += 1
    const number = last
    const rows: SqlRow[] = []
    kept.set(number, rows)
    for (const old of kept.keys()) if (old <= number - KEPT_RESULTS) kept.delete(old)
    const began = performance.now()
    const passed = () => Math.round(performance.now() - began)
    const about = { statement: null as string | null, columns: [] as string[], notices: [] as string[] }
    let announced = Number.NEGATIVE_INFINITY
    const end = await host.run(
      open.db.name,
      sql,
      SHOWN_LIMITS,
      {
        started(statement, columns, notices) {
          Object.assign(about, { statement, columns: [...columns], notices: [...notices] })
        },
        rows(more) {
          for (const row of more) rows.push(row)
          if (passed() - announced < ANNOUNCE_EVERY_MS) return
          announced = passed()
          emit('sql.progress', {
            run: number,
            columns: about.columns,
            rows: rows.length,
            milliseconds: announced,
          })
        },
      },
      orLeft(signal),
    )
    const milliseconds = passed()
    // The history is a convenience; a full disk must not take the result away.
    try {
      if (open === session.current()) {
        recordRun(open.db, open.actor, { sql, milliseconds, rows: rows.length, ended: end.ended })
      }
    } catch {}
    return {
      run: number,
      ...about,
      ...end,
      rows: rows.length,
      hints: [...end.hints],
      milliseconds,
    } as Awaited<ReturnType<SqlHandlers['sql.run']>>
  }

  return {
    handlers: {
      'sql.schema': () => {
        host.warm()
        return querySchema(db())
      },
      'sql.run': run,
      'sql.page': ({ run: number, offset, limit }) => {
        const rows = kept.get(number)
        if (rows === undefined) throw new AppError('not-found', `Result ${number} is no longer kept.`)
        return rows.slice(offset, offset + limit).map((row) => [...row])
      },
      'sql.write': async ({ sql, format, path }, { signal }) => {
        const written = await writeQuery(db(), actor(), host, { sql, format, path }, orLeft(signal))
        emit('case.changed', { what: 'custody' })
        return written
      },
      'sql.history': ({ offset, limit }) => queryHistory(db(), offset, limit),
      'sql.saved': () => savedQueries(db()),
      'sql.save': ({ name, sql }) => saveQuery(db(), actor(), name, sql),
      'sql.change': ({ id, name, sql }) => changeQuery(db(), actor(), id, name, sql),
      'sql.remove': ({ id }) => removeQuery(db(), id),
      'sql.event': ({ eventId }) => idsOfEvent(db(), eventId),
    },
    leave() {
      left.abort()
      left = new AbortController()
      kept.clear()
    },
  }
}
