import type { SqlCell, SqlRow } from '../../../shared/domain/sql.ts'
import { readClock, zoneCity } from '../../../shared/domain/time.ts'
import type { ZoneName } from '../../../shared/domain/units.ts'
import { beginning, visibleText } from '../../ui/visible-text.ts'

/** A column of the grid: one of the result, or one that the grid adds. */
export interface GridColumn {
  readonly name: string
  /** Index in the rows. */
  readonly index: number
  readonly kind: 'text' | 'number' | 'event' | 'local-time'
  /** In pixels. */
  readonly width: number
  /** Largest value, where a bar shows how a number compares; null for no bar. */
  readonly barMax: number | null
}

/** Rows that decide how columns look. */
export const SAMPLE_ROWS = 100
/** Bars compare all rows, so only a result that is known as a whole has them. */
const BAR_ROWS = 200

const LETTER = 6.9
/** Digits all have the width of the widest. */
const DIGIT = 7.6
const PADDING = 22
const NARROWEST = 64
const WIDEST = 420
const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
const EVENT_COLUMNS = /^(?:eventid|event_id|sign_in_id)$/i

/** The columns of a result, judged by its first rows. `zone` is the second clock; null for none. */
export function gridColumns(
  names: readonly string[],
  sample: readonly SqlRow[],
  rows: number,
  zone: ZoneName | null,
): GridColumn[] {
  const columns = names.map((name, index) => {
    const values = sample.map((row) => row[index] ?? null)
    return { name, index, values, kind: kindOf(name, values) }
  })
  const counted = columns.find(({ kind, values }) => kind === 'number' && isCount(values))
  const whole = rows > 1 && rows <= BAR_ROWS && sample.length >= Math.min(rows, SAMPLE_ROWS)
  const shown = columns.map(({ name, index, values, kind }): GridColumn => {
    const hasBar = whole && counted?.index === index
    const numbers = values.filter((value) => typeof value === 'number')
    const barMax = hasBar ? Math.max(1, ...numbers) : null
    return { name, index, kind, width: widthOf(name, values) + (hasBar ? 130 : 0), barMax }
  })
  const time = zone === null ? undefined : columns.find(({ values }) => isTime(values))
  if (time === undefined || zone === null) return shown
  const name = `${time.name}, ${zoneCity(zone)}`
  return [
    ...shown,
    { name, index: time.index, kind: 'local-time', width: Math.max(156, widthOf(name, [])), barMax: null },
  ]
}

function kindOf(name: string, values: readonly SqlCell[]): 'text' | 'number' | 'event' {
  if (EVENT_COLUMNS.test(name)) return 'event'
  const stated = values.filter((value) => value !== null)
  return stated.length > 0 && stated.every((value) => typeof value === 'number') ? 'number' : 'text'
}

/** Counts are small whole numbers; times in seconds and numbers of rows are not compared by bars. */
const isCount = (values: readonly SqlCell[]) =>
  values.every(
    (value) => value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1e8),
  )

const isTime = (values: readonly SqlCell[]) =>
  values.some((value) => value !== null) &&
  values.every((value) => value === null || (typeof value === 'string' && UTC_TIME.test(value)))

function widthOf(name: string, values: readonly SqlCell[]): number {
  const lengths = values.map((value) => lengthOf(cellText(value) ?? 'null'))
  const longest = Math.max(lengthOf(name) + LETTER, ...lengths)
  return Math.round(Math.min(Math.max(longest + PADDING, NARROWEST), WIDEST))
}

/** In pixels; letters of Chinese, Japanese and Korean are twice as wide. */
const lengthOf = (text: string) => [...text].reduce((sum, sign) => sum + signWidth(sign), 0)
const signWidth = (sign: string) => (sign > '\u2e7f' ? 2 * LETTER : /[\dA-Z_]/.test(sign) ? DIGIT : LETTER)

/** What a cell shows, on one line; null for null. */
export function cellText(value: SqlCell): string | null {
  return value === null ? null : visibleText(beginning(String(value), 300))
}

/** A time of the result by another clock. */
export function localTime(value: SqlCell, zone: ZoneName): string | null {
  if (typeof value !== 'string' || !UTC_TIME.test(value)) return null
  const { date, time } = readClock(Date.parse(value) / 1000, zone)
  return `${date} ${time}`
}
