import type { SqlRow } from '../../shared/domain/sql.ts'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Served, WorkerHandlers } from '../../shared/ipc/serve.ts'
import { queryHistory, recordRun } from '../engine/sql/history.ts'
import { changeQuery, removeQuery, savedQueries, saveQuery } from '../engine/sql/saved-queries.ts'
import { querySchema } from '../engine/sql/schema.ts'
import { idsOfEvent } from '../engine/timeline/detail.ts'
import type { OpenCase, Session } from './session.ts'
import { SHOWN_LIMITS, type SqlHost } from './sql-host.ts'
import { writeQuery } from './sql-write.ts'

type SqlHandlers = Pick<WorkerHandlers, Extract<keyof WorkerHandlers, `sql.${string}`>>

/** The SQL console of the open case. */
export interface SqlDesk {
  readonly handlers: SqlHandlers
  /** Stops what runs and forgets all results: another case is opened, or none. */
  leave(): void
}

/** Results that are kept for the tabs of the window: so many, and so many characters, but always the newest. */
const KEPT_RESULTS = 12
const KEPT_SIZE = 128 * 1024 * 1024
const ANNOUNCE_EVERY_MS = 100

export function createSqlDesk(session: Session, emit: Served['emit'], host: SqlHost): SqlDesk {
  const kept = new Map<number, { readonly rows: SqlRow[]; size: number }>()
  let last = 0
  let left = new AbortController()
  const db = () => session.current().db
  const actor = () => session.current().actor
  const orLeft = (signal: AbortSignal) => AbortSignal.any([signal, left.signal])

  function forgetOld(): void {
    const size = () => [...kept.values()].reduce((sum, result) => sum + result.size, 0)
    for (const old of kept.keys()) {
      if (old !== last && (kept.size > KEPT_RESULTS || size() > KEPT_SIZE)) kept.delete(old)
    }
  }

  /** The history is a convenience: a full disk must not take the result away. */
  function remember(open: OpenCase, ran: Parameters<typeof recordRun>[2]): void {
    if (!open.db.open) return
    try {
      recordRun(open.db, open.actor, ran)
    } catch (cause) {
      if (!['disk-full', 'case-locked'].includes(toAppError(cause).code)) throw cause
    }
  }

  const run: SqlHandlers['sql.run'] = async ({ sql }, { signal }) => {
    const open = session.current()
    last += 1
    const number = last
    const rows: SqlRow[] = []
    const result = { rows, size: 0 }
    kept.set(number, result)
    forgetOld()
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
        rows(more, size) {
          result.size += size
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
    forgetOld()
    remember(open, { sql, milliseconds, rows: rows.length, ended: end.ended })
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
        const result = kept.get(number)
        if (result === undefined) throw new AppError('not-found', `Result ${number} is no longer kept.`)
        return result.rows.slice(offset, offset + limit).map((row) => [...row])
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
