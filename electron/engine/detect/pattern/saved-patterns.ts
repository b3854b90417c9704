import { AlarmSettings } from '../../../../shared/domain/alarm.ts'
import type { NewSavedPattern, SavedPattern } from '../../../../shared/domain/pattern.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../../case/rights.ts'
import type { Actor } from '../../custody/log.ts'

interface Stored extends Omit<SavedPattern, 'alarm'> {
  readonly alarm: string | null
}

/** The patterns that were saved in this case, by name. */
export function savedPatterns(db: ReadableCase): SavedPattern[] {
  const rows = db
    .prepare('select id, name, pattern, alarm, author, at from saved_pattern order by name, id')
    .all()
  return (rows as Stored[]).map((row) => ({ ...row, alarm: alarmOf(row.alarm) }))
}

/** What cannot be read as an alarm is none; the pattern itself stays usable. */
function alarmOf(stored: string | null): AlarmSettings | null {
  if (stored === null) return null
  try {
    return AlarmSettings.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}

/** Saves a pattern under its name; one that had this name before is replaced and handed back, for undo. */
export function savePattern(
  db: WritableCase,
  actor: Actor,
  { name, pattern, alarm }: NewSavedPattern,
): { readonly saved: SavedPattern; readonly replaced: SavedPattern | null } {
  const replaced = savedPatterns(db).find((entry) => entry.name === name) ?? null
  db.prepare(
    `insert into saved_pattern (name, pattern, alarm, author, at) values (?, ?, ?, ?, ?)
     on conflict (name) do update set pattern = excluded.pattern, alarm = excluded.alarm,
       author = excluded.author, at = excluded.at`,
  ).run(name, pattern, alarm === null ? null : JSON.stringify(alarm), actor.name, actor.now())
  const saved = savedPatterns(db).find((entry) => entry.name === name)
  if (saved === undefined) throw new AppError('write-failed', `The pattern "${name}" was not saved.`)
  return { saved, replaced }
}

/** Removes a saved pattern and hands it back, for undo. Throws `not-found`. */
export function removePattern(db: WritableCase, id: number): SavedPattern {
  const found = savedPatterns(db).find((entry) => entry.id === id)
  if (found === undefined) throw new AppError('not-found', `There is no saved pattern ${id}.`)
  db.prepare('delete from saved_pattern where id = ?').run(id)
  return found
}
