import type { EpochSeconds } from '../../../shared/domain/units.ts'

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):?(\d{2}))$/i

/** AWS opened in 2006; a year far ahead is a damaged record or a trick, not a time. */
const FIRST_YEAR = 2006
const LAST_YEAR = 2199

/**
 * Whole seconds since 1970 for an `eventTime` such as `2014-07-24T23:33:57Z`, which is UTC (CloudTrail record
 * contents). Fractions are cut off, numeric offsets applied, because tools that re-write records print them. Null
 * for every other text, for a date or time of day that does not exist, and for years outside 2006 to 2199.
 */
export function readEventTime(text: string | null): EpochSeconds | null {
  const found = text === null ? null : PATTERN.exec(text)
  if (found === null) return null
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  if (hour === undefined || minute === undefined || second === undefined) return null
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  if (hour > 23 || minute > 59 || second > 59) return null

  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(ms)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null

  const offsetHour = Number(found[8] ?? 0)
  const offsetMinute = Number(found[9] ?? 0)
  if (offsetHour > 23 || offsetMinute > 59) return null
  const offset = (offsetHour * 60 + offsetMinute) * 60
  return ms / 1000 - (found[7] === '-' ? -offset : offset)
}
