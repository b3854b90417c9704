import { readClock } from '../../shared/domain/time.ts'
import type { ZoneName } from '../../shared/domain/units.ts'
import { useClocks, useLanguage } from '../settings/settings.tsx'
import { clockLabel } from '../timeline/clock-text.tsx'
import { axisStep, axisTicks, tickWords } from './axis-ticks.ts'
import { BASE } from './bars.tsx'
import type { Plot } from './plot.ts'

const TICK_ROOM = 104
/** Half the width of a mark's words, so that none leaves the picture. */
const HALF = 36

/** The time on both clocks; marks stand at round times of the first. */
export function TimeAxis(props: { readonly plot: Plot }) {
  const { plot } = props
  const { first, second } = useClocks()
  const language = useLanguage()
  const step = axisStep(plot.span, Math.max(2, Math.floor((plot.right - plot.left) / TICK_ROOM)))
  const ticks = axisTicks(plot.span, step, first).filter(
    (at) => plot.x(at) > plot.left + HALF - 14 && plot.x(at) < plot.right - HALF + 14,
  )
  const row = (zone: ZoneName, y: number, name: string) => (
    <g className={name}>
      <text className="hist-zone" x={plot.left - 6} y={y}>
        {clockLabel(zone, language)}
      </text>
      {ticks.map((at, index) => {
        const words = tickWords(at, ticks[index - 1] ?? null, step, zone, language)
        // The date of the first clock stands right above.
        const same = zone !== first && readClock(at, zone).date === readClock(at, first).date
        const date = same && index === 0 ? '' : same && step.seconds >= 86_400 ? '' : words.date
        return (
          <text key={at} x={Math.round(plot.x(at))} y={y}>
            {date !== '' && <tspan className="hist-date">{date}</tspan>}
            {date !== '' && words.time !== '' && ' '}
            {words.time}
          </text>
        )
      })}
    </g>
  )
  return (
    <g className="hist-axis">
      {ticks.map((at) => {
        const x = Math.round(plot.x(at)) + 0.5
        return <line key={at} x1={x} x2={x} y1={BASE + 1} y2={BASE + 5} />
      })}
      {row(first, BASE + 16, 'hist-first')}
      {second !== null && row(second, BASE + 29, 'hist-second')}
    </g>
  )
}
