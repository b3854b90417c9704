import type { SqlFunction } from './register.ts'
import { formatJava, formatMysql, parseJava, parseMysql } from './time-patterns.ts'
import { clockOf, readTime, type Time, timeText, zoneOffset } from './times.ts'

const DAY_MS = 86_400_000
const UNIT_MS: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY_MS,
  week: 7 * DAY_MS,
}
const isDate = (text: unknown) => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)
const shown = (time: Time, likeDate: boolean) => (likeDate ? timeText(time).slice(0, 10) : timeText(time))

/** Throws when the text is no time: a time that is silently null would let a filter find nothing. */
function timeOf(text: unknown): Time {
  const time = typeof text === 'string' ? readTime(text) : null
  if (time === null) throw new Error(`"${String(text).slice(0, 100)}" is not a time`)
  return time
}

const unitOf = (unit: unknown) => String(unit).toLowerCase().replace(/s$/, '')

function added(time: Time, unit: string, amount: number): Time {
  const size = UNIT_MS[unit]
  if (size !== undefined) return { ...time, ms: time.ms + size * amount }
  const months = { month: 1, quarter: 3, year: 12 }[unit]
  if (months === undefined) throw new Error(`${unit} is no unit of time`)
  const local = new Date(time.ms + time.offset * 60_000)
  const day = local.getUTCDate()
  local.setUTCDate(1)
  local.setUTCMonth(local.getUTCMonth() + months * amount)
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate()
  local.setUTCDate(Math.min(day, last))
  return { ...time, ms: local.getTime() - time.offset * 60_000 }
}

function truncated(time: Time, unit: string): Time {
  const { year, month, weekday } = clockOf(time)
  const shift = time.offset * 60_000
  const local = time.ms + shift
  const size = UNIT_MS[unit]
  const at = (ms: number): Time => ({ ...time, ms: ms - shift })
  if (unit === 'week') return at(Math.floor(local / DAY_MS) * DAY_MS - (weekday - 1) * DAY_MS)
  if (size !== undefined) return at(Math.floor(local / size) * size)
  if (unit === 'month') return at(Date.UTC(year, month - 1))
  if (unit === 'quarter') return at(Date.UTC(year, month - 1 - ((month - 1) % 3)))
  if (unit === 'year') return at(Date.UTC(year, 0))
  throw new Error(`${unit} is no unit of time`)
}

/** Whole units from one time to another, cut off towards zero. */
function between(unit: string, from: Time, to: Time): number {
  const size = UNIT_MS[unit]
  if (size !== undefined) return Math.trunc((to.ms - from.ms) / size)
  const months = { month: 1, quarter: 3, year: 12 }[unit]
  if (months === undefined) throw new Error(`${unit} is no unit of time`)
  const [a, b] = [clockOf(from), clockOf(to)]
  let whole = (b.year - a.year) * 12 + b.month - a.month
  if (whole > 0 && added(from, 'month', whole).ms > to.ms) whole -= 1
  if (whole < 0 && added(from, 'month', whole).ms < to.ms) whole += 1
  return Math.trunc(whole / months)
}

const orNull =
  (run: (...args: unknown[]) => string | number | null): SqlFunction =>
  (...args) =>
    args.some((arg) => arg === null || arg === undefined) ? null : run(...args)

const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'weekday') =>
  orNull((text) => clockOf(timeOf(text))[name])

/** `started`: the one "now" of a query, in milliseconds. */
export function timeFunctions(started: number): Readonly<Record<string, SqlFunction>> {
  return {
    now: () => timeText({ ms: Math.floor(started / 1000) * 1000, offset: 0 }),
    from_iso8601_timestamp: orNull((text) => timeText({ ...timeOf(text), offset: 0 })),
    from_iso8601_date: orNull((text) => timeText(timeOf(text)).slice(0, 10)),
    from_unixtime: orNull((seconds) => timeText({ ms: Number(seconds) * 1000, offset: 0 })),
    to_unixtime: orNull((text) => timeOf(text).ms / 1000),
    to_iso8601: orNull((text) => timeText(timeOf(text))),
    date_parse: orNull((text, format) => timeText(parseMysql(String(text), String(format)))),
    date_format: orNull((text, format) => formatMysql(timeOf(text), String(format))),
    parse_datetime: orNull((text, format) => timeText(parseJava(String(text), String(format)))),
    format_datetime: orNull((text, format) => formatJava(timeOf(text), String(format))),
    date_trunc: orNull((unit, text) => shown(truncated(timeOf(text), unitOf(unit)), isDate(text))),
    date_add: orNull((unit, amount, text) => {
      const name = unitOf(unit)
      const likeDate = isDate(text) && !/second|minute|hour/.test(name)
      return shown(added(timeOf(text), name, Number(amount)), likeDate)
    }),
    date_diff: orNull((unit, from, to) => between(unitOf(unit), timeOf(from), timeOf(to))),
    at_timezone: orNull((text, zone) => {
      const { ms } = timeOf(text)
      const offset = zoneOffset(String(zone), ms)
      if (offset === null) throw new Error(`${String(zone)} is no time zone`)
      return timeText({ ms, offset })
    }),
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    day_of_week: part('weekday'),
    dow: part('weekday'),
    cast_as: orNull((value, type) => castAs(value, String(type))),
  }
}

/** Throws when the value is none of the type, as Athena does. */
function castAs(value: unknown, type: string): string | number {
  const text = String(value).trim()
  if (type === 'timestamp') return timeText({ ...timeOf(text), offset: 0 })
  if (type === 'date') return timeText(timeOf(text)).slice(0, 10)
  if (type === 'boolean') {
    if (/^(?:true|t|1)$/i.test(text)) return 1
    if (/^(?:false|f|0)$/i.test(text)) return 0
  } else {
    const number = Number(text)
    const whole = /int/.test(type)
    if (text !== '' && Number.isFinite(number) && /^[-+]?[\d.]/.test(text))
      return whole ? Math.round(number) : number
  }
  throw new Error(`"${text.slice(0, 100)}" is no ${type}`)
}
