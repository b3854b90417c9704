import { isTrailTable } from './athena.ts'
import { columnsOf } from './csv-columns.ts'
import { isEventHistory } from './event-history.ts'

const LONGEST_HEADER = 4096
const IN_ALL_NAMES = Buffer.from('vent')

/** True for a line that is the header of a table of CloudTrail events. */
export function isHeaderOfEvents(line: Uint8Array): boolean {
  if (line.length > LONGEST_HEADER || Buffer.prototype.indexOf.call(line, IN_ALL_NAMES) < 0) return false
  const columns = columnsOf(line)
  return columns !== null && (isEventHistory(columns) || isTrailTable(columns))
}
