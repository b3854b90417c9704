import type { CustodyAction } from '../../../shared/domain/custody.ts'
import type { NoteRevision, NoteView } from '../../../shared/domain/note.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody, textHash } from '../custody/log.ts'

const NOTE_VIEW = `
  select n.id as id, n.sign_in_id as signInId, last.text as text, last.author as author,
    first.at as createdAt, last.at as changedAt, last.revision as revisions, last.removed as removed
  from note n
  join note_revision first on first.note_id = n.id and first.revision = 1
  join note_revision last on last.note_id = n.id
    and last.revision = (select max(revision) from note_revision where note_id = n.id)`

/** Notes on one event, oldest first, those that were removed included. */
export function notesOn(db: ReadableCase, signInId: number): NoteView[] {
  return db.prepare(`${NOTE_VIEW} where n.sign_in_id = ? order by n.id`).all(signInId).map(toNoteView)
}

/** All notes that stand, in the order of their events. */
export function standingNotes(db: ReadableCase): NoteView[] {
  return db
    .prepare(
      `${NOTE_VIEW} join sign_in s on s.id = n.sign_in_id where not last.removed
       order by s.event_time is null, s.event_time, s.event_id, s.id, n.id`,
    )
    .all()
    .map(toNoteView)
}

/** Every wording of a note, first to newest. Throws `not-found`. */
export function noteHistory(db: ReadableCase, id: number): NoteRevision[] {
  const rows = db
    .prepare(
      'select revision, text, author, at, removed from note_revision where note_id = ? order by revision',
    )
    .all(id) as NoteRevision[]
  if (rows.length === 0) throw new AppError('not-found', `No note ${id}.`)
  return rows.map((row) => ({ ...row, removed: Boolean(row.removed) }))
}

/** Writes a note on an event. Throws `not-found` when the event is not in the case. */
export function addNote(db: WritableCase, actor: Actor, signInId: number, text: string): NoteView {
  const add = db.transaction(() => {
    const event = db.prepare('select event_id as eventId from sign_in where id = ?').get(signInId) as
      | { eventId: string | null }
      | undefined
    if (event === undefined) throw new AppError('not-found', `No event ${signInId} in this case.`)
    const id = Number(db.prepare('insert into note (sign_in_id) values (?)').run(signInId).lastInsertRowid)
    const revision = { id, revision: 1, text, author: actor.name, at: actor.now(), removed: 0 }
    insertRevision(db, revision)
    appendCustody(db, actor, 'note.added', {
      note: id,
      event: event.eventId,
      row: signInId,
      text,
      before: null,
      after: textHash(text),
    })
    return noteView(db, id)
  })
  return add.immediate()
}

/** Writes the next wording of a note; the earlier ones stay. Throws `not-found`. */
export function reviseNote(db: WritableCase, actor: Actor, id: number, text: string): NoteView {
  return nextRevision(db, actor, id, 'note.revised', () => ({ text, removed: 0 }))
}

/** Takes a note away; its wordings stay in the case. Throws `not-found`. */
export function removeNote(db: WritableCase, actor: Actor, id: number): NoteView {
  return nextRevision(db, actor, id, 'note.removed', (now) => ({ text: now.text, removed: 1 }))
}

/** Brings a removed note back with its last wording. Throws `not-found`. */
export function restoreNote(db: WritableCase, actor: Actor, id: number): NoteView {
  return nextRevision(db, actor, id, 'note.restored', (now) => ({ text: now.text, removed: 0 }))
}

function nextRevision(
  db: WritableCase,
  actor: Actor,
  id: number,
  action: CustodyAction,
  change: (now: NoteView) => { text: string; removed: number },
): NoteView {
  const revise = db.transaction(() => {
    const now = noteView(db, id)
    const revision = now.revisions + 1
    const { text, removed } = change(now)
    insertRevision(db, { id, revision, text, author: actor.name, at: actor.now(), removed })
    const wording = action === 'note.revised' ? { text } : {}
    const standing = (isRemoved: boolean, words: string) => (isRemoved ? null : textHash(words))
    appendCustody(db, actor, action, {
      note: id,
      revision,
      ...wording,
      before: standing(now.removed, now.text),
      after: standing(removed !== 0, text),
    })
    return noteView(db, id)
  })
  return revise.immediate()
}

function insertRevision(
  db: WritableCase,
  revision: { id: number; revision: number; text: string; author: string; at: number; removed: number },
): void {
  db.prepare('insert into note_revision values (@id, @revision, @text, @author, @at, @removed)').run(revision)
}

function noteView(db: ReadableCase, id: number): NoteView {
  const row = db.prepare(`${NOTE_VIEW} where n.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', `No note ${id}.`)
  return toNoteView(row)
}

function toNoteView(row: unknown): NoteView {
  const fetched = row as NoteView
  return { ...fetched, removed: Boolean(fetched.removed) }
}
