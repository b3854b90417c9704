import { readClock } from '../../shared/domain/time.ts'
import type { ZoneName } from '../../shared/domain/units.ts'
import { useClocks, useLanguage } from '../settings/settings.tsx'
import { clockLabel } from '../timeline/clock-text.tsx'
import { shortDate } from '../welcome/short-date.ts'
import { type TimeRange, ticksOf } from './chart-range.ts'

const DAY = 86_400

/** The time below the chart on both clocks. A day is named where it begins, and at the first mark. */
export function ChartAxis(props: {
  readonly range: TimeRange
  readonly top: number
  readonly width: number
  x(seconds: number): number
}) {
  const { range, x, top } = props
  const { first, second } = useClocks()
  const language = useLanguage()
  // The names of the clocks stand at the left end, where a mark would collide with them.
  const ticks = ticksOf(
    range,
    Math.max(2, Math.floor(props.width / 120)),
    offsetOf(range.from, first),
  ).filter((at) => x(at) > 92 && x(at) < props.width - 34)
  const [one, two] = ticks
  const daily = one !== undefined && two !== undefined && two - one >= DAY
  const words = (at: number, zone: ZoneName, index: number) => {
    const { date, time } = readClock(at, zone)
    const clock = time.slice(0, 5)
    if (daily) return zone === first ? shortDate(date, language) : clock
    const before = ticks[index - 1]
    const named = before === undefined || readClock(before, zone).date !== date
    // The day without its year: the years stand in the list of changes.
    return named ? `${shortDate(date, language).replace(/^\d+年| \d+$/, '')} ${clock}` : clock
  }
  return (
    <g className="pat-axis">
      {ticks.map((at, index) => (
        <g key={at}>
          <line x1={x(at)} x2={x(at)} y1={top} y2={top + 4} />
          <text x={x(at)} y={top + 15}>
            {words(at, first, index)}
          </text>
          {second !== null && !daily && (
            <text className="pat-axis-second" x={x(at)} y={top + 27}>
              {words(at, second, index)}
            </text>
          )}
        </g>
      ))}
      <text className="pat-axis-zone" x={4} y={top + 15}>
        {clockLabel(first, language)}
      </text>
      {second !== null && !daily && (
        <text className="pat-axis-zone pat-axis-second" x={4} y={top + 27}>
          {clockLabel(second, language)}
        </text>
      )}
    </g>
  )
}

/** Seconds by which a zone is ahead of UTC at a moment. */
function offsetOf(seconds: number, zone: ZoneName): number {
  const { date, time } = readClock(seconds, zone)
  return Math.round(Date.parse(`${date}T${time}Z`) / 1000 - seconds)
}
