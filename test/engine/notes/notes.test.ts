import { describe, expect, it } from 'vitest'
import { summariseCase } from '../../../electron/engine/case/summary.ts'
import { listCustody } from '../../../electron/engine/custody/log.ts'
import {
  addNote,
  noteHistory,
  notesOn,
  removeNote,
  restoreNote,
  reviseNote,
  standingNotes,
} from '../../../electron/engine/notes/notes.ts'
import { archive } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

async function caseWithSignIns() {
  const folder = freshFolder()
  archive(folder, trail('10:00 alice ConsoleLogin ok', '10:05 bob ConsoleLogin failed'))
  const made = freshCase()
  await importInto(made, [folder])
  return made
}

describe('notes', () => {
  it('are never overwritten: every wording stays, with author and time', async () => {
    const { db, actor } = await caseWithSignIns()
    const note = addNote(db, actor, 1, 'On leave.')
    reviseNote(db, { ...actor, name: 'R. Ito' }, note.id, 'On leave 12 to 17 Sep.')
    expect(noteHistory(db, note.id).map(({ revision, text, author }) => [revision, text, author])).toEqual([
      [1, 'On leave.', 'M. Kobayashi'],
      [2, 'On leave 12 to 17 Sep.', 'R. Ito'],
    ])
    expect(() => db.exec(`update note_revision set text = ''`)).toThrow('never changed')
    expect(() => db.exec('delete from note_revision')).toThrow('never deleted')
  })

  it('can be taken away and brought back', async () => {
    const { db, actor } = await caseWithSignIns()
    const { id } = addNote(db, actor, 2, 'Wrong number dialled.')
    removeNote(db, actor, id)
    expect(standingNotes(db)).toEqual([])
    expect(summariseCase(db).notes).toBe(0)
    expect(notesOn(db, 2)).toMatchObject([{ id, removed: true }])
    restoreNote(db, actor, id)
    expect(standingNotes(db)).toMatchObject([{ id, text: 'Wrong number dialled.', revisions: 3 }])
  })

  it('each leave a line in the custody log', async () => {
    const { db, actor } = await caseWithSignIns()
    const { id } = addNote(db, actor, 1, 'x')
    reviseNote(db, actor, id, 'y')
    removeNote(db, actor, id)
    restoreNote(db, actor, id)
    const actions = listCustody(db, 0, 20).map((entry) => entry.action)
    expect(actions.slice(-4)).toEqual(['note.added', 'note.revised', 'note.removed', 'note.restored'])
  })

  it('need an event and a note that exist', async () => {
    const { db, actor } = await caseWithSignIns()
    expect(() => addNote(db, actor, 99, 'x')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => reviseNote(db, actor, 99, 'x')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => noteHistory(db, 99)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})
