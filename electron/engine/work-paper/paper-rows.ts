import type { PaperRow } from '../../../shared/domain/work-paper.ts'
import type { ReadableCase } from '../case/rights.ts'

/** Records of the case as the work paper prints them, with the notes that stand on them. */
export function createPaperRows(db: ReadableCase): (id: number) => PaperRow {
  const row = db.prepare(
    `select id, event_id as eventId, event_time as time, event_name as eventName, outcome, mfa,
       principal_kind as kind, principal_name as name, source_ip as sourceIp, region,
       ifnull(recipient_account_id, account_id) as account, switched_from as switchedFrom, principal_arn as arn
     from sign_in where id = ?`,
  )
  const notes = db
    .prepare(
      `select last.text from note n join note_revision last on last.note_id = n.id
         and last.revision = (select max(revision) from note_revision where note_id = n.id)
       where n.sign_in_id = ? and not last.removed order by n.id`,
    )
    .pluck()
  return (id) => ({ ...(row.get(id) as Omit<PaperRow, 'notes'>), notes: notes.all(id) as string[] })
}
