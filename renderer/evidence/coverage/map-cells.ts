import type { Coverage, CoverageRow, CoverageState } from '../../../shared/domain/coverage.ts'
import {
  beginOfDay,
  countLetters,
  coverageState,
  dateOfDay,
  daysIn,
  hoursOfDay,
  stateOfHours,
} from '../../../shared/domain/coverage-days.ts'
import { utcText } from '../../../shared/domain/time.ts'
import type { EpochSeconds } from '../../../shared/domain/units.ts'

/** What one column of the map stands for. */
export type MapUnit = 'day' | 'hour'

/** A place on the map: which row, and which hour since the beginning of the period. */
export interface Spot {
  readonly row: number
  readonly hour: number
}

/** Columns of the whole period. */
export function columnsOf(period: NonNullable<Coverage['period']>, unit: MapUnit): number {
  return daysIn(period) * (unit === 'day' ? 1 : 24)
}

/** The column in which an hour of the period stands. */
export function columnOf(hour: number, unit: MapUnit): number {
  return unit === 'day' ? Math.floor(hour / 24) : hour
}

/** The letters of a row that one column stands for: 24 for a day, 1 for an hour. */
export function lettersOf(row: CoverageRow, column: number, unit: MapUnit): string {
  return unit === 'day' ? hoursOfDay(row, column) : (row.hours[column] ?? '-')
}

/** What is drawn in a cell. `sign` is a text; damaged cells have a drawn triangle instead. */
export interface CellLook {
  readonly state: CoverageState
  /** The covered share, from 0 to 1, that the strength of the colour follows. */
  readonly share: number
  readonly sign: string
}

/** Never colour alone: a dot is empty, a number the hours missing, a cross all of them, a dash not imported. */
export function lookOf(letters: string): CellLook {
  const state = letters.length === 1 ? coverageState(letters) : stateOfHours(letters)
  const counts = countLetters(letters)
  const whole = counts.missing === letters.length
  const signs: Record<CoverageState, string> = {
    covered: '',
    empty: '·',
    missing: whole ? '×' : String(counts.missing),
    damaged: '',
    'not-imported': '–',
  }
  return { state, share: counts.covered / Math.max(1, letters.length), sign: signs[state] }
}

/**
 * The next place, by reading order of the columns within a row and then row by row, whose column holds something
 * missing or damaged; it goes round at the end. Null when there is none. `step` is 1 or -1.
 */
export function nextProblem(
  rows: readonly CoverageRow[],
  from: Spot,
  unit: MapUnit,
  step: 1 | -1,
): Spot | null {
  const width = unit === 'day' ? 24 : 1
  const start = Math.floor(from.hour / width) * width
  const problemIn = ({ hours }: CoverageRow, begin: number, end: number): number => {
    const part = hours.slice(begin, end)
    if (step === 1) {
      const at = part.search(/[md]/)
      return at === -1 ? -1 : begin + at
    }
    const at = Math.max(part.lastIndexOf('m'), part.lastIndexOf('d'))
    return at === -1 ? -1 : begin + at
  }
  for (let tried = 0; tried <= rows.length; tried += 1) {
    const index = (((from.row + tried * step) % rows.length) + rows.length) % rows.length
    const row = rows[index]
    if (row === undefined) return null
    const begin = tried === 0 && step === 1 ? start + width : 0
    const end = tried === 0 && step === -1 ? start : row.hours.length
    const hour = problemIn(row, begin, end)
    if (hour !== -1) return { row: index, hour: Math.floor(hour / width) * width }
  }
  return null
}

/** The place on the same day at which something is missing or damaged first, else the same place. */
export function worstHourOf(rows: readonly CoverageRow[], spot: Spot): Spot {
  const row = rows[spot.row]
  const day = Math.floor(spot.hour / 24)
  const at = row === undefined ? -1 : hoursOfDay(row, day).search(/[md]/)
  return at === -1 ? spot : { row: spot.row, hour: day * 24 + at }
}

/** Where the map opens: at the first thing that is missing or damaged, else at the last day. */
export function firstSpot(rows: readonly CoverageRow[]): Spot {
  for (const [index, { hours }] of rows.entries()) {
    const hour = hours.search(/[md]/)
    if (hour !== -1) return { row: index, hour }
  }
  return { row: 0, hour: Math.max(0, (rows[0]?.hours.length ?? 24) - 24) }
}

/** The moment at which an hour of the period begins. */
export function momentOf(period: NonNullable<Coverage['period']>, hour: number): EpochSeconds {
  return beginOfDay(period.from) + hour * 3600
}

/** The date, UTC, on which an hour of the period lies. */
export function dateOfHour(period: NonNullable<Coverage['period']>, hour: number): string {
  return dateOfDay(period.from, Math.floor(hour / 24))
}

/** `13:00`, UTC. */
export function clockOf(seconds: EpochSeconds): string {
  return utcText(seconds).slice(11, 16)
}

/** The place on the map of a moment in an account and a region; null when it is not on the map. */
export function spotOf(
  coverage: Pick<Coverage, 'period' | 'rows'>,
  at: { readonly account: string; readonly region: string; readonly seconds: EpochSeconds },
): Spot | null {
  if (coverage.period === null) return null
  const row = coverage.rows.findIndex(({ account, region }) => account === at.account && region === at.region)
  if (row === -1) return null
  const hour = Math.floor((at.seconds - beginOfDay(coverage.period.from)) / 3600)
  const last = (coverage.rows[row]?.hours.length ?? 1) - 1
  return { row, hour: Math.min(Math.max(0, hour), last) }
}
