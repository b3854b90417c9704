import { dateInWords, dayDifference, readClock, utcTextMs } from '../../shared/domain/time.ts'
import type { EpochMs } from '../../shared/domain/units.ts'
import { useLanguage } from '../settings/settings.tsx'
import { clockLabel, dayMark } from '../timeline/clock-text.tsx'
import type { Clocks } from '../timeline/day-lines.ts'

/** When a person did something, on both clocks, to the minute; the tooltip has the exact instant. */
export function NoteTime(props: { readonly at: EpochMs; readonly clocks: Clocks }) {
  const { first: zone, second: other } = props.clocks
  const language = useLanguage()
  const seconds = Math.floor(props.at / 1000)
  const first = readClock(seconds, zone)
  const second = other === null ? null : readClock(seconds, other)
  const mark = second === null ? '' : dayMark(dayDifference(first, second))
  return (
    <time dateTime={utcTextMs(props.at)} title={utcTextMs(props.at)}>
      <span>
        {dateInWords(first.date, language)} {first.time.slice(0, 5)} {clockLabel(zone, language)}
      </span>
      {second !== null && other !== null && (
        <>
          {' · '}
          <span>
            {second.time.slice(0, 5)} {mark === '' ? '' : `(${mark}) `}
            {clockLabel(other, language)}
          </span>
        </>
      )}
    </time>
  )
}
