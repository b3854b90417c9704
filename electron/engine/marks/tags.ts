import type { MarkChange, Tag, TagColor } from '../../../shared/domain/mark.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { appendCustody } from '../custody/log.ts'
import type { Marking } from './put-take.ts'

const SELECT = `select id, name, color, (select count(*) from sign_in_tag t where t.tag_id = tag.id) as events from tag`

/** All tags by name, with the number of events that have each. */
export function listTags(db: ReadableCase): Tag[] {
  return db.prepare(`${SELECT} order by name collate nocase, name`).all() as Tag[]
}

/** The tag with this number. Throws `not-found`. */
export function tagNamed(db: ReadableCase, id: number): Tag {
  const tag = db.prepare(`${SELECT} where id = ?`).get(id) as Tag | undefined
  if (tag === undefined) throw new AppError('not-found', `No tag ${id} in this case.`)
  return tag
}

/** Makes a tag. Throws `invalid-input` when one has that name, in upper or lower case. */
export function createTag(marking: Marking, name: string, color: TagColor): MarkChange & { tag: Tag } {
  const { db, actor, undo } = marking
  const create = db.transaction(() => {
    refuseTaken(db, name, null)
    const made = db.prepare('insert into tag (name, color) values (?, ?)').run(name, color)
    const { sequence } = appendCustody(db, actor, 'tag.created', { tag: name, color })
    return { tag: tagNamed(db, Number(made.lastInsertRowid)), sequence }
  })
  const { tag, sequence } = create.immediate()
  const number = undo.keep(() => deleteTag(marking, tag.id, (events) => ({ entry: sequence, events })))
  return { undo: number, changed: 0, unchanged: 0, tag }
}

/** Gives a tag another name or colour. Throws `not-found`, or `invalid-input` for a name that another tag has. */
export function changeTag(
  marking: Marking,
  id: number,
  name: string,
  color: TagColor,
): MarkChange & { tag: Tag } {
  const { db, actor, undo } = marking
  const write = db.prepare('update tag set name = ?, color = ? where id = ?')
  const change = db.transaction(() => {
    const before = tagNamed(db, id)
    refuseTaken(db, name, id)
    write.run(name, color, id)
    const facts = { from: { tag: before.name, color: before.color }, to: { tag: name, color } }
    return { before, sequence: appendCustody(db, actor, 'tag.changed', facts).sequence }
  })
  const { before, sequence } = change.immediate()
  const back = db.transaction(() => {
    tagNamed(db, id)
    refuseTaken(db, before.name, id)
    write.run(before.name, before.color, id)
    appendCustody(db, actor, 'change.undone', { entry: sequence })
  })
  return {
    undo: undo.keep(() => back.immediate()),
    changed: before.events,
    unchanged: 0,
    tag: tagNamed(db, id),
  }
}

/** Removes a tag from the list and from all events. Throws `not-found`. */
export function removeTag(marking: Marking, id: number): MarkChange {
  const { db, actor, undo } = marking
  const remove = db.transaction(() => {
    const tag = tagNamed(db, id)
    const lines = db.prepare('delete from sign_in_tag where tag_id = ? returning *').raw().all(id)
    db.prepare('delete from tag where id = ?').run(id)
    const facts = { tag: tag.name, color: tag.color, events: lines.length }
    return { tag, lines, sequence: appendCustody(db, actor, 'tag.removed', facts).sequence }
  })
  const { tag, lines, sequence } = remove.immediate()
  const back = db.transaction(() => {
    refuseTaken(db, tag.name, null)
    db.prepare('insert into tag values (?, ?, ?)').run(id, tag.name, tag.color)
    const insert = db.prepare('insert into sign_in_tag values (?, ?, ?, ?)')
    for (const line of lines) insert.run(...(line as unknown[]))
    appendCustody(db, actor, 'change.undone', { entry: sequence, events: lines.length })
  })
  return { undo: undo.keep(() => back.immediate()), changed: lines.length, unchanged: 0 }
}

function deleteTag(
  { db, actor }: Marking,
  id: number,
  facts: (events: number) => Readonly<Record<string, number>>,
): void {
  const remove = db.transaction(() => {
    tagNamed(db, id)
    const { changes } = db.prepare('delete from sign_in_tag where tag_id = ?').run(id)
    db.prepare('delete from tag where id = ?').run(id)
    appendCustody(db, actor, 'change.undone', facts(changes))
  })
  remove.immediate()
}

function refuseTaken(db: WritableCase, name: string, except: number | null): void {
  const taken = db
    .prepare('select id from tag where name = ? collate nocase and id is not ?')
    .get(name, except)
  if (taken !== undefined) throw new AppError('invalid-input', `There is already a tag "${name}".`)
}
