import type { CustodyAction } from '../../../shared/domain/custody.ts'
import type { Mark, MarkChange } from '../../../shared/domain/mark.ts'
import type { WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'
import type { UndoStore } from '../undo-store.ts'
import { tagNamed } from './tags.ts'

/** What is put on events: a tag, or a mark. */
export type Token = { readonly tag: number } | { readonly mark: Mark }

/** Everything that a change of marks needs. */
export interface Marking {
  readonly db: WritableCase
  readonly actor: Actor
  readonly undo: UndoStore
}

interface Line {
  readonly id: number
  readonly author: string
  readonly at: number
}

/** Puts a tag or a mark on events; those that have it keep theirs, with its author and time. Throws `not-found`. */
export function putOn(marking: Marking, token: Token, ids: readonly number[]): MarkChange {
  const { db, actor } = marking
  const place = placeOf(token)
  return change(marking, token, ids, 'put', () => {
    const line = { author: actor.name, at: actor.now() }
    const insert = db.prepare(`insert or ignore into ${place.table} values (?, ?, ?, ?)`)
    const put = ids.filter((id) => insert.run(id, place.value, line.author, line.at).changes === 1)
    return put.map((id) => ({ id, ...line }))
  })
}

/** Takes a tag or a mark off events. Throws `not-found` for a tag that does not exist. */
export function takeOff(marking: Marking, token: Token, ids: readonly number[]): MarkChange {
  const { table, column, value } = placeOf(token)
  return change(marking, token, ids, 'take', () => {
    const take = marking.db.prepare(
      `delete from ${table} where sign_in_id = ? and ${column} = ? returning sign_in_id as id, author, at`,
    )
    return ids.flatMap((id) => take.all(id, value) as Line[])
  })
}

const ACTIONS: Readonly<Record<'tag' | 'mark', Record<'put' | 'take', CustodyAction>>> = {
  tag: { put: 'events.tagged', take: 'events.untagged' },
  mark: { put: 'events.marked', take: 'events.unmarked' },
}

function change(
  { db, actor, undo }: Marking,
  token: Token,
  ids: readonly number[],
  what: 'put' | 'take',
  run: () => Line[],
): MarkChange {
  const isTag = 'tag' in token
  const { lines, sequence } = db
    .transaction(() => {
      const named = isTag ? { tag: tagNamed(db, token.tag).name } : { mark: token.mark }
      const lines = run()
      if (lines.length === 0) return { lines, sequence: null }
      const facts = { ...named, events: lines.length, ...eventIds(db, lines) }
      const entry = appendCustody(db, actor, ACTIONS[isTag ? 'tag' : 'mark'][what], facts)
      return { lines, sequence: entry.sequence }
    })
    .immediate()
  const number = undo.keep(() => takeBack({ db, actor, undo }, token, what, lines, sequence))
  return { undo: number, changed: lines.length, unchanged: ids.length - lines.length }
}

function takeBack(
  { db, actor }: Marking,
  token: Token,
  what: 'put' | 'take',
  lines: readonly Line[],
  sequence: number | null,
): void {
  if (sequence === null) return
  const { table, column, value } = placeOf(token)
  const back = db.transaction(() => {
    if ('tag' in token) tagNamed(db, token.tag)
    if (what === 'put') {
      // Only what was put then: a mark that somebody took and put again since is another one.
      const remove = db.prepare(`delete from ${table} where sign_in_id = ? and ${column} = ? and at = ?`)
      for (const { id, at } of lines) remove.run(id, value, at)
    } else {
      const restore = db.prepare(`insert or ignore into ${table} values (?, ?, ?, ?)`)
      for (const { id, author, at } of lines) restore.run(id, value, author, at)
    }
    appendCustody(db, actor, 'change.undone', { entry: sequence, events: lines.length })
  })
  back.immediate()
}

/** So many events are named in the custody log; of more, the number is. */
const NAMED = 20

function eventIds(
  db: WritableCase,
  lines: readonly Line[],
): { eventIds?: (string | null)[]; rows?: number[] } {
  if (lines.length > NAMED) return {}
  const select = db.prepare('select event_id from sign_in where id = ?').pluck()
  return {
    eventIds: lines.map(({ id }) => (select.get(id) as string | null | undefined) ?? null),
    rows: lines.map(({ id }) => id),
  }
}

function placeOf(token: Token): { table: string; column: string; value: number | string } {
  return 'tag' in token
    ? { table: 'sign_in_tag', column: 'tag_id', value: token.tag }
    : { table: 'sign_in_mark', column: 'mark', value: token.mark }
}
