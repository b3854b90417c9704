import type { WritableCase } from '../../../electron/engine/case/rights.ts'
import { settleCounts, takeBackSightings } from '../../../electron/engine/intake/recover.ts'
import { seededDice } from '../../../electron/engine/sample/random.ts'

/**
 * Makes a case look as if readers before these had read it: some files were no logs to them, in some they saw a sign-in
 * that there is not, of some they said something else or saw the records elsewhere, and the rest they read as these do. Returns how many lines are
 * other than these readers write them, and how many sign-ins there are too many.
 */
export function asReadBefore(db: WritableCase, seed: number): { changed: number; tooMany: number } {
  const dice = seededDice(seed)
  const lose = db.prepare(
    `update source set format = 'unknown', status = 'skipped', reason = 'not-a-trail', detail = 'Read before.', trouble_offset = null,
       trouble_in = null, records = 0, sign_ins = 0, companions = 0, indexed = 0, duplicates = 0, conflicts = 0,
       first_time = null, last_time = null where id = ?`,
  )
  const copy = db.prepare(
    `insert into sign_in (record_key, event_id, event_time, outcome, mfa, principal_kind, raw)
     values (@key, @key, 0, 'success', 'not-stated', 'hidden', x'7b7d')`,
  )
  const see = db.prepare('insert into sighting values (?, 99999, ?, 0, 2, ?, null, 1)')
  const count = db.prepare('update source set records = records + 1, sign_ins = sign_ins + 1 where id = ?')
  const reword = db.prepare(`update source set format = 'json-lines' where id = ?`)
  const move = ['sighting', 'trail_change_sighting'].map((table) =>
    db.prepare(`update ${table} set byte_start = byte_start - 1 where source_id = ?`),
  )
  const change = db.transaction(() => {
    db.exec('update source set reader_version = 1')
    let changed = 0
    let tooMany = 0
    const ids = db
      .prepare('select id from source where sha256 is not null order by id')
      .pluck()
      .all() as number[]
    for (const id of ids) {
      const how = dice.pick(['lost', 'more', 'other', 'moved', 'same'] as const)
      if (how === 'lost') {
        takeBackSightings(db, id)
        lose.run(id)
      } else if (how === 'more') {
        see.run(id, copy.run({ key: `read-before-${id}` }).lastInsertRowid, 'plain')
        count.run(id)
        tooMany += 1
      } else if (how === 'other') reword.run(id)
      const moved = how === 'moved' && move.map((places) => places.run(id).changes).some((rows) => rows > 0)
      if (moved || (how !== 'same' && how !== 'moved')) changed += 1
    }
    settleCounts(db)
    return { changed, tooMany }
  })
  return change.immediate()
}
