import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { type ClockReading, readClock } from '../../shared/domain/time.ts'
import type { ZoneName } from '../../shared/domain/units.ts'
import { type Fold, timedAt, timedBefore } from './fold.ts'
import type { PageCache } from './page-cache.ts'
import { DAY_LINE_HEIGHT, type Gap, SECOND_DAY_LINE_HEIGHT } from './row-layout.ts'

/** The two clocks of the window: the one that stands first, and the one beside it if there is one. */
export interface Clocks {
  readonly first: ZoneName
  readonly second: ZoneName | null
}

/** A line in the list: a day begins here. `date` is `YYYY-MM-DD`, or null where the rows without a time begin. */
export interface DayLine {
  readonly clock: 'first' | 'second'
  readonly date: string | null
}

type Timed = Pick<SignInRow, 'eventTime'>

/** The instant at which the date of `reading` began, by the offset of the reading itself. */
function beginning({ date, offset }: ClockReading): number {
  return Date.parse(`${date}T00:00:00${offset}`)
}

/**
 * The lines between two neighbouring rows, earlier day first. Rows without a readable time come last in a view and
 * get one line of their own.
 */
export function dayLinesBetween(before: Timed, row: Timed, clocks: Clocks): readonly DayLine[] {
  if (before.eventTime === null) return []
  if (row.eventTime === null) return [{ clock: 'first', date: null }]
  const lines: { line: DayLine; at: number }[] = []
  for (const clock of ['first', 'second'] as const) {
    const zone = clocks[clock]
    if (zone === null) continue
    const now = readClock(row.eventTime, zone)
    if (readClock(before.eventTime, zone).date === now.date) continue
    lines.push({ line: { clock, date: now.date }, at: beginning(now) })
  }
  return lines.sort((a, b) => a.at - b.at).map(({ line }) => line)
}

/** Height of lines that stand together. */
export function heightOfLines(lines: readonly DayLine[]): number {
  return lines.reduce(
    (sum, { clock }) => sum + (clock === 'first' ? DAY_LINE_HEIGHT : SECOND_DAY_LINE_HEIGHT),
    0,
  )
}

/** The day lines above line `line` of the list; none when it or its neighbour is not loaded. */
export function dayLinesAbove(
  fold: Fold,
  cache: PageCache<Timed>,
  line: number,
  clocks: Clocks,
): readonly DayLine[] {
  const row = timedAt(fold, cache, line)
  if (row === undefined) return []
  const before = timedBefore(fold, cache, line)
  return before === undefined ? [] : dayLinesBetween(before, row, clocks)
}

/** The gaps that lines `first` to `last` (both included) need. */
export function gapsOf(
  fold: Fold,
  cache: PageCache<Timed>,
  first: number,
  last: number,
  clocks: Clocks,
): readonly Gap[] {
  const gaps: Gap[] = []
  for (let index = Math.max(0, first); index <= Math.min(last, fold.lines.count - 1); index += 1) {
    const height = heightOfLines(dayLinesAbove(fold, cache, index, clocks))
    if (height > 0) gaps.push({ index, height })
  }
  return gaps
}
