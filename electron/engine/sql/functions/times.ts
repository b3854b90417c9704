/**
 * Times as the SQL console has them: text in the form of `eventtime`, `2024-09-01T00:00:00Z`, so that they can be
 * compared with it and are understood by SQLite's own time functions. Where a query asks for another zone, the text
 * ends in its offset. All of them are UTC otherwise, as in Athena.
 */
export interface Time {
  /** Milliseconds since 1970, UTC. */
  readonly ms: number
  /** Minutes that the shown clock is ahead of UTC. */
  readonly offset: number
}

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2}|[A-Za-z_]+\/[A-Za-z_/+-]+)?$/i

/** Null for every text that is no time, for days that do not exist, and for clocks that skip it. */
export function readTime(text: string): Time | null {
  const found = PATTERN.exec(text.trim())
  if (found === null) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number)
  const fraction = Number(`0.${found[7] ?? '0'}`)
  const at = [hour, minute, second].map((part) => (Number.isNaN(part) ? 0 : part))
  const local = Date.UTC(year, month - 1, day, at[0], at[1], at[2], Math.floor(fraction * 1000))
  const date = new Date(local)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  if ((at[0] ?? 0) > 23 || (at[1] ?? 0) > 59 || (at[2] ?? 0) > 59) return null
  const offset = offsetOf(found[8], local)
  return offset === null ? null : { ms: local - offset * 60_000, offset }
}

function offsetOf(zone: string | undefined, local: number): number | null {
  if (zone === undefined || /^(?:z|utc)$/i.test(zone)) return 0
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (numeric !== null) {
    return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]))
  }
  const guess = zoneOffset(zone, local)
  if (guess === null) return null
  // The offset holds at the moment meant, which lies that offset away.
  const exact = zoneOffset(zone, local - guess * 60_000)
  return exact
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

/** Minutes that a zone's clock is ahead of UTC at `ms`; null for a zone that does not exist. */
export function zoneOffset(zone: string, ms: number): number | null {
  let format = formats.get(zone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    } catch {
      format = null
    }
    formats.set(zone, format)
  }
  const name = format?.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value
  if (name === undefined) return null
  const found = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name)
  if (found === null) return null
  return (found[1] === '-' ? -1 : 1) * (Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0))
}

/** `2024-09-01T00:00:00Z`; with milliseconds only where there are some. */
export function timeText({ ms, offset }: Time): string {
  const text = new Date(ms + offset * 60_000).toISOString().replace('.000Z', 'Z')
  if (offset === 0) return text
  const minutes = Math.abs(offset)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${text.slice(0, -1)}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The parts that the clock of the time shows. */
export function clockOf({ ms, offset }: Time) {
  const date = new Date(ms + offset * 60_000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    /** Monday is 1, as in ISO 8601. */
    weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
  }
}
