import type { FindingRow, Verdict } from '../../../shared/domain/finding.ts'
import { AppError } from '../../../shared/errors.ts'
import type { WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody, textHash } from '../custody/log.ts'
import { findingRow } from './findings.ts'

/**
 * Writes down what a person concludes of a finding; earlier judgements stay. Dismissing needs a reason, because
 * somebody else will ask for it. Throws `not-found` and `invalid-input`.
 */
export function judgeFinding(
  db: WritableCase,
  actor: Actor,
  id: number,
  verdict: Verdict,
  reason: string,
): FindingRow {
  if (verdict === 'dismissed' && reason.trim() === '') {
    throw new AppError('invalid-input', 'A finding is dismissed with a reason.')
  }
  const judge = db.transaction(() => {
    const before = findingRow(db, id)
    const { key } = db.prepare('select finding_key as key from finding where id = ?').get(id) as {
      key: string
    }
    const earlier = db
      .prepare('select verdict, reason from finding_judgement where finding_id = ? order by id desc limit 1')
      .get(id) as { verdict: string; reason: string } | undefined
    db.prepare(
      `insert into finding_judgement (finding_id, verdict, reason, author, at, events) values (?, ?, ?, ?, ?, ?)`,
    ).run(id, verdict, reason, actor.name, actor.now(), before.events)
    db.prepare('update finding set verdict = ? where id = ?').run(verdict, id)
    appendCustody(db, actor, 'finding.judged', {
      finding: key,
      from: before.verdict,
      to: verdict,
      reason,
      events: before.events,
      before: earlier === undefined ? null : textHash(`${earlier.verdict}\n${earlier.reason}`),
      after: textHash(`${verdict}\n${reason}`),
    })
    return findingRow(db, id)
  })
  return judge.immediate()
}
