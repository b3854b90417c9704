import { endsNextDay, type OfficeHours } from '../../../../shared/domain/office-hours.ts'
import type { ZoneName } from '../../../../shared/domain/units.ts'
import { zoneClock } from '../../report/clock.ts'
import { type Tester, testEach } from '../tester.ts'

/** Successes at a time when nobody of the organisation works, by the clock of its zone, daylight saving included. */
export function outsideHoursTest(hours: OfficeHours, zone: ZoneName): Tester {
  const clock = zoneClock(zone)
  const holidays = new Set(hours.holidays)
  const [begin, end] = [`${hours.begin}:00`, `${hours.end}:00`]
  const worksOn = (date: string) => hours.days.includes(weekdayOf(date)) && !holidays.has(date)
  const overnight = endsNextDay(hours)
  const isInside = (date: string, time: string): boolean =>
    overnight
      ? (time >= begin && worksOn(date)) || (time < end && worksOn(dayBefore(date)))
      : time >= begin && time < end && worksOn(date)
  return testEach(({ outcome, time: at }) => {
    if (outcome !== 'success') return 'none'
    const { date, time } = clock(at)
    return isInside(date, time) ? 'fine' : {}
  })
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
