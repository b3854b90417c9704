import type { Columns } from './csv-columns.ts'
import type { CsvForm } from './read-csv.ts'

/**
 * The CSV download of Event history (CloudTrail User Guide, "Viewing events with Event history"). It holds what the
 * page showed and no records; its JSON download is an ordinary trail object.
 */
export const eventHistoryForm: CsvForm = {
  name: 'event-history-csv',
  recordColumns: [],
  row: 'event-history-row',
}

/** Its column names are words with spaces, in an order that is documented nowhere. */
export function isEventHistory(columns: Columns): boolean {
  const needed = ['eventname', 'eventtime', 'eventsource']
  return needed.every((name) => columns.has(name)) && columns.names.some((name) => /^event name$/i.test(name))
}
