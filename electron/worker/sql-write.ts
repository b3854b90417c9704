import type { SqlFormat, WrittenQuery } from '../../shared/domain/sql.ts'
import { AppError } from '../../shared/errors.ts'
import { problemText, sqlEndTexts, sqlProblemTexts } from '../../shared/messages/sql-problems.ts'
import type { WritableCase } from '../engine/case/rights.ts'
import type { Actor } from '../engine/custody/log.ts'
import { handOverFile } from '../engine/report/hand-over-file.ts'
import { resultWriter } from '../engine/sql/write-result.ts'
import { type QueryEnd, type SqlHost, WRITTEN_LIMITS } from './sql-host.ts'

/**
 * Runs a query and writes its whole result to a file, with an entry in the custody log that holds the query. A query
 * that does not come to its end writes nothing: throws `cancelled` when it was stopped, else `invalid-input`.
 */
export function writeQuery(
  db: WritableCase,
  actor: Actor,
  host: SqlHost,
  order: { readonly sql: string; readonly format: SqlFormat; readonly path: string },
  signal: AbortSignal,
): Promise<WrittenQuery> {
  const { sql, format, path } = order
  return handOverFile(
    db,
    actor,
    path,
    async (stream, target) => {
      const writer = resultWriter(stream, format)
      try {
        const sink = {
          started: (_: string, columns: readonly string[]) => writer.begin(columns),
          rows: writer.rows,
        }
        const end = await host.run(db.name, sql, WRITTEN_LIMITS, sink, signal)
        if (end.ended !== 'done') throw refused(end)
        const { bytes, sha256, rows, guarded } = writer.written()
        return { path: target, format, bytes, sha256, rows, guarded: [...guarded] }
      } finally {
        writer.release()
      }
    },
    { sql },
  )
}

function refused({ ended, problem }: QueryEnd): AppError {
  if (ended === 'stopped') return new AppError('cancelled', 'Stopped on request.')
  const why = problem === null ? sqlEndTexts.en[ended] : problemText(sqlProblemTexts.en, problem)
  return new AppError('invalid-input', `${why} Nothing was written.`)
}
