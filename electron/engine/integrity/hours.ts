import {
  COVERAGE_LETTERS,
  COVERAGE_STATES,
  type CoverageRow,
  type CoverageState,
} from '../../../shared/domain/coverage.ts'
import { COVERAGE_ORDER, countLetters } from '../../../shared/domain/coverage-days.ts'
import { utcText } from '../../../shared/domain/time.ts'

const HOUR = 3600
const DAY = 24 * HOUR

const LETTER_CODES = COVERAGE_ORDER.map((state) => COVERAGE_LETTERS[state].charCodeAt(0))

/** The hours of all accounts and regions, as they fill up. */
export interface HourMap {
  /** Marks one hour; a stronger state stays. */
  mark(account: string, region: string, at: number, state: CoverageState): void
  addLog(account: string, region: string, at: number): void
  hasDigests(account: string, region: string): void
  /** True when something of that hour is in the import. */
  isKnown(account: string, region: string, at: number): boolean
  rows(): {
    readonly period: { readonly from: string; readonly to: string } | null
    readonly rows: CoverageRow[]
  }
}

interface Pair {
  readonly account: string
  readonly region: string
  readonly hours: Map<number, number>
  readonly logs: Map<number, number>
  hasDigests: boolean
}

export function createHourMap(): HourMap {
  const pairs = new Map<string, Pair>()
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY

  function pairOf(account: string, region: string): Pair {
    const key = `${account} ${region}`
    let pair = pairs.get(key)
    if (pair === undefined) {
      pair = { account, region, hours: new Map(), logs: new Map(), hasDigests: false }
      pairs.set(key, pair)
    }
    return pair
  }

  function rowOf({ account, region, hasDigests, hours, logs }: Pair): CoverageRow {
    const days = last - first + 1
    const letters = Buffer.alloc(days * 24, COVERAGE_LETTERS['not-imported'])
    for (const [hour, rank] of hours) letters[hour - first * 24] = LETTER_CODES[rank] ?? 0
    return {
      account,
      region,
      hasDigests,
      hours: letters.toString('latin1'),
      logFiles: Array.from({ length: days }, (_, day) => logs.get(first + day) ?? 0),
    }
  }

  return {
    mark(account, region, at, state) {
      const { hours } = pairOf(account, region)
      const hour = Math.floor(at / HOUR)
      const day = Math.floor(at / DAY)
      hours.set(hour, Math.max(hours.get(hour) ?? 0, COVERAGE_ORDER.indexOf(state)))
      first = Math.min(first, day)
      last = Math.max(last, day)
    },
    addLog(account, region, at) {
      const { logs } = pairOf(account, region)
      const day = Math.floor(at / DAY)
      logs.set(day, (logs.get(day) ?? 0) + 1)
    },
    hasDigests(account, region) {
      pairOf(account, region).hasDigests = true
    },
    isKnown: (account, region, at) => pairOf(account, region).hours.has(Math.floor(at / HOUR)),
    rows() {
      if (first > last) return { period: null, rows: [] }
      const sorted = [...pairs.values()].sort((a, b) =>
        `${a.account} ${a.region}` < `${b.account} ${b.region}` ? -1 : 1,
      )
      const rows = sorted.map(rowOf)
      const textOf = (day: number) => utcText(day * DAY).slice(0, 10)
      return { period: { from: textOf(first), to: textOf(last) }, rows }
    },
  }
}

/** Hours by state over all rows. */
export function countHours(rows: readonly CoverageRow[]): Record<CoverageState, number> {
  const counts = { covered: 0, empty: 0, missing: 0, damaged: 0, 'not-imported': 0 }
  for (const { hours } of rows) {
    const own = countLetters(hours)
    for (const state of COVERAGE_STATES) counts[state] += own[state]
  }
  return counts
}
