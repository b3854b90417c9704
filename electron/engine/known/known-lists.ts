import { readCidr } from '../../../shared/domain/ip-address.ts'
import type { Known, KnownName, KnownNetwork } from '../../../shared/domain/known.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'
import type { UndoStore } from '../undo-store.ts'

/** Everything that a change of the lists needs. */
export interface Keeping {
  readonly db: WritableCase
  readonly actor: Actor
  readonly undo: UndoStore
}

/** Both lists: networks in order of their addresses, wider ones first; names by kind and value. */
export function knownLists(db: ReadableCase): Known {
  const networks = db.prepare('select id, cidr, label, trusted, author, at from known_network').all()
  return {
    networks: networks
      .map((row) => ({ ...(row as KnownNetwork), trusted: Boolean((row as KnownNetwork).trusted) }))
      .sort(byAddress),
    names: db
      .prepare('select kind, value, name, author, at from known_name order by kind, value')
      .all() as KnownName[],
  }
}

function byAddress(a: KnownNetwork, b: KnownNetwork): number {
  const [one, other] = [readCidr(a.cidr), readCidr(b.cidr)]
  if (one === null || other === null) return a.cidr < b.cidr ? -1 : 1
  if (one.version !== other.version) return one.version - other.version
  if (one.first !== other.first) return one.first < other.first ? -1 : 1
  return one.last > other.last ? -1 : 1
}

/** One line of either list, before and after a change; null where there is none. */
export type KnownEdit =
  | { readonly of: 'network'; readonly before: KnownNetwork | null; readonly after: KnownNetwork | null }
  | { readonly of: 'name'; readonly before: KnownName | null; readonly after: KnownName | null }

/** What a change of the lists is called in the custody log. */
export type KnownAction = 'known.changed' | 'known.imported'

/**
 * Writes the edits and a custody entry with both sides of each, and answers the number that takes them back. Call it
 * in no transaction; it makes its own.
 */
export function applyEdits(
  { db, actor, undo }: Keeping,
  action: KnownAction,
  facts: Readonly<Record<string, unknown>>,
  make: () => readonly KnownEdit[],
): number {
  const apply = db.transaction(() => {
    const edits = make()
    for (const edit of edits) write(db, edit)
    const entry =
      edits.length === 0 ? null : appendCustody(db, actor, action, { ...facts, ...shortly(edits) })
    return { edits, sequence: entry?.sequence ?? null }
  })
  const { edits, sequence } = apply.immediate()
  const back = db.transaction(() => {
    if (sequence === null) return
    for (const edit of [...edits].reverse()) write(db, turned(edit))
    appendCustody(db, actor, 'change.undone', { entry: sequence, lines: edits.length })
  })
  return undo.keep(() => back.immediate())
}

function turned(edit: KnownEdit): KnownEdit {
  return edit.of === 'network'
    ? { of: 'network', before: edit.after, after: edit.before }
    : { of: 'name', before: edit.after, after: edit.before }
}

function write(db: WritableCase, edit: KnownEdit): void {
  if (edit.of === 'network') {
    const { before, after } = edit
    if (before !== null) db.prepare('delete from known_network where id = ?').run(before.id)
    if (after === null) return
    // A new line has no number yet.
    db.prepare(
      'insert into known_network values (nullif(@id, 0), @cidr, @label, @trusted, @author, @at)',
    ).run({ ...after, trusted: after.trusted ? 1 : 0 })
    if (after.id !== 0) return
    const made = db.prepare('select id from known_network where cidr = ?').pluck().get(after.cidr)
    Object.assign(after, { id: made })
  } else {
    const { before, after } = edit
    if (before !== null) {
      db.prepare('delete from known_name where kind = ? and value = ?').run(before.kind, before.value)
    }
    if (after !== null)
      db.prepare('insert into known_name values (@kind, @value, @name, @author, @at)').run(after)
  }
}

/** So many lines stand in the custody log with both sides; of more, the number does. */
const NAMED = 50

function shortly(edits: readonly KnownEdit[]): Readonly<Record<string, unknown>> {
  if (edits.length > NAMED) return { lines: edits.length }
  const line = (of: KnownNetwork | KnownName | null) => {
    if (of === null) return null
    return 'cidr' in of
      ? { cidr: of.cidr, label: of.label, trusted: of.trusted }
      : { kind: of.kind, value: of.value, name: of.name }
  }
  return { lines: edits.map(({ before, after }) => ({ from: line(before), to: line(after) })) }
}
