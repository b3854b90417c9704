import type { FindingNote } from '../../../shared/domain/finding.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody, textHash } from '../custody/log.ts'

const NEWEST = `(select max(newest.revision) from finding_note_revision newest where newest.note_id = n.note_id)`

/** How many notes on `finding f` stand, as a correlated count. */
export const STANDING_FINDING_NOTES = `(select count(*) from finding_note_revision n where n.finding_id = f.id
  and n.revision = ${NEWEST} and not n.removed)`

const VIEW = `select n.note_id as id, n.text as text, n.author as author,
  (select first.at from finding_note_revision first where first.note_id = n.note_id and first.revision = 1) as createdAt,
  n.at as changedAt, n.revision as revisions, n.removed as removed
  from finding_note_revision n where n.revision = ${NEWEST}`

/** Notes on a finding, oldest first, those that were removed included. */
export function findingNotes(db: ReadableCase, findingId: number): FindingNote[] {
  return db.prepare(`${VIEW} and n.finding_id = ? order by n.note_id`).all(findingId).map(toNote)
}

/** Writes a note on a finding. Throws `not-found`. */
export function addFindingNote(db: WritableCase, actor: Actor, findingId: number, text: string): void {
  const add = db.transaction(() => {
    const finding = db.prepare('select finding_key as key from finding where id = ?').get(findingId) as
      | { key: string }
      | undefined
    if (finding === undefined) throw new AppError('not-found', `No finding ${findingId}.`)
    const { id } = db
      .prepare('select ifnull(max(note_id), 0) + 1 as id from finding_note_revision')
      .get() as {
      id: number
    }
    insert(db, { id, revision: 1, findingId, text, author: actor.name, at: actor.now(), removed: 0 })
    appendCustody(db, actor, 'finding.noted', {
      finding: finding.key,
      note: id,
      text,
      before: null,
      after: textHash(text),
    })
  })
  add.immediate()
}

/** Takes a note away or brings it back; its wording stays in the case either way. Throws `not-found`. */
export function setFindingNoteRemoved(
  db: WritableCase,
  actor: Actor,
  noteId: number,
  removed: boolean,
): void {
  const change = db.transaction(() => {
    const now = db
      .prepare(
        `select n.finding_id as findingId, n.text as text, n.revision as revision, f.finding_key as key
         from finding_note_revision n join finding f on f.id = n.finding_id
         where n.note_id = ? and n.revision = ${NEWEST}`,
      )
      .get(noteId) as { findingId: number; text: string; revision: number; key: string } | undefined
    if (now === undefined) throw new AppError('not-found', `No note ${noteId} on a finding.`)
    const { findingId, text } = now
    const revision = now.revision + 1
    insert(db, {
      id: noteId,
      revision,
      findingId,
      text,
      author: actor.name,
      at: actor.now(),
      removed: removed ? 1 : 0,
    })
    appendCustody(db, actor, removed ? 'finding.note-removed' : 'finding.note-restored', {
      finding: now.key,
      note: noteId,
      before: removed ? textHash(text) : null,
      after: removed ? null : textHash(text),
    })
  })
  change.immediate()
}

function insert(
  db: WritableCase,
  row: {
    id: number
    revision: number
    findingId: number
    text: string
    author: string
    at: number
    removed: number
  },
): void {
  db.prepare(
    'insert into finding_note_revision values (@id, @revision, @findingId, @text, @author, @at, @removed)',
  ).run(row)
}

function toNote(row: unknown): FindingNote {
  const fetched = row as Omit<FindingNote, 'removed'> & { removed: number }
  return { ...fetched, removed: Boolean(fetched.removed) }
}
