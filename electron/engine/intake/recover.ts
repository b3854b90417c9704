import type { WritableCase } from '../case/rights.ts'
import { takeBackTrailChanges } from './trail-changes.ts'

/**
 * Takes back what an import that was killed or stopped had begun: sources still in state `reading`, their
 * sightings, and sign-ins that were seen nowhere else and to which nobody has added anything. An archive of which some
 * members were read whole stays, as broken off. All of it is read again by the next import. Returns the number of such
 * sources.
 *
 * Only for the holder of the import lock: to everybody else a file that is being read looks the same.
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
    if (unfinished.length > 0 || wasBrokenOff(db)) settleCounts(db)
    return unfinished.length
  })
  return takeBack.immediate()
}

/** True when a file, or the last import, was begun and not finished: by one that runs now, or that was killed. */
export function hasUnfinished(db: WritableCase): boolean {
  const reading = db.prepare(`select 1 from source where status = 'reading' limit 1`).get()
  return reading !== undefined || wasBrokenOff(db)
}

function wasBrokenOff(db: WritableCase): boolean {
  const last = db.prepare('select finished_at from import_run order by id desc limit 1').pluck().get()
  return last === null
}

interface Dropped {
  readonly eventId: string | null
  readonly recordKey: string
  readonly conflict: number
}

/**
 * Takes back all sightings of one source, and the sign-ins that were seen nowhere else and to which nobody has added
 * a note, a tag, a mark or a judgement; and so the records of changes of trails. Returns how many sign-ins went. Call it
 * inside a transaction.
 */
export function takeBackSightings(db: WritableCase, sourceId: number): number {
  takeBackTrailChanges(db, sourceId)
  const touched = db
    .prepare('select distinct sign_in_id as id from sighting where source_id = ?')
    .all(sourceId)
  db.prepare('delete from sighting where source_id = ?').run(sourceId)
  const drop = db.prepare(
    `delete from sign_in where id = ?
       and not exists (select 1 from sighting g where g.sign_in_id = sign_in.id)
       and not exists (select 1 from note n where n.sign_in_id = sign_in.id)
       and not exists (select 1 from sign_in_tag t where t.sign_in_id = sign_in.id)
       and not exists (select 1 from sign_in_mark m where m.sign_in_id = sign_in.id)
       and not exists (select 1 from sample_judgement j where j.sign_in_id = sign_in.id)
     returning event_id as eventId, record_key as recordKey, conflict`,
  )
  // A copy that has nothing left to differ from is in conflict no more.
  const settleConflict = (eventId: string | null, recordKey: string) =>
    db
      .prepare(
        `with copies as (select id from sign_in where ${eventId === null ? 'event_id is null' : 'event_id = @eventId'}
           and record_key = @recordKey)
         update sign_in set conflict = 0 where id in copies and (select count(*) from copies) = 1`,
      )
      .run({ eventId, recordKey })
  let gone = 0
  for (const { id } of touched as { id: number }[]) {
    const dropped = drop.get(id) as Dropped | undefined
    if (dropped === undefined) continue
    gone += 1
    if (dropped.conflict === 1) settleConflict(dropped.eventId, dropped.recordKey)
  }
  return gone
}

/**
 * Every sign-in is new in one source and a duplicate, or nothing, in the others. When the source in which it was new
 * is taken back, or a note has kept it until it is seen again, no source counts it as new: then all are counted
 * afresh, and the first source that has a sign-in is the one in which it was new. Call it inside a transaction.
 */
export function settleCounts(db: WritableCase): void {
  const { seen, counted } = db
    .prepare(
      `select (select count(distinct sign_in_id) from sighting) as seen,
         (select ifnull(sum(indexed + conflicts), 0) from source) as counted`,
    )
    .get() as { seen: number; counted: number }
  if (seen !== counted) db.exec(COUNT_AFRESH)
}

const COUNT_AFRESH = `
  with
    first as (select sign_in_id as id, min(source_id) as source from sighting group by sign_in_id),
    taken as (
      select first.source as source, count(*) as signIns,
        sum(exists (select 1 from sign_in copy
              where copy.event_id = s.event_id and copy.record_key = s.record_key and copy.id < s.id)
          or s.event_id is null and exists (select 1 from sign_in copy
              where copy.event_id is null and copy.record_key = s.record_key and copy.id < s.id)) as conflicts
      from first join sign_in s on s.id = first.id group by first.source),
    counts as (
      select source.id as id, ifnull(taken.signIns, 0) as signIns, ifnull(taken.conflicts, 0) as conflicts
      from source left join taken on taken.source = source.id)
  update source set indexed = counts.signIns - counts.conflicts, conflicts = counts.conflicts,
    duplicates = source.sign_ins - counts.signIns
  from counts where counts.id = source.id and source.status != 'reading'`
