import type { SampleJudgement, SampleResult } from '../../../shared/domain/work-paper.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'

/** Everything that was concluded of a record, first to last; the last one counts. */
export function judgementsOf(db: ReadableCase, signInId: number): SampleJudgement[] {
  return db
    .prepare(
      `select sign_in_id as signInId, result, remark, author, at from sample_judgement
       where sign_in_id = ? order by id`,
    )
    .all(signInId) as SampleJudgement[]
}

/**
 * Writes down what a person concludes of a sampled record; what was concluded before stays. An exception needs a
 * remark. Throws `invalid-input`, and `not-found` when the record is not in the case.
 */
export function judgeSampled(
  db: WritableCase,
  actor: Actor,
  signInId: number,
  result: SampleResult,
  remark: string,
): SampleJudgement[] {
  if (result === 'exception' && remark.trim() === '') {
    throw new AppError('invalid-input', 'An exception is noted with a remark.')
  }
  const judge = db.transaction(() => {
    const record = db
      .prepare('select event_id as eventId, record_key as key from sign_in where id = ?')
      .get(signInId) as { eventId: string | null; key: string } | undefined
    if (record === undefined) throw new AppError('not-found', `No event ${signInId} in this case.`)
    db.prepare(
      'insert into sample_judgement (sign_in_id, result, remark, author, at) values (?, ?, ?, ?, ?)',
    ).run(signInId, result, remark, actor.name, actor.now())
    appendCustody(db, actor, 'sample.judged', {
      event: record.eventId,
      record: record.key,
      row: signInId,
      result,
      remark,
    })
    return judgementsOf(db, signInId)
  })
  return judge.immediate()
}
