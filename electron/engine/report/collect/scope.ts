import type { Outcome } from '../../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../../case/rights.ts'
import type { Tally } from '../model.ts'

/** Accounts in whose logs the sign-ins stand, and how many each. */
export function collectAccounts(db: ReadableCase): Tally[] {
  return db
    .prepare(
      `select ifnull(recipient_account_id, account_id) as name, count(*) as count from sign_in
       group by 1 order by name is null, name`,
    )
    .all() as Tally[]
}

/** Notes on events that stand in the case, whether their event is printed or not. */
export function countNotes(db: ReadableCase): number {
  const { n } = db
    .prepare(
      `select count(*) as n from note n where not
         (select removed from note_revision r where r.note_id = n.id order by revision desc limit 1)`,
    )
    .get() as { n: number }
  return n
}

/** Records of the root user by outcome. */
export function countRoot(db: ReadableCase): Record<Outcome, number> {
  const counts = { success: 0, failure: 0, 'not-stated': 0 }
  const rows = db
    .prepare("select outcome, count(*) as n from sign_in where principal_kind = 'root' group by outcome")
    .all() as { outcome: Outcome; n: number }[]
  for (const { outcome, n } of rows) counts[outcome] = n
  return counts
}
