import { COVERAGE_LETTERS, COVERAGE_STATES, type CoverageRow, type CoverageState } from './coverage.ts'
import { utcText } from './time.ts'
import type { EpochSeconds } from './units.ts'

const HOURS = 24
const DAY = 86_400

/** From what is least to what says most about an hour; of several, the last one names a day. */
export const COVERAGE_ORDER: readonly CoverageState[] = [
  'not-imported',
  'empty',
  'covered',
  'missing',
  'damaged',
]

const STATE_OF = new Map(COVERAGE_STATES.map((state) => [COVERAGE_LETTERS[state], state]))

/** The state that a letter of `CoverageRow.hours` stands for. */
export function coverageState(letter: string | undefined): CoverageState {
  return STATE_OF.get(letter ?? '') ?? 'not-imported'
}

/** The 24 letters of one day of a row, counted from the first day of the period. */
export function hoursOfDay(row: CoverageRow, day: number): string {
  return row.hours.slice(day * HOURS, (day + 1) * HOURS)
}

/** Hours by state in a text of letters. */
export function countLetters(letters: string): Record<CoverageState, number> {
  // Years of hundreds of regions are millions of letters: codes are counted, not texts.
  const byCode = new Uint32Array(128)
  for (let index = 0; index < letters.length; index += 1) {
    const code = letters.charCodeAt(index)
    byCode[code] = (byCode[code] ?? 0) + 1
  }
  const of = (state: CoverageState) => byCode[COVERAGE_LETTERS[state].charCodeAt(0)] ?? 0
  return {
    covered: of('covered'),
    empty: of('empty'),
    missing: of('missing'),
    damaged: of('damaged'),
    'not-imported': of('not-imported'),
  }
}

/** The state of a day: the worst of its hours. */
export function stateOfHours(letters: string): CoverageState {
  return COVERAGE_ORDER.findLast((state) => letters.includes(COVERAGE_LETTERS[state])) ?? 'not-imported'
}

/** How many days a period has, both ends counted. Dates are `2024-09-14`, UTC. */
export function daysIn(period: { readonly from: string; readonly to: string }): number {
  return Math.round((beginOfDay(period.to) - beginOfDay(period.from)) / DAY) + 1
}

/** When a day begins, given its date. */
export function beginOfDay(date: string): EpochSeconds {
  return Date.parse(`${date}T00:00:00Z`) / 1000
}

/** The date of a day of the period, `2024-09-14`. */
export function dateOfDay(from: string, day: number): string {
  return utcText(beginOfDay(from) + day * DAY).slice(0, 10)
}
