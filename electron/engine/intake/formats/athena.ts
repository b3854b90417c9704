import type { Columns } from './csv-columns.ts'
import type { CsvForm } from './read-csv.ts'

/** A result file of Athena: structs as text, `requestparameters` and the like as JSON text. */
export const athenaForm: CsvForm = { name: 'athena-csv', recordColumns: [], row: 'athena-row' }

/**
 * Column names of the documented table, in lower case as Hive has them (Athena User Guide, "Querying AWS CloudTrail
 * logs"). Without source and name of the event nobody can say which rows are sign-ins.
 */
export function isTrailTable(columns: Columns): boolean {
  const others = [
    'eventtime',
    'eventid',
    'useridentity',
    'sourceipaddress',
    'useridentityarn',
    'eventversion',
  ]
  return (
    columns.names.includes('eventname') &&
    columns.names.includes('eventsource') &&
    others.some((name) => columns.has(name))
  )
}
