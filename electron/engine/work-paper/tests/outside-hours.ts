import type { OfficeHours } from '../../../../shared/domain/office-hours.ts'
import type { ZoneName } from '../../../../shared/domain/units.ts'
import { zoneClock } from '../../report/clock.ts'
import { type Tester, testEach } from '../tester.ts'

/** Successes at a time when nobody of the organisation works, by the clock of its zone, daylight saving included. */
export function outsideHoursTest(hours: OfficeHours, zone: ZoneName): Tester {
  const clock = zoneClock(zone)
  const holidays = new Set(hours.holidays)
  return testEach(({ outcome, time: at }) => {
    if (outcome !== 'success') return 'none'
    const { date, time } = clock(at)
    const day = new Date(`${date}T00:00:00Z`).getUTCDay()
    const works = hours.days.includes(day) && !holidays.has(date)
    return works && time >= `${hours.begin}:00` && time < `${hours.end}:00` ? 'fine' : {}
  })
}
