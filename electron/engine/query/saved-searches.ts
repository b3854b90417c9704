import type { CustodyAction } from '../../../shared/domain/custody.ts'
import type { SavedSearch } from '../../../shared/domain/query.ts'
import type { ZoneName } from '../../../shared/domain/units.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'

const SELECT = 'select id, name, query, zone, author, at, removed from saved_search'

/** The searches that were saved and not removed, by name. */
export function savedSearches(db: ReadableCase): SavedSearch[] {
  return db.prepare(`${SELECT} where removed = 0 order by name, id`).all().map(toSearch)
}

/** Keeps a query under a name that no other has. Throws `name-taken`. */
export function saveSearch(
  db: WritableCase,
  actor: Actor,
  search: { readonly name: string; readonly query: string; readonly zone: ZoneName },
): SavedSearch {
  const save = db.transaction(() => {
    refuseTaken(db, search.name, null)
    const { lastInsertRowid } = db
      .prepare(
        'insert into saved_search (name, query, zone, author, at) values (@name, @query, @zone, @author, @at)',
      )
      .run({ ...search, author: actor.name, at: actor.now() })
    appendCustody(db, actor, 'search.saved', { search: Number(lastInsertRowid), ...search })
    return searchOf(db, Number(lastInsertRowid))
  })
  return save.immediate()
}

/** Throws `not-found` and `name-taken`. */
export function renameSearch(db: WritableCase, actor: Actor, id: number, name: string): SavedSearch {
  const rename = db.transaction(() => {
    const before = searchOf(db, id)
    if (before.name === name) return before
    refuseTaken(db, name, id)
    db.prepare('update saved_search set name = ? where id = ?').run(name, id)
    appendCustody(db, actor, 'search.renamed', { search: id, from: before.name, to: name })
    return searchOf(db, id)
  })
  return rename.immediate()
}

/** Takes a search off the list; it can be brought back. Throws `not-found`. */
export function removeSearch(db: WritableCase, actor: Actor, id: number): SavedSearch {
  return setRemoved(db, actor, id, 1, 'search.removed')
}

/** Brings a removed search back. Throws `not-found`, and `name-taken` when another one has its name by now. */
export function restoreSearch(db: WritableCase, actor: Actor, id: number): SavedSearch {
  return setRemoved(db, actor, id, 0, 'search.restored')
}

function setRemoved(
  db: WritableCase,
  actor: Actor,
  id: number,
  removed: 0 | 1,
  action: CustodyAction,
): SavedSearch {
  const set = db.transaction(() => {
    const before = searchOf(db, id)
    if (before.removed === (removed === 1)) return before
    if (removed === 0) refuseTaken(db, before.name, id)
    db.prepare('update saved_search set removed = ? where id = ?').run(removed, id)
    appendCustody(db, actor, action, { search: id, name: before.name })
    return searchOf(db, id)
  })
  return set.immediate()
}

function refuseTaken(db: ReadableCase, name: string, except: number | null): void {
  const taken = db
    .prepare('select 1 from saved_search where name = ? and removed = 0 and id is not ?')
    .get(name, except)
  if (taken !== undefined) throw new AppError('name-taken', `There is already a search named ${name}.`)
}

function searchOf(db: ReadableCase, id: number): SavedSearch {
  const row = db.prepare(`${SELECT} where id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', `No saved search ${id}.`)
  return toSearch(row)
}

function toSearch(row: unknown): SavedSearch {
  const fetched = row as SavedSearch
  return { ...fetched, removed: Boolean(fetched.removed) }
}
