import type { CaseDetails, CaseSummary } from '../../../shared/domain/case.ts'
import { type Actor, appendCustody, checkCustody } from '../custody/log.ts'
import { READER_VERSION } from '../intake/reader-version.ts'
import type { ReadableCase, WritableCase } from './rights.ts'

/** What people wrote about the case. */
export function caseDetails(db: ReadableCase): CaseDetails {
  return db
    .prepare(
      `select case_number as caseNumber, title, examiner, examiner_role as examinerRole,
         examiner_qualification as examinerQualification, reviewer, organisation, requested_by as requestedBy,
         question, received from case_info`,
    )
    .get() as CaseDetails
}

/** Changes the details; the custody log keeps what each changed field was before. */
export function describeCase(db: WritableCase, actor: Actor, details: CaseDetails): void {
  const describe = db.transaction(() => {
    const before = caseDetails(db)
    const fields = Object.keys(before) as (keyof CaseDetails)[]
    const changed = fields.filter((field) => before[field] !== details[field])
    if (changed.length === 0) return
    db.prepare(
      `update case_info set case_number = @caseNumber, title = @title, examiner = @examiner,
         examiner_role = @examinerRole, examiner_qualification = @examinerQualification, reviewer = @reviewer,
         organisation = @organisation, requested_by = @requestedBy, question = @question, received = @received`,
    ).run(details)
    const changes = changed.map((field) => [field, { from: before[field], to: details[field] }])
    appendCustody(db, actor, 'case.described', Object.fromEntries(changes))
  })
  describe.immediate()
}

/** Counts of the whole case, and whether its custody log holds. */
export function summariseCase(db: ReadableCase): CaseSummary {
  const one = <T>(sql: string) => db.prepare(sql).get() as T
  const sources = one<Pick<CaseSummary, 'sources' | 'records' | 'needLook' | 'readBefore'>>(
    `select count(*) as sources, ifnull(sum(records), 0) as records,
       ifnull(sum(status != 'read'), 0) as needLook,
       ifnull(sum(reader_version < ${READER_VERSION}), 0) as readBefore from source where status != 'reading'`,
  )
  const signIns = one<Pick<CaseSummary, 'signIns' | 'firstTime' | 'lastTime'>>(
    'select count(*) as signIns, min(event_time) as firstTime, max(event_time) as lastTime from sign_in',
  )
  const { notes } = one<{ notes: number }>(
    `select count(*) as notes from note n where not
       (select removed from note_revision r where r.note_id = n.id order by revision desc limit 1)`,
  )
  const { createdAt } = one<{ createdAt: number }>('select created_at as createdAt from case_info')
  const { entries, intact } = checkCustody(db)
  return {
    path: db.name,
    details: caseDetails(db),
    createdAt,
    ...sources,
    ...signIns,
    notes,
    custody: { entries, intact },
  }
}
