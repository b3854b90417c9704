import type { ReadableCase } from '../../case/rights.ts'

/** Tells which rows of `sign_in` were changed or deleted since they were read. New rows are told by their number. */
export interface ChangeWatch {
  hasChanged(): boolean
  /** The changed ids, or `unknown` when another connection has written. Begins to watch anew. */
  take(): readonly number[] | 'unknown'
}

/**
 * Watches by triggers that belong to this connection alone and leave no trace in the case file; what other connections
 * do is seen by SQLite's own counter, without the rows.
 */
export function watchChanges(db: ReadableCase): ChangeWatch {
  const run = (sql: string) => db.prepare(sql).run()
  run('create temp table if not exists changed_sign_in (id integer primary key) strict')
  run(`create temp trigger if not exists sign_in_updated after update on main.sign_in
    begin insert or ignore into changed_sign_in values (old.id); end`)
  run(`create temp trigger if not exists sign_in_deleted after delete on main.sign_in
    begin insert or ignore into changed_sign_in values (old.id); end`)
  const version = db.prepare('pragma data_version').pluck()
  const any = db.prepare('select 1 from temp.changed_sign_in limit 1').pluck()
  const all = db.prepare('select id from temp.changed_sign_in').pluck()
  const clear = db.prepare('delete from temp.changed_sign_in')
  let seen = version.get()
  return {
    hasChanged: () => version.get() !== seen || any.get() !== undefined,
    take() {
      const now = version.get()
      const changed = all.all() as number[]
      if (changed.length > 0) clear.run()
      if (now === seen) return changed
      seen = now
      return 'unknown'
    },
  }
}
