import type { WritableCase } from '../case/rights.ts'

/**
 * Takes back what an import that was killed or stopped had begun: sources still in state `reading`, their
 * sightings, and sign-ins that were seen nowhere else and carry no note. An archive of which some members were read
 * whole stays, as broken off. All of it is read again by the next import. Returns the number of such sources.
 */
export function takeBackUnfinished(db: WritableCase): number {
  const breakOff = db.prepare(
    `update source set status = 'partial', reason = 'interrupted', sha256 = null,
       detail = 'Reading was broken off in this archive.' where id = ?`,
  )
  const drop = db.prepare('delete from source where id = ?')
  const hasMembers = db.prepare('select 1 from source where parent_id = ? limit 1')
  const takeBack = db.transaction(() => {
    // Members were begun after their archive, so the newest come first.
    const unfinished = db
      .prepare(`select id from source where status = 'reading' order by id desc`)
      .all() as { id: number }[]
    for (const { id } of unfinished) {
      takeBackSightings(db, id)
      if (hasMembers.get(id) === undefined) drop.run(id)
      else breakOff.run(id)
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
