import type { WritableCase } from '../case/rights.ts'

/**
 * Takes back what an import that was killed had begun: sources still in state `reading`, their sightings, and
 * sign-ins that were seen nowhere else and carry no note. The files are read again by the next import. Returns
 * the number of such sources.
 */
export function takeBackUnfinished(db: WritableCase): number {
  const takeBack = db.transaction(() => {
    const unfinished = db.prepare(`select id from source where status = 'reading'`).all() as { id: number }[]
    for (const { id } of unfinished) {
      takeBackSightings(db, id)
      db.prepare('delete from source where id = ?').run(id)
    }
    return unfinished.length
  })
  return takeBack.immediate()
}

/**
 * Takes back all sightings of one source, and the sign-ins that were seen nowhere else and carry no note. Call it
 * inside a transaction.
 */
export function takeBackSightings(db: WritableCase, sourceId: number): void {
  const touched = db
    .prepare('select distinct sign_in_id as id from sighting where source_id = ?')
    .all(sourceId)
  db.prepare('delete from sighting where source_id = ?').run(sourceId)
  const drop = db.prepare(
    `delete from sign_in where id = ?
       and not exists (select 1 from sighting g where g.sign_in_id = sign_in.id)
       and not exists (select 1 from note n where n.sign_in_id = sign_in.id)`,
  )
  for (const { id } of touched as { id: number }[]) drop.run(id)
}
