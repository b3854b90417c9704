import { dayDifference, readClock } from '../../shared/domain/time.ts'
import type { EpochSeconds, ZoneName } from '../../shared/domain/units.ts'
import { useLanguage } from '../settings/settings.tsx'
import { clockLabel, dayMark } from '../timeline/clock-text.tsx'

/** Date and time in UTC, and the time by the clock of the organisation. */
export function RecordTime(props: { readonly seconds: EpochSeconds; readonly zone: ZoneName }) {
  const language = useLanguage()
  const utc = readClock(props.seconds, 'UTC')
  const other = readClock(props.seconds, props.zone)
  const mark = dayMark(dayDifference(utc, other))
  return (
    <span className="wp-time">
      <b>
        {utc.date} {utc.time}
      </b>
      {props.zone !== 'UTC' && (
        <i>
          {clockLabel(props.zone, language)} {other.time} {mark}
        </i>
      )}
    </span>
  )
}
