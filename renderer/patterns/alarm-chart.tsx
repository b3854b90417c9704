import { useId, useRef } from 'react'
import type { AlarmReplay, AlarmSettings, AlarmChart as Chart } from '../../shared/domain/alarm.ts'
import { useRoom } from '../report/use-room.ts'
import { ChartAxis } from './chart-axis.tsx'
import { levelsOf } from './chart-range.ts'

const LEFT = 40
const RIGHT = 16
const TOP = 18
const AXIS = 34
const STRIP = 6
const HEIGHT = 236

/** Sums as a line, matches as bars, the threshold, and the states as a strip; changes of state as upright lines. */
export function AlarmChart(props: {
  readonly chart: Chart
  readonly alarm: AlarmSettings
  readonly replay: AlarmReplay
  readonly label: string
  readonly alarmWord: string
}) {
  const { chart, alarm, replay } = props
  const box = useRef<HTMLDivElement>(null)
  const width = Math.max(useRoom(box)?.width ?? 0, 320)
  const hatch = useId()
  const bottom = HEIGHT - AXIS - STRIP
  const sums = chart.columns.map(({ sum }) => sum ?? 0)
  const matches = chart.columns.map((column) => column.matches)
  const highest = Math.max(1, alarm.threshold * 1.25, ...sums, ...matches) * 1.08
  const lowest = Math.min(0, alarm.threshold, ...sums)
  const end = chart.from + chart.width * chart.columns.length
  const x = (seconds: number) => LEFT + ((seconds - chart.from) / (end - chart.from)) * (width - LEFT - RIGHT)
  const y = (value: number) => bottom - ((value - lowest) / (highest - lowest)) * (bottom - TOP)
  const step = x(chart.from + chart.width) - x(chart.from)
  const line = chart.columns.map(({ at, sum }) => `V${y(sum ?? 0).toFixed(1)}H${(x(at) + step).toFixed(1)}`)
  const begin = `M${LEFT},${y(0)}`
  const changes = replay.transitions.filter(({ at }) => at >= chart.from && at < end)
  const barWidth = Math.max(1, Math.min(step * 0.7, 10))

  return (
    <div ref={box} className="pat-chart">
      <svg role="img" aria-label={props.label} width={width} height={HEIGHT}>
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" className="pat-hatch-back" />
            <rect width="2" height="5" className="pat-hatch-line" />
          </pattern>
        </defs>
        {levelsOf(highest, 4).map((level) => (
          <g key={level}>
            <line className="pat-level" x1={LEFT} x2={width - RIGHT} y1={y(level)} y2={y(level)} />
            <text className="pat-level-text" x={LEFT - 6} y={y(level) + 4}>
              {level}
            </text>
          </g>
        ))}
        <path className="pat-area" d={`${begin}${line.join('')}V${y(0)}Z`} />
        {chart.columns.map((column) =>
          column.matches === 0 ? null : (
            <rect
              key={column.at}
              className="pat-match"
              x={x(column.at) + (step - barWidth) / 2}
              y={y(column.matches)}
              width={barWidth}
              height={Math.max(1, y(0) - y(column.matches))}
            />
          ),
        )}
        <path className="pat-sum" d={`${begin}${line.join('')}`} />
        <line
          className="pat-threshold"
          x1={LEFT}
          x2={width - RIGHT}
          y1={y(alarm.threshold)}
          y2={y(alarm.threshold)}
        />
        {states(chart).map(({ from, to, state }) => (
          <rect
            key={from}
            className={`pat-strip pat-strip-${state}`}
            x={x(from)}
            y={bottom + 2}
            width={Math.max(1, x(to) - x(from))}
            height={STRIP}
            fill={state === 'ALARM' ? `url(#${hatch})` : undefined}
          />
        ))}
        {changes.slice(0, 200).map(({ at, to }) => (
          <line
            key={at}
            className={to === 'ALARM' ? 'pat-change pat-change-alarm' : 'pat-change'}
            x1={x(at)}
            x2={x(at)}
            y1={TOP - 8}
            y2={bottom + 2 + STRIP}
          />
        ))}
        {labelled(changes, x).map((at) => (
          <text key={at} className="pat-alarm-text" x={Math.min(x(at) + 4, width - 48)} y={TOP - 4}>
            {props.alarmWord}
          </text>
        ))}
        <ChartAxis range={{ from: chart.from, to: end }} x={x} top={bottom + STRIP + 2} width={width} />
      </svg>
    </div>
  )
}

/** Neighbouring columns of one state as one piece. */
function states(chart: Chart): { from: number; to: number; state: string }[] {
  const pieces: { from: number; to: number; state: string }[] = []
  for (const { at, state } of chart.columns) {
    const last = pieces.at(-1)
    if (last?.state === state) last.to = at + chart.width
    else pieces.push({ from: at, to: at + chart.width, state })
  }
  return pieces
}

/** The changes to ALARM that have room for their word. */
function labelled(changes: AlarmReplay['transitions'], x: (seconds: number) => number): number[] {
  let free = Number.NEGATIVE_INFINITY
  return changes.flatMap(({ at, to }) => {
    if (to !== 'ALARM' || x(at) < free) return []
    free = x(at) + 60
    return [at]
  })
}
