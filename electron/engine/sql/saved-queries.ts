import type { SavedQuery } from '../../../shared/domain/sql.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import type { Actor } from '../custody/log.ts'

const COLUMNS = 'id, name, sql, author, at'

/** The saved queries of the case by name. */
export function savedQueries(db: ReadableCase): SavedQuery[] {
  return db
    .prepare(`select ${COLUMNS} from saved_query order by name collate nocase, id`)
    .all() as SavedQuery[]
}

/** Saves a query under a new name. Throws `invalid-input` when the name is taken. */
export function saveQuery(db: WritableCase, actor: Actor, name: string, sql: string): SavedQuery {
  refuseTaken(db, name, null)
  const { lastInsertRowid } = db
    .prepare('insert into saved_query (name, sql, author, at) values (?, ?, ?, ?)')
    .run(name, sql, actor.name, actor.now())
  return savedQuery(db, Number(lastInsertRowid))
}

/** Gives a saved query another name or text. Throws `invalid-input` when the name is taken, `not-found`. */
export function changeQuery(
  db: WritableCase,
  actor: Actor,
  id: number,
  name: string,
  sql: string,
): SavedQuery {
  refuseTaken(db, name, id)
  const { changes } = db
    .prepare('update saved_query set name = ?, sql = ?, author = ?, at = ? where id = ?')
    .run(name, sql, actor.name, actor.now(), id)
  if (changes === 0) throw new AppError('not-found', `No saved query ${id}.`)
  return savedQuery(db, id)
}

/** Removes a saved query and answers it, so that it can be saved again. Throws `not-found`. */
export function removeQuery(db: WritableCase, id: number): SavedQuery {
  const query = savedQuery(db, id)
  db.prepare('delete from saved_query where id = ?').run(id)
  return query
}

function savedQuery(db: ReadableCase, id: number): SavedQuery {
  const row = db.prepare(`select ${COLUMNS} from saved_query where id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', `No saved query ${id}.`)
  return row as SavedQuery
}

function refuseTaken(db: ReadableCase, name: string, but: number | null): void {
  const taken = db.prepare('select 1 from saved_query where name = ? and id is not ?').get(name, but)
  if (taken !== undefined) throw new AppError('invalid-input', `There is already a saved query "${name}".`)
}
