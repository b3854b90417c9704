import type { Columns } from './csv-columns.ts'
import type { CsvForm } from './read-csv.ts'

/**
 * A result file of CloudTrail Lake (CloudTrail User Guide, "Get and save query results"): like Athena's, but
 * `eventtime` is a timestamp and `readonly` a boolean, and `eventjson`, when it was asked for, is the record.
 */
export const lakeForm: CsvForm = { name: 'lake-csv', recordColumns: ['eventjson'], row: 'lake-row' }

/** `result_1.csv` below `CloudTrail-Lake/Query/`. */
const RESULT_NAME = /CloudTrail-Lake|(?:^|[/\\])result_\d+\.csv/i

/** Tells Lake's table from Athena's, given that it is one of the two. `firstTime`: `eventtime` of the first row. */
export function isLakeTable(columns: Columns, firstTime: string | null, name: string): boolean {
  const itsOwn = ['eventjsonchecksum', 'annotation', 'eventjson', 'insightdetails']
  return (
    itsOwn.some((column) => columns.has(column)) ||
    /^\d{4}-\d{2}-\d{2} \d/.test(firstTime ?? '') ||
    RESULT_NAME.test(name)
  )
}
