import { useId } from 'react'
import { countText } from '../settings/numbers.ts'
import { barHeights, gridLevels, heightOf, type Scale } from './bar-heights.ts'
import type { Plot } from './plot.ts'

/** Room in px: signs above the bars, the bars. */
export const SIGNS = 13
export const BARS = 60
export const BASE = SIGNS + BARS

/** The stacked bars over the faint ones of the whole case. All edges lie on whole pixels, so that nothing blurs. */
export function Bars(props: { readonly plot: Plot; readonly scale: Scale }) {
  const { plot, scale } = props
  const hatch = useId()
  const highest = Math.max(1, ...plot.bars.map(({ total }) => total))
  return (
    <g className="hist-bars" shapeRendering="crispEdges">
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" className="hist-failure" />
          <rect width="1.3" height="4" className="hist-hatch" />
        </pattern>
      </defs>
      {gridLevels(highest, scale, BARS).map((level) => {
        const y = BASE - Math.round(heightOf(level, highest, scale) * BARS)
        return (
          <g key={level}>
            <line className="hist-level" x1={plot.left} x2={plot.right} y1={y + 0.5} y2={y + 0.5} />
            <text className="hist-level-text" x={plot.left - 6} y={Math.max(y + 4, 9)}>
              {countText(level)}
            </text>
          </g>
        )
      })}
      {plot.bars.map((bar) => {
        if (bar.total === 0) return null
        const x = Math.round(plot.x(bar.start))
        const room = Math.round(plot.x(bar.end)) - x
        const width = Math.max(1, room - (room >= 4 ? 1 : 0))
        const { success, notStated, failure, total } = barHeights(bar, highest, scale, BARS)
        const at = { x, width }
        return (
          <g key={bar.start}>
            <rect {...at} className="hist-total" y={BASE - total} height={total} />
            <rect {...at} className="hist-success" y={BASE - success} height={success} />
            <rect {...at} className="hist-not-stated" y={BASE - success - notStated} height={notStated} />
            <rect {...at} fill={`url(#${hatch})`} y={BASE - success - notStated - failure} height={failure} />
          </g>
        )
      })}
      <line className="hist-base" x1={plot.left} x2={plot.right} y1={BASE + 0.5} y2={BASE + 0.5} />
    </g>
  )
}
