import { randomBytes } from 'node:crypto'
import { usualBurstRule } from '../../../shared/domain/burst.ts'
import { readClock } from '../../../shared/domain/time.ts'
import { dayAfter, startOfDay } from '../../../shared/domain/typed-period.ts'
import type { ZoneName } from '../../../shared/domain/units.ts'
import { PaperSettings } from '../../../shared/domain/work-paper.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'

/** The settings that were kept last; null when there are none. */
export function keptSettings(db: ReadableCase): PaperSettings | null {
  const text = db.prepare('select settings from work_paper_settings order by id desc limit 1').pluck().get()
  return typeof text === 'string' ? PaperSettings.parse(JSON.parse(text)) : null
}

/** Keeps the settings and notes them in the custody log; those of before stay. The same ones again change nothing. */
export function keepSettings(db: WritableCase, actor: Actor, settings: PaperSettings): void {
  const keep = db.transaction(() => {
    const text = JSON.stringify(PaperSettings.parse(settings))
    if (JSON.stringify(keptSettings(db)) === text) return
    db.prepare('insert into work_paper_settings (settings, author, at) values (?, ?, ?)').run(
      text,
      actor.name,
      actor.now(),
    )
    appendCustody(db, actor, 'work-paper.set', { settings })
  })
  keep.immediate()
}

/**
 * What is proposed where nothing was kept: whole days of the zone from the first to the last record, usual office
 * hours, 25 records by a seed of 8 random bytes.
 */
export function proposedSettings(db: ReadableCase, zone: ZoneName): PaperSettings {
  const { first, last } = db
    .prepare('select min(event_time) as first, max(event_time) as last from sign_in')
    .get() as { first: number | null; last: number | null }
  const begin = first ?? 0
  const end = last ?? begin
  return {
    zone,
    from: startOfDay(readClock(begin, zone).date, zone) ?? begin,
    to: startOfDay(dayAfter(readClock(end, zone).date), zone) ?? end + 1,
    officeHours: { days: [1, 2, 3, 4, 5], begin: '09:00', end: '18:00', holidays: [] },
    dormantDays: 90,
    bursts: usualBurstRule,
    sample: { size: 'records', amount: 25, seed: newSeed(), byOutcome: false },
  }
}

/** A seed that nobody chose. */
export function newSeed(): string {
  return randomBytes(8).toString('hex')
}
