import type { WritableCase } from '../case/rights.ts'
import { sameRecord } from '../signin/same-record.ts'
import type { FoundTrailChange } from './reading.ts'

interface Copy {
  readonly id: number
  readonly raw: Uint8Array
  readonly form: string
}

/**
 * Keeps records of changes of trails with the place where each was seen. As with sign-ins, copies that say the same
 * are one row, copies that differ are rows of their own, and a row of a table gives way to the record. Calls belong
 * into a transaction of the caller's.
 */
export function createChangeKeeping(db: WritableCase): (sourceId: number, found: FoundTrailChange) => void {
  const sameKey = db.prepare('select id, raw, raw_form as form from trail_change where record_key = ?')
  const insert = db.prepare(
    `insert into trail_change (record_key, event_time, event_time_text, event_name, event_id, principal_kind,
       principal_name, principal_arn, account, region, trail, error_code, validation, raw, raw_form)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const replace = db.prepare(
    `update trail_change set record_key = ?, event_time = ?, event_time_text = ?, event_name = ?, event_id = ?,
       principal_kind = ?, principal_name = ?, principal_arn = ?, account = ?, region = ?, trail = ?, error_code = ?,
       validation = ?, raw = ?, raw_form = ? where id = ?`,
  )
  const insertSighting = db.prepare(
    `insert into trail_change_sighting (source_id, record_number, trail_change_id, byte_start, byte_end, encoding)
     values (?, ?, ?, ?, ?, ?)`,
  )

  function rowOf(found: FoundTrailChange): number | bigint {
    const copies = sameKey.all(found.recordKey) as Copy[]
    const same = copies.find(({ form, raw }) => form === found.form && sameRecord(raw, found.raw))
    if (same !== undefined) return same.id
    const other = copies.find(({ form }) => form !== found.form)
    if (other === undefined) return insert.run(...valuesOf(found)).lastInsertRowid
    if (found.form === 'record') replace.run(...valuesOf(found), other.id)
    return other.id
  }

  return (sourceId, found) => {
    const { recordNumber, byteStart, byteEnd, encoding } = found
    insertSighting.run(sourceId, recordNumber, rowOf(found), byteStart, byteEnd, encoding)
  }
}

function valuesOf({
  recordKey,
  facts,
  raw,
  form,
}: FoundTrailChange): (string | number | null | Uint8Array)[] {
  const { eventTime, eventTimeText, eventName, eventId, principalKind, principalName, principalArn } = facts
  const { account, region, trail, errorCode, validation } = facts
  return [
    ...[recordKey, eventTime, eventTimeText, eventName, eventId, principalKind, principalName, principalArn],
    ...[account, region, trail, errorCode, validation === null ? null : Number(validation), raw, form],
  ]
}

/** Takes back what was seen in one source, and the records that were seen nowhere else. Call it inside a transaction. */
export function takeBackTrailChanges(db: WritableCase, sourceId: number): void {
  const touched = db
    .prepare('delete from trail_change_sighting where source_id = ? returning trail_change_id as id')
    .all(sourceId) as { id: number }[]
  if (touched.length === 0) return
  const drop = db.prepare(
    `delete from trail_change where id = ?
       and not exists (select 1 from trail_change_sighting where trail_change_id = trail_change.id)`,
  )
  for (const { id } of touched) drop.run(id)
}
