import type { ReadableCase } from '../../case/rights.ts'
import { type KnownAddresses, watchAddresses } from './known-addresses.ts'

/** What people and programs added to the sign-ins. Read when first asked for, and again after any change. */
export interface SideTables {
  /** Changes with every write to the case, whoever wrote. */
  moment(): string
  addresses(): KnownAddresses
  /** Ids of the sign-ins per name of a tag. */
  tags(): ReadonlyMap<string, readonly number[]>
  /** Standing notes. */
  notes(): readonly { readonly id: number; readonly text: string }[]
  marked(mark: 'bookmark' | 'reviewed'): readonly number[]
  inFindings(): readonly number[]
  findings(): readonly { readonly id: number; readonly rule: string }[]
  fromFinding(finding: number): readonly number[]
  seenTwice(): readonly number[]
  sources(): readonly { readonly id: number; readonly path: string }[]
  fromSource(source: number): readonly number[]
}

const tables = new WeakMap<ReadableCase, SideTables>()

/** The side tables of a connection. */
export function sideTablesOf(db: ReadableCase): SideTables {
  const known = tables.get(db)
  if (known !== undefined) return known
  const made = createSideTables(db)
  tables.set(db, made)
  return made
}

function createSideTables(db: ReadableCase): SideTables {
  // Any write counts, also one that has nothing to do with the table: reading once too often only costs time.
  const ownChanges = db.prepare('select total_changes()').pluck()
  const otherChanges = db.prepare('pragma data_version').pluck()
  const moment = () => `${ownChanges.get()} ${otherChanges.get()}`
  const kept = new Map<string, { readonly at: string; readonly value: unknown }>()
  const read = <T>(name: string, make: () => T): T => {
    const at = moment()
    const last = kept.get(name)
    if (last?.at === at) return last.value as T
    const value = make()
    kept.set(name, { at, value })
    return value
  }
  let addresses: (() => KnownAddresses) | null = null
  const ids = (sql: string, ...params: (string | number)[]) =>
    db
      .prepare(sql)
      .pluck()
      .all(...params) as number[]

  return {
    moment,
    addresses: () => {
      addresses ??= watchAddresses(db)
      return addresses()
    },
    tags: () =>
      read('tags', () => {
        const byName = new Map<string, number[]>()
        const rows = db
          .prepare('select tag.name, t.sign_in_id from sign_in_tag t join tag on tag.id = t.tag_id')
          .raw()
          .all() as [string, number][]
        for (const [name, id] of rows) {
          const list = byName.get(name)
          if (list === undefined) byName.set(name, [id])
          else list.push(id)
        }
        return byName
      }),
    notes: () =>
      read(
        'notes',
        () =>
          db
            .prepare(
              `select n.sign_in_id as id, r.text as text from note n join note_revision r on r.note_id = n.id
               where r.removed = 0
                 and r.revision = (select max(revision) from note_revision l where l.note_id = n.id)`,
            )
            .all() as { id: number; text: string }[],
      ),
    marked: (mark) =>
      read(`marked ${mark}`, () => ids('select sign_in_id from sign_in_mark where mark = ?', mark)),
    inFindings: () => read('findings', () => ids('select distinct sign_in_id from finding_event')),
    findings: () =>
      read(
        'finding names',
        () => db.prepare('select id, rule from finding').all() as { id: number; rule: string }[],
      ),
    fromFinding: (finding) => ids('select sign_in_id from finding_event where finding_id = ?', finding),
    seenTwice: () =>
      read('seen twice', () =>
        ids('select sign_in_id from sighting group by sign_in_id having count(*) > 1'),
      ),
    sources: () =>
      read(
        'sources',
        () => db.prepare('select id, shown_path as path from source').all() as { id: number; path: string }[],
      ),
    fromSource: (source) => ids('select sign_in_id from sighting where source_id = ?', source),
  }
}
