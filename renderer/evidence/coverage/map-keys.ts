import type { CoverageRow } from '../../../shared/domain/coverage.ts'
import { type MapUnit, nextProblem, type Spot } from './map-cells.ts'

/**
 * Where a key leads on the map; null when it does not move. Sideways a column, up and down a row, `pageRows` rows by
 * page; with `whole` (Ctrl) Home and End go to the corners. `[` and `]` lead to what is missing or damaged.
 */
export function spotAfterKey(
  key: string,
  spot: Spot,
  map: {
    readonly rows: readonly CoverageRow[]
    readonly unit: MapUnit
    readonly pageRows: number
    readonly whole: boolean
  },
): Spot | null {
  const { rows, unit, pageRows, whole } = map
  const step = unit === 'day' ? 24 : 1
  const lastHour = Math.max(0, (rows[0]?.hours.length ?? 1) - 1)
  const { row, hour } = spot
  const within = (to: Spot): Spot => ({
    row: Math.min(Math.max(0, to.row), rows.length - 1),
    hour: to.hour < 0 || to.hour > lastHour ? hour : to.hour,
  })
  switch (key) {
    case 'ArrowLeft':
      return within({ row, hour: hour - step })
    case 'ArrowRight':
      return within({ row, hour: hour + step })
    case 'ArrowUp':
    case 'k':
      return within({ row: row - 1, hour })
    case 'ArrowDown':
    case 'j':
      return within({ row: row + 1, hour })
    case 'PageUp':
      return within({ row: row - pageRows, hour })
    case 'PageDown':
      return within({ row: row + pageRows, hour })
    case 'Home':
      return within({ row: whole ? 0 : row, hour: hour % step })
    case 'End':
      return within({ row: whole ? rows.length - 1 : row, hour: lastHour + 1 - step + (hour % step) })
    case '[':
      return nextProblem(rows, spot, unit, -1)
    case ']':
      return nextProblem(rows, spot, unit, 1)
    default:
      return null
  }
}
