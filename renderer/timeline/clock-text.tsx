import { dateInWords, dayDifference, readClock } from '../../shared/domain/time.ts'
import type { EpochSeconds, Language, ZoneName } from '../../shared/domain/units.ts'
import type { Clocks } from './day-lines.ts'

/** The label of a clock: `UTC`, or the city of the zone (in Japanese `東京` for the one zone with a common short name). */
export function clockLabel(zone: ZoneName, language: Language): string {
  if (zone === 'UTC') return 'UTC'
  if (zone === 'Asia/Tokyo' && language === 'ja') return '東京'
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}

/** Difference of dates as a mark: `+1`, `−1`, or nothing on the same date. */
export function dayMark(days: number): string {
  return days === 0 ? '' : days > 0 ? `+${days}` : `−${-days}`
}

/** Time of day on both clocks, the first strong, with a mark where the other date differs. */
export function TwoClocks(props: { readonly seconds: EpochSeconds; readonly clocks: Clocks }) {
  const first = readClock(props.seconds, props.clocks.first)
  const second = props.clocks.second === null ? null : readClock(props.seconds, props.clocks.second)
  const mark = second === null ? '' : dayMark(dayDifference(first, second))
  return (
    <>
      <b>{first.time}</b>
      {second !== null && (
        <i>
          {second.time}
          {mark !== '' && <sup>{mark}</sup>}
        </i>
      )}
    </>
  )
}

/** Date and time in one zone, in words: `Sat 14 Sep 2024 13:52:07 UTC`. */
export function clockInWords(seconds: EpochSeconds, zone: ZoneName, language: Language): string {
  const reading = readClock(seconds, zone)
  return `${dateInWords(reading.date, language)} ${reading.time} ${clockLabel(zone, language)}`
}
