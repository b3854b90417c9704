import type { AlarmChart, AlarmColumn, AlarmState } from '../../../../shared/domain/alarm.ts'
import { activeEdges } from './minutes.ts'
import { quietSum, type Replay } from './replay.ts'
import { sumsBetween } from './sums.ts'

const WEIGHT: Readonly<Record<AlarmState, number>> = { OK: 0, INSUFFICIENT_DATA: 1, ALARM: 2 }
type Column = { -readonly [K in keyof AlarmColumn]: AlarmColumn[K] }

/**
 * Matches, highest sum and state in at most `columns` columns of whole minutes, over the seconds `from` (in) to `to`
 * (out). A column shows the highest of its sums and the gravest of its states, so that a short alarm cannot get lost.
 * The work follows the number of matches and not the length of time, which may be decades.
 */
export function chartOf(replay: Replay, from: number, to: number, columns: number): AlarmChart {
  const first = Math.floor(from / 60)
  const minutes = Math.max(Math.ceil(to / 60), first + 1) - first
  const width = Math.ceil(minutes / columns)
  const made: Column[] = Array.from({ length: Math.ceil(minutes / width) }, (_, index) => ({
    at: (first + index * width) * 60,
    matches: 0,
    sum: null,
    state: 'OK',
  }))
  const columnOf = (minute: number) => made[Math.floor((minute - first) / width)]
  for (const { minute, count } of replay.busy) {
    const column = columnOf(minute)
    if (column !== undefined) column.matches += count
  }
  putSums(replay, made, columnOf, width)
  putStates(replay, made, width)
  return { from: first * 60, width: width * 60, columns: made }
}

function putSums(
  { busy, settings }: Replay,
  made: readonly Column[],
  columnOf: (minute: number) => Column | undefined,
  width: number,
): void {
  const span = settings.period / 60
  const seen = new Map<Column, number>()
  const raise = (column: Column, sum: number | null) => {
    if (sum !== null && (column.sum === null || sum > column.sum)) column.sum = sum
  }
  let next = 0
  for (const { first, last } of activeEdges(busy, span)) {
    const begin = next
    while (next < busy.length && (busy[next]?.minute ?? 0) < last) next += 1
    if (columnOf(first) === undefined && columnOf(last) === undefined && !surrounds(made, first, last))
      continue
    const sums = sumsBetween(busy.slice(begin, next), first - span, last, settings)
    for (let edge = first; edge <= last; edge += 1) {
      const column = columnOf(edge)
      if (column === undefined) continue
      seen.set(column, (seen.get(column) ?? 0) + 1)
      raise(column, sums.endingAt(edge))
    }
  }
  const quiet = quietSum(settings)
  for (const column of made) if ((seen.get(column) ?? 0) < width) raise(column, quiet)
}

function surrounds(made: readonly Column[], first: number, last: number): boolean {
  const at = made[0]?.at ?? 0
  return first * 60 < at && at < last * 60
}

function putStates({ transitions, initial }: Replay, made: readonly Column[], width: number): void {
  let state = initial
  let next = 0
  for (const column of made) {
    let gravest: AlarmState | null = null
    for (let change = transitions[next]; change !== undefined; change = transitions[next]) {
      if (change.at >= column.at + width * 60) break
      // What held before a change inside the column held in the column too.
      if (change.at > column.at) gravest = graver(gravest, state)
      state = change.to
      if (change.at >= column.at) gravest = graver(gravest, state)
      next += 1
    }
    column.state = graver(gravest, state)
  }
}

function graver(one: AlarmState | null, other: AlarmState): AlarmState {
  return one !== null && WEIGHT[one] > WEIGHT[other] ? one : other
}
