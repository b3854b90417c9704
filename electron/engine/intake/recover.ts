import type { WritableCase } from '../case/rights.ts'

/**
 * Takes back what an import that was killed had begun: sources still in state `reading`, their sightings, and
 * sign-ins that were seen nowhere else and carry no note. The files are read again by the next import. Returns
 * the number of such sources.
 */
export function takeBackUnfinished(db: WritableCase): number {
  const takeBack = db.transaction(() => {
    const unfinished = db.prepare(`select count(*) as n from source where status = 'reading'`).get() as {
      n: number
    }
    if (unfinished.n === 0) return 0
    db.exec(`
      create temp table touched as
        select distinct sign_in_id as id from sighting
        where source_id in (select id from source where status = 'reading');
      delete from sighting where source_id in (select id from source where status = 'reading');
      delete from source where status = 'reading';
      delete from sign_in where id in (select id from touched)
        and not exists (select 1 from sighting g where g.sign_in_id = sign_in.id)
        and not exists (select 1 from note n where n.sign_in_id = sign_in.id);
      drop table touched;
    `)
    return unfinished.n
  })
  return takeBack.immediate()
}
