import type { NoteRevision, NoteView } from '../../shared/domain/note.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/serve.ts'
import { at, rows } from './fake-case.ts'

type NoteCalls = 'note.add' | 'note.revise' | 'note.remove' | 'note.restore' | 'note.history' | 'note.list'

export interface FakeNotes {
  readonly handlers: Pick<Handlers, NoteCalls>
  /** Notes that stand on an event. */
  of(signInId: number): NoteView[]
}

interface Kept {
  readonly id: number
  readonly signInId: number
  readonly revisions: NoteRevision[]
}

/** Notes kept in memory, with their revisions, beginning with four. */
export function fakeNotes(changed: () => void, now: () => number = Date.now): FakeNotes {
  const kept: Kept[] = []
  const find = (id: number): Kept => {
    const note = kept.find((one) => one.id === id)
    if (note === undefined) throw new AppError('not-found', `There is no note ${id}.`)
    return note
  }
  const view = (note: Kept): NoteView => {
    const first = note.revisions[0]!
    const last = note.revisions.at(-1)!
    return {
      id: note.id,
      signInId: note.signInId,
      text: last.text,
      author: last.author,
      createdAt: first.at,
      changedAt: last.at,
      revisions: note.revisions.length,
      removed: last.removed,
    }
  }
  const add = (signInId: number, text: string, author: string, time: number): Kept => {
    const note = {
      id: kept.length + 1,
      signInId,
      revisions: [{ revision: 1, text, author, at: time, removed: false }],
    }
    kept.push(note)
    return note
  }
  const next = (id: number, text: string | null, removed: boolean): NoteView => {
    const note = find(id)
    const last = note.revisions.at(-1)!
    note.revisions.push({
      revision: last.revision + 1,
      text: text ?? last.text,
      author: 'M. Kobayashi',
      at: now(),
      removed,
    })
    changed()
    return view(note)
  }
  const told = (clock: string, text: string, author: string, day: number, noted: string) => {
    const event = rows.find((row) => row.eventTime === at(day, clock))
    if (event !== undefined) add(event.id, text, author, at(16, noted) * 1000)
  }
  told(
    '13:52:07',
    'HR calendar: alice is on leave 12 to 17 Sep. Reached by phone at 10:05; she says she did not sign in.',
    'M. Kobayashi',
    14,
    '01:22:00',
  )
  told(
    '13:52:07',
    'CloudTrail has no console sign-out record, so the session end is unknown.',
    'R. Ito',
    14,
    '02:10:00',
  )
  told('13:53:40', 'The role Admin may change IAM in the shared account.', 'M. Kobayashi', 14, '02:31:00')
  told(
    '01:14:09',
    'Root sign-in from the office, agreed by phone with the owner of the account.',
    'R. Ito',
    15,
    '03:00:00',
  )

  return {
    of: (signInId) => kept.map(view).filter((note) => note.signInId === signInId && !note.removed),
    handlers: {
      'note.add': ({ signInId, text }) => {
        const note = view(add(signInId, text, 'M. Kobayashi', now()))
        changed()
        return note
      },
      'note.revise': ({ id, text }) => next(id, text, false),
      'note.remove': ({ id }) => next(id, null, true),
      'note.restore': ({ id }) => next(id, null, false),
      'note.history': ({ id }) => find(id).revisions,
      'note.list': () => kept.map(view),
    },
  }
}
