import { athenaForm, isTrailTable } from './athena.ts'
import { cloudwatchCsvForm } from './cloudwatch-events.ts'
import { type Columns, cellsOf, columnKey, columnsOf } from './csv-columns.ts'
import { rowAt } from './csv-rows.ts'
import { elasticCsvForm } from './elastic.ts'
import { eventHistoryForm, isEventHistory } from './event-history.ts'
import { isHeaderOfEvents } from './event-table.ts'
import type { Chosen } from './format.ts'
import { isLakeTable, lakeForm } from './lake.ts'
import { logsInsightsCsvForm } from './logs-insights.ts'
import { type CsvForm, csvFormat } from './read-csv.ts'
import { hasRecord } from './records-inside.ts'
import { splunkCsvForm } from './splunk.ts'

type Cells = readonly (string | null)[]

/**
 * Chooses among the tables by the header line and the rows below it. Null when the content does not start with a
 * header that any of them has.
 */
export function chooseCsv(head: Uint8Array, complete: boolean, name: string): Chosen | null {
  const header = rowAt(head, 0, complete)
  if (header === null || header.damage !== null) return null
  const columns = columnsOf(head.subarray(0, header.end))
  if (columns === null) return null
  const rows = rowsFrom(head, header.next, complete, columns.count)

  const holders = [lakeForm, logsInsightsCsvForm, splunkCsvForm, elasticCsvForm]
  // `message` alone could be a column of any table.
  if (columns.has('timestamp')) holders.push(cloudwatchCsvForm)
  const holder = holders.find((form) => form.recordColumns.some((column) => columns.has(column)))
  if (holder !== undefined && isSeen(holder, columns, rows))
    return { kind: 'format', format: csvFormat(holder) }
  if (isEventHistory(columns)) return chooseRows(eventHistoryForm, columns, rows)
  if (isTrailTable(columns)) {
    const timeAt = columns.indexOf('eventtime')
    const firstTime = timeAt === null ? null : (rows[0]?.[timeAt] ?? null)
    return chooseRows(isLakeTable(columns, firstTime, name) ? lakeForm : athenaForm, columns, rows)
  }
  const learned = columnWithRecord(columns, rows)
  if (learned !== null) {
    const form: CsvForm = { name: 'records-in-csv', recordColumns: [learned], row: null }
    return { kind: 'format', format: csvFormat(form) }
  }
  if (holder !== undefined) return withoutRecordInSight(holder, rows, complete)
  return isFlattened(columns) ? withoutRecord(columns) : null
}

const LINES_ABOVE = 5

/**
 * True for a table whose columns are those of one that is read, but that has other signs than commas between them or
 * lines above its header, as spreadsheets leave them. It is not read: they also leave times without their zone.
 */
export function isOtherTable(text: string): boolean {
  return text.split(/\r?\n/, LINES_ABOVE + 1).some((line, above) => {
    const names = line.replaceAll(/[;\t|]/g, ',')
    if (above === 0 && names === line) return false
    return isHeaderOfEvents(Buffer.from(names.toLowerCase()))
  })
}

/** The rows that are whole; a header alone is a result without rows. */
function rowsFrom(head: Uint8Array, from: number, complete: boolean, count: number): Cells[] {
  const rows: Cells[] = []
  for (let at = from; at < head.length; ) {
    const row = rowAt(head, at, complete)
    if (row === null) break
    if (row.cells.length === count) rows.push(cellsOf(head, row))
    at = row.next
  }
  return rows
}

function isSeen(form: CsvForm, columns: Columns, rows: readonly Cells[]): boolean {
  const at = form.recordColumns.map((column) => columns.indexOf(column)).filter((index) => index !== null)
  return rows.some((cells) => at.some((index) => hasRecord(cells[index] ?? undefined)))
}

/** The name of a column, whatever it is, that holds a record in some row. */
function columnWithRecord(columns: Columns, rows: readonly Cells[]): string | null {
  const keys = columns.names.map(columnKey)
  const found = keys.find(
    (key, index) => columns.has(key) && rows.some((cells) => hasRecord(cells[index] ?? undefined)),
  )
  return found ?? null
}

/** The column is there by name; the rows must bear it out, unless more of them are to come. */
function withoutRecordInSight(form: CsvForm, rows: readonly Cells[], complete: boolean): Chosen {
  if (rows.length === 0 || !complete) return { kind: 'format', format: csvFormat(form, complete) }
  const detail = `No CloudTrail record in ${rows.length} rows.`
  return { kind: 'skip', reason: 'not-a-trail', format: 'unknown', detail }
}

/** Rows of CloudTrail events name a service of AWS as their source; another table with such a header does not. */
function chooseRows(form: CsvForm, columns: Columns, rows: readonly Cells[]): Chosen | null {
  const source = columns.indexOf('eventsource')
  const isBorneOut = rows.some((cells) => source !== null && /^[\w-]+(\.[\w-]+)+$/.test(cells[source] ?? ''))
  return isBorneOut || rows.length === 0 ? { kind: 'format', format: csvFormat(form) } : null
}

/**
 * Fields of records as columns, `eventName` or `userIdentity.arn`, as Logs Insights, Elastic and Splunk write them;
 * also rows that do not say whose event it was, so that nobody can tell the sign-ins among them.
 */
function isFlattened(columns: Columns): boolean {
  const keys = new Set(columns.names.map(columnKey))
  const others = ['eventsource', 'eventtime', 'eventid', 'useridentity']
  const isNamed = keys.has('eventname') && others.some((name) => keys.has(name))
  return isNamed || columns.names.some((name) => /^(?:userIdentity\.|aws\.cloudtrail\.)/.test(name))
}

function withoutRecord(columns: Columns): Chosen {
  const detail = `A table of ${columns.count} fields without the record itself.`
  return { kind: 'skip', reason: 'record-not-included', format: 'unknown', detail }
}
