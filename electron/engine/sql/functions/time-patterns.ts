import { clockOf, readTime, type Time } from './times.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const two = (value: number) => String(value).padStart(2, '0')

/** Signs of `date_format` and `date_parse` (MySQL's), with what they print. */
const MYSQL: Readonly<Record<string, (clock: ReturnType<typeof clockOf>) => string>> = {
  Y: ({ year }) => String(year),
  y: ({ year }) => two(year % 100),
  m: ({ month }) => two(month),
  c: ({ month }) => String(month),
  d: ({ day }) => two(day),
  e: ({ day }) => String(day),
  H: ({ hour }) => two(hour),
  k: ({ hour }) => String(hour),
  h: ({ hour }) => two(((hour + 11) % 12) + 1),
  i: ({ minute }) => two(minute),
  s: ({ second }) => two(second),
  S: ({ second }) => two(second),
  f: ({ millisecond }) => String(millisecond).padStart(3, '0').padEnd(6, '0'),
  p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  b: ({ month }) => MONTHS[month - 1] ?? '',
  a: ({ weekday }) => DAYS[weekday - 1] ?? '',
  T: ({ hour, minute, second }) => [hour, minute, second].map(two).join(':'),
  '%': () => '%',
}

export function formatMysql(time: Time, format: string): string {
  const clock = clockOf(time)
  return format.replaceAll(/%(.)/g, (_, sign: string) => {
    const write = MYSQL[sign]
    if (write === undefined) throw new Error(`%${sign} is no sign of date_format`)
    return write(clock)
  })
}

/** What each sign reads, and as which field. */
const READS: Readonly<Record<string, readonly [field: string, pattern: string]>> = {
  Y: ['year', '\\d{4}'],
  m: ['month', '\\d{1,2}'],
  c: ['month', '\\d{1,2}'],
  d: ['day', '\\d{1,2}'],
  e: ['day', '\\d{1,2}'],
  H: ['hour', '\\d{1,2}'],
  k: ['hour', '\\d{1,2}'],
  i: ['minute', '\\d{1,2}'],
  s: ['second', '\\d{1,2}'],
  S: ['second', '\\d{1,2}'],
  f: ['fraction', '\\d{1,9}'],
}

/** Throws when the text does not have the form. */
export function parseMysql(text: string, format: string): Time {
  const whole = format.replaceAll('%T', '%H:%i:%s')
  return parsed(
    text,
    format,
    [...whole.matchAll(/%(.)|([^%]+)/g)].map((part) => part[1] ?? { plain: part[2] ?? '' }),
  )
}

/** Letters of Java's patterns as the signs above. */
const JAVA: Readonly<Record<string, string>> = { y: 'Y', M: 'm', d: 'd', H: 'H', m: 'i', s: 's', S: 'f' }
const JAVA_PARTS = /'([^']*)'|([A-Za-z])\2*|([^A-Za-z']+)/g

export function formatJava(time: Time, format: string): string {
  const clock = clockOf(time)
  return format.replaceAll(JAVA_PARTS, (found, quoted?: string, letter?: string) => {
    if (letter === undefined) return quoted ?? found
    if (letter === 'S') return String(clock.millisecond).padStart(3, '0').slice(0, found.length)
    if (letter === 'M' && found.length >= 3) return MONTHS[clock.month - 1] ?? ''
    const write = MYSQL[JAVA[letter] ?? '']
    if (write === undefined) throw new Error(`${found} is no part of a time pattern`)
    return letter === 'y' && found.length === 2 ? two(clock.year % 100) : write(clock)
  })
}

/** Throws when the text does not have the form. */
export function parseJava(text: string, format: string): Time {
  const signs = [...format.matchAll(JAVA_PARTS)].map((part) => {
    const letter = part[2]
    if (letter === undefined) return { plain: part[1] ?? part[3] ?? '' }
    return JAVA[letter] ?? letter
  })
  return parsed(text, format, signs)
}

function parsed(text: string, format: string, signs: readonly (string | { readonly plain: string })[]): Time {
  const fields: string[] = []
  const pattern = signs.map((sign) => {
    if (typeof sign !== 'string') return sign.plain.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    const read = READS[sign]
    if (read === undefined) throw new Error(`${sign} in "${format}" is no sign that can be read`)
    fields.push(read[0])
    return `(${read[1]})`
  })
  const found = new RegExp(`^${pattern.join('')}$`).exec(text)
  const value = (field: string, otherwise: string) => found?.[fields.indexOf(field) + 1] ?? otherwise
  const at = (field: string, otherwise: string) =>
    fields.includes(field) ? value(field, otherwise).padStart(2, '0') : otherwise
  const time =
    found === null
      ? null
      : readTime(
          `${at('year', '1970')}-${at('month', '01')}-${at('day', '01')}T${at('hour', '00')}:${at('minute', '00')}:${at('second', '00')}.${at('fraction', '0')}Z`,
        )
  if (time === null) throw new Error(`"${text.slice(0, 100)}" does not have the form "${format}"`)
  return time
}
