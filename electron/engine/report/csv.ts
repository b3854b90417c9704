import type { Writable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { SignInFilter } from '../../../shared/domain/filter.ts'
import type { EpochSeconds, ZoneName } from '../../../shared/domain/units.ts'
import type { ReadableCase } from '../case/rights.ts'
import { type ZoneClock, zoneClock } from './clock.ts'
import type { ListRow } from './list-row.ts'
import { listedIds, type RowHooks, toldParts } from './listed-rows.ts'
import { hashedSink, type Written } from './sink.ts'

const BOM = '\ufeff'
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Whether a spreadsheet would calculate a cell; `csvLines` then puts an apostrophe before it. */
export function isFormula(cell: string | number | null): cell is string {
  return typeof cell === 'string' && FORMULA.test(cell)
}

/**
 * Lines of CSV: CRLF, quotes where needed. README line for those who read the file: a cell that begins with
 * `= + - @` (full-width ones too), a tab or a line end has an apostrophe before it, because a spreadsheet would otherwise
 * calculate what an attacker typed as a user name.
 */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (isFormula(cell) ? `'${cell}` : cell))),
    { record_delimiter: '\r\n' },
  )
}

/** The mark by which spreadsheets, Excel in Japan among them, know UTF-8. It begins the file. */
export const CSV_START = BOM

/** Columns after the time; the names are those of JSON Lines. */
const FIELDS = [
  'eventName',
  'eventSource',
  'outcome',
  'failureReason',
  'mfa',
  'principalType',
  'principalName',
  'principalArn',
  'accountId',
  'recipientAccountId',
  'region',
  'sourceIp',
  'userAgent',
  'source',
  'recordNumber',
] as const satisfies readonly (keyof ListRow)[]

/** Column names; the third is the time in the chosen zone, named after it. */
export function csvHead(zone: ZoneName): string[] {
  return ['eventId', 'eventTime', `eventTime ${zone}`, ...FIELDS]
}

/**
 * Writes the sign-ins as CSV in the order of the timeline: the rows of JSON Lines and the time in `zone`, UTF-8
 * with byte order mark. Stops with the reason of the hooks' signal when that is raised. The stream is not ended.
 */
export async function writeCsv(
  db: ReadableCase,
  filter: SignInFilter,
  zone: ZoneName,
  stream: Writable,
  limit: number = Number.POSITIVE_INFINITY,
  hooks?: RowHooks,
): Promise<Written & { readonly rows: number }> {
  const ids = listedIds(db, filter).slice(0, limit)
  const clock = zoneClock(zone)
  const sink = hashedSink(stream)
  try {
    await sink.write(CSV_START + csvLines([csvHead(zone)]))
    for await (const part of toldParts(db, ids, hooks)) {
      await sink.write(csvLines(part.map(({ row, listed }) => cells(listed, row.eventTime, clock))))
    }
    return { rows: ids.length, ...sink.written() }
  } finally {
    sink.release()
  }
}

function cells(row: ListRow, time: EpochSeconds | null, clock: ZoneClock): (string | number | null)[] {
  return [
    row.eventId,
    row.eventTime,
    time === null ? null : zoned(time, clock),
    ...FIELDS.map((at) => row[at]),
  ]
}

function zoned(time: EpochSeconds, clock: ZoneClock): string {
  const reading = clock(time)
  return `${reading.date}T${reading.time}${reading.offset}`
}
