import { z } from 'zod'
import type { Language } from './units.ts'

/** `2024-09-14`, a day that the calendar has. */
const Day = z.iso.date()
/** `09:00`; `24:00` is the end of a day. */
const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/**
 * When people of the organisation work, by its own clock. `begin` is in, `end` is not. An `end` before `begin` is one of
 * the next day: `Fri 22:00-06:00` ends on Saturday. Days and holidays are those on which the work begins.
 */
export const OfficeHours = z
  .object({
    /** 0 is Sunday. */
    days: z.array(z.number().int().min(0).max(6)).min(1).max(7),
    begin: Clock,
    end: Clock,
    /** Days on which nobody works, whatever the weekday. */
    holidays: z.array(Day).max(2000),
  })
  .refine(({ begin, end }) => begin !== end && begin !== '24:00', { path: ['end'] })
export type OfficeHours = z.infer<typeof OfficeHours>

/** True when the work that begins on one day ends on the next. */
export function endsNextDay({ begin, end }: Pick<OfficeHours, 'begin' | 'end'>): boolean {
  return end < begin
}

const NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const NAMES_JA = '日月火水木金土'
const TYPED =
  /^(?<days>[a-z日月火水木金土,、・\s〜–-]+?)\s+(?<begin>\d{1,2}:\d{2})\s*[-–〜]\s*(?<end>\d{1,2}:\d{2})$/i

/**
 * Reads `Mon-Fri 09:00-18:00`, `Mon,Wed,Sat 8:30-12:00`, `Mon-Fri 22:00-06:00` (until the next day) or `月-金 9:00-18:00`; null where it is something else. Holidays
 * are not in it.
 */
export function readOfficeHours(typed: string): OfficeHours | null {
  const parts = TYPED.exec(typed.trim())?.groups
  if (parts === undefined) return null
  const days = readDays(parts['days'] ?? '')
  if (days === null) return null
  const clock = (text: string | undefined) => (text ?? '').padStart(5, '0')
  const read = OfficeHours.safeParse({
    days,
    begin: clock(parts['begin']),
    end: clock(parts['end']),
    holidays: [],
  })
  return read.success ? read.data : null
}

function readDays(typed: string): number[] | null {
  const days = new Set<number>()
  for (const part of typed.split(/[,、・]/)) {
    const [first, last, ...more] = part.split(/[-–〜]/).map((name) => dayNamed(name))
    if (first === undefined || first === -1 || last === -1 || more.length > 0) return null
    for (let day = first; ; day = (day + 1) % 7) {
      days.add(day)
      if (day === (last ?? first)) break
    }
  }
  return [...days].sort((a, b) => a - b)
}

function dayNamed(name: string): number {
  const plain = name.trim()
  if (plain.length === 1) return NAMES_JA.indexOf(plain)
  const start = plain.slice(0, 3).toLowerCase()
  return start.length < 3 ? -1 : NAMES.findIndex((known) => known.toLowerCase() === start)
}

/** `Mon-Fri 09:00-18:00` or `月-金 09:00-18:00`, as `readOfficeHours` reads it. */
export function officeHoursText({ days, begin, end }: OfficeHours, language: Language = 'en'): string {
  return `${daysText(days, language === 'ja' ? [...NAMES_JA] : NAMES)} ${begin}-${end}`
}

/** Runs of three days and more are written with a dash; the week begins on Monday. */
function daysText(days: readonly number[], names: readonly string[]): string {
  const week = [1, 2, 3, 4, 5, 6, 0].map((day) => days.includes(day))
  const parts: string[] = []
  for (let at = 0; at < 7; at += 1) {
    if (week[at] !== true) continue
    let end = at
    while (week[end + 1] === true) end += 1
    const name = (index: number) => names[(index + 1) % 7] ?? ''
    if (end - at >= 2) parts.push(`${name(at)}-${name(end)}`)
    else for (let one = at; one <= end; one += 1) parts.push(name(one))
    at = end
  }
  return parts.join(',')
}
