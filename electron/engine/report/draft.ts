import { KeptReport } from '../../../shared/domain/report.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'

/** What was chosen last for the report of this case; null when nothing was, or another version kept what is not known here. */
export function keptReport(db: ReadableCase): KeptReport | null {
  const row = db.prepare('select choices from report_draft where id = 1').get() as
    | { choices: string }
    | undefined
  if (row === undefined) return null
  const read = KeptReport.safeParse(JSON.parse(row.choices))
  return read.success ? read.data : null
}

/**
 * Keeps the choices. A draft changes nothing of the evidence and gets no entry in the custody log: the entry of a
 * report that is written holds the choices it was made with.
 */
export function keepReport(db: WritableCase, choices: KeptReport): void {
  db.prepare(
    'insert into report_draft (id, choices) values (1, ?) on conflict (id) do update set choices = excluded.choices',
  ).run(JSON.stringify(choices))
}
