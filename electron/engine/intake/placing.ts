import type { SignInFacts } from '../../../shared/domain/sign-in.ts'
import type { WritableCase } from '../case/rights.ts'
import { sameRecord } from '../signin/same-record.ts'
import type { RawForm } from './formats/format.ts'
import type { FoundSignIn } from './reading.ts'

/** The row that a record belongs to, and how it came to it. */
export interface Placed {
  readonly id: number | bigint
  readonly as: 'indexed' | 'duplicates' | 'conflicts'
  /** The record's own bytes, when they have another form than those of the row. */
  readonly ownRaw: Uint8Array | null
  /** The row keeps these very bytes. */
  readonly sameBytes: boolean
}

interface Copy {
  readonly id: number
  readonly raw: Uint8Array
  readonly form: RawForm
}

/**
 * Finds the row of a record by its key, or makes one.
 *
 * Copies of one event that say the same are one row. Copies that differ are rows of their own, all marked. A row of
 * a table states less than the record: it is one more place of the event, and when it came first, the record takes
 * its place in the row as soon as it is met.
 */
export function createPlacing(
  db: WritableCase,
  columns: readonly string[],
  fields: readonly (keyof SignInFacts)[],
): (found: FoundSignIn) => Placed {
  const select = 'select id, raw, raw_form as form from sign_in'
  const sameKey = db.prepare(`${select} where event_id = ? and record_key = ?`)
  const sameKeyWithoutId = db.prepare(`${select} where event_id is null and record_key = ?`)
  const insert = db.prepare(
    `insert into sign_in (record_key, conflict, ${columns.join(', ')}, raw, raw_form, raw_header, addendum_of)
     values (?, ?, ${columns.map(() => '?').join(', ')}, ?, ?, ?, ?)`,
  )
  const replace = db.prepare(
    `update sign_in set ${columns.map((column) => `${column} = ?`).join(', ')}, raw = ?, raw_form = ?,
       raw_header = ?, addendum_of = ? where id = ?`,
  )
  const keepOwnRaw = db.prepare(
    'update sighting set raw = ?, same_bytes = 0 where sign_in_id = ? and raw is null',
  )
  const markConflict = db.prepare('update sign_in set conflict = 1 where id = ?')
  const factsOf = ({ facts }: FoundSignIn) => fields.map((field) => facts[field])

  function copiesOf({ recordKey, facts: { eventId } }: FoundSignIn): Copy[] {
    const copies = eventId === null ? sameKeyWithoutId.all(recordKey) : sameKey.all(eventId, recordKey)
    return copies as Copy[]
  }

  return (found) => {
    const copies = copiesOf(found)
    const same = copies.find((copy) => copy.form === found.form && sameRecord(copy.raw, found.raw))
    if (same !== undefined) {
      const sameBytes = Buffer.compare(same.raw, found.raw) === 0
      return { id: same.id, as: 'duplicates', ownRaw: null, sameBytes }
    }
    const other = copies.find((copy) => copy.form !== found.form)
    if (other !== undefined && found.form === 'record') {
      keepOwnRaw.run(other.raw, other.id)
      replace.run(...factsOf(found), found.raw, found.form, found.header, found.addendumOf, other.id)
      return { id: other.id, as: 'duplicates', ownRaw: null, sameBytes: true }
    }
    if (other !== undefined) return { id: other.id, as: 'duplicates', ownRaw: found.raw, sameBytes: false }
    const conflict = copies.length > 0
    const { lastInsertRowid } = insert.run(
      found.recordKey,
      conflict ? 1 : 0,
      ...factsOf(found),
      found.raw,
      found.form,
      found.header,
      found.addendumOf,
    )
    for (const copy of copies) markConflict.run(copy.id)
    return { id: lastInsertRowid, as: conflict ? 'conflicts' : 'indexed', ownRaw: null, sameBytes: true }
  }
}
