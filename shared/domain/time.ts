import type { EpochMs, EpochSeconds, Language, ZoneName } from './units.ts'

/** A clock reading in one zone. `date` is `2024-09-14`, `time` is `13:52:07`, `offset` is `+09:00`. */
export interface ClockReading {
  readonly date: string
  readonly time: string
  readonly offset: string
}

const formats = new Map<ZoneName, Intl.DateTimeFormat>()

// Making a formatter costs about a hundred times as much as using one.
function formatFor(zone: ZoneName): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
      era: 'short',
    })
    formats.set(zone, format)
  }
  return format
}

/** True when this machine's zone tables know the name. */
export function isKnownZone(zone: string): boolean {
  try {
    formatFor(zone)
    return true
  } catch {
    return false
  }
}

/** No calendar of the language reaches further (ECMAScript, "Time Values and Time Range"); in milliseconds. */
const LAST_TIME = 8_640_000_000_000_000

/**
 * What a clock in `zone` shows at `seconds`, daylight saving included. A number that is no time, as a case file that
 * somebody changed may hold, stands as `date` as it is. Throws RangeError for an unknown zone.
 */
export function readClock(seconds: EpochSeconds, zone: ZoneName): ClockReading {
  if (!isTime(seconds * 1000)) return { date: String(seconds), time: '', offset: '' }
  const part = { year: '', month: '', day: '', hour: '', minute: '', second: '', timeZoneName: '' }
  for (const { type, value } of formatFor(zone).formatToParts(seconds * 1000)) {
    if (Object.hasOwn(part, type)) part[type as keyof typeof part] = value
  }
  const offset = part.timeZoneName.replace('GMT', '')
  return {
    date: `${part.year.padStart(4, '0')}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}:${part.second}`,
    offset: offset === '' ? '+00:00' : offset,
  }
}

function isTime(ms: EpochMs): boolean {
  return Math.abs(ms) <= LAST_TIME
}

/** `2024-09-14T13:52:07Z`; a number that is no time as it is. */
export function utcText(seconds: EpochSeconds): string {
  if (!isTime(seconds * 1000)) return String(seconds)
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

/** `2024-09-14T13:52:07.123Z`; a number that is no time as it is. */
export function utcTextMs(ms: EpochMs): string {
  if (!isTime(ms)) return String(ms)
  return new Date(ms).toISOString()
}

/** Whole days by which the date of `other` differs from the date of `first`, for marks such as `+1`. */
export function dayDifference(first: ClockReading, other: ClockReading): number {
  return Math.round((Date.parse(other.date) - Date.parse(first.date)) / 86_400_000)
}

const WEEKDAYS: Record<Language, readonly string[]> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  ja: ['日', '月', '火', '水', '木', '金', '土'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A date for reading: `Sat 14 Sep 2024` or `2024年9月14日（土）`. `date` is `YYYY-MM-DD`. */
export function dateInWords(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const weekday = WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
  if (language === 'ja') return `${Number(year)}年${Number(month)}月${Number(day)}日（${weekday}）`
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** The city of a zone name for labels: `Asia/Tokyo` reads `Tokyo`. */
export function zoneCity(zone: ZoneName): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}
