import { type Burst, type BurstRule, type BurstSuccess, SPARK_STEPS } from '../../../shared/domain/burst.ts'
import { readIp } from '../../../shared/domain/ip-address.ts'
import type { ReadableCase } from '../case/rights.ts'

/** A failure of the view. Failures come in order of address, then time. */
export interface Failure {
  readonly sourceIp: string
  readonly eventTime: number
  readonly index: number
  /** The name as stated; null when hidden or not stated. */
  readonly name: string | null
  readonly hidden: boolean
}

/** A burst before the successes beside it are known. */
export type FailureRun = Omit<Burst, 'successes' | 'successCount'>

/**
 * Groups failures into bursts by the rule of `BurstRule`. A success in between breaks nothing: a run of failures with
 * one success in it is exactly what must not be torn apart. Answers bursts in order of their first rows.
 */
export function runsOfFailures(failures: Iterable<Failure>, rule: BurstRule): FailureRun[] {
  const gap = rule.gapMinutes * 60
  const found: FailureRun[] = []
  let run: Failure[] = []
  const close = () => {
    const [first] = run
    if (first !== undefined && run.length >= rule.atLeast) found.push(burstOf(first, run))
    run = []
  }
  for (const failure of failures) {
    const last = run.at(-1)
    if (
      last !== undefined &&
      (last.sourceIp !== failure.sourceIp || failure.eventTime - last.eventTime > gap)
    ) {
      close()
    }
    run.push(failure)
  }
  close()
  return found.sort((a, b) => a.lead - b.lead)
}

function burstOf(first: Failure, run: readonly Failure[]): FailureRun {
  const lastTime = run.at(-1)?.eventTime ?? first.eventTime
  const indexes = Float64Array.from(run, ({ index }) => index).sort()
  const names = new Set<string>()
  let hidden = 0
  for (const failure of run) {
    if (failure.hidden) hidden += 1
    else if (failure.name !== null) names.add(failure.name)
  }
  return {
    sourceIp: first.sourceIp,
    lead: indexes[0] ?? first.index,
    count: run.length,
    firstTime: first.eventTime,
    lastTime,
    names: names.size,
    hidden,
    spark: sparkOf(run, first.eventTime, lastTime),
    ranges: rangesOf(indexes),
  }
}

function sparkOf(run: readonly Failure[], first: number, last: number): number[] {
  const spark = new Array<number>(SPARK_STEPS).fill(0)
  const length = last - first + 1
  for (const { eventTime } of run) {
    const step = Math.floor(((eventTime - first) * SPARK_STEPS) / length)
    spark[step] = (spark[step] ?? 0) + 1
  }
  return spark
}

function rangesOf(indexes: Float64Array): number[] {
  const ranges: number[] = []
  for (const index of indexes) {
    const start = ranges.at(-2)
    const length = ranges.at(-1)
    if (start !== undefined && length !== undefined && start + length === index) {
      ranges[ranges.length - 1] = length + 1
    } else ranges.push(index, 1)
  }
  return ranges
}

/** So many successes are listed with a burst. */
const LISTED = 20

/**
 * The bursts among the rows of a view, whose row numbers are `ids` in order. The failures are read in order of address
 * and time from the index `sign_in_address`; records are not touched.
 */
export function findBursts(db: ReadableCase, ids: Uint32Array, rule: BurstRule): Burst[] {
  const places = placesOf(ids)
  const runs = runsOfFailures(failuresIn(db, places), rule)
  const successes = db.prepare(
    `select id, event_time as eventTime from sign_in
     where source_ip = ? and event_time between ? and ? and outcome = 'success' order by event_time, id`,
  )
  return runs.map((run) => {
    const end = run.lastTime + rule.gapMinutes * 60
    const all = successes.all(run.sourceIp, run.firstTime, end) as { id: number; eventTime: number }[]
    const listed = all.slice(0, LISTED).map(
      ({ id, eventTime }): BurstSuccess => ({
        id,
        eventTime,
        when: eventTime <= run.lastTime ? 'within' : 'after',
        index: placeOf(places, id),
      }),
    )
    return { ...run, successCount: all.length, successes: listed }
  })
}

/** Index in the view by row number, plus one; 0 for rows that are not in it. */
function placesOf(ids: Uint32Array): Int32Array {
  let largest = 0
  for (const id of ids) if (id > largest) largest = id
  const places = new Int32Array(largest + 1)
  for (let index = 0; index < ids.length; index += 1) places[ids[index] ?? 0] = index + 1
  return places
}

function placeOf(places: Int32Array, id: number): number | null {
  const place = places[id] ?? 0
  return place === 0 ? null : place - 1
}

type FailureRow = [string, number, number, string, string | null]

function* failuresIn(db: ReadableCase, places: Int32Array): Generator<Failure> {
  const rows = db
    .prepare(
      `select source_ip, event_time, id, principal_kind, principal_name from sign_in indexed by sign_in_address
       where source_ip is not null and event_time is not null and outcome = 'failure'
       order by source_ip, event_time`,
    )
    .raw()
    .iterate() as IterableIterator<FailureRow>
  let address = ''
  let isAddress = false
  for (const [sourceIp, eventTime, id, kind, name] of rows) {
    if (sourceIp !== address) {
      address = sourceIp
      isAddress = readIp(sourceIp) !== null
    }
    const index = isAddress ? placeOf(places, id) : null
    if (index !== null) yield { sourceIp, eventTime, index, name, hidden: kind === 'hidden' }
  }
}
