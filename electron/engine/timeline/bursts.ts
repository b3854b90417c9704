import { type Burst, type BurstRule, type BurstSuccess, SPARK_STEPS } from '../../../shared/domain/burst.ts'
import { readIp } from '../../../shared/domain/ip-address.ts'
import { MfaState } from '../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../case/rights.ts'
import { type RowStore, rowStoreOf } from '../query/store/row-store.ts'
import type { Steps } from '../query/store/steps.ts'

/** A failure of the view. */
export interface Failure {
  readonly sourceIp: string
  readonly eventTime: number
  readonly index: number
  /** The name as stated; null when hidden or not stated. */
  readonly name: string | null
  readonly hidden: boolean
}

/** A burst before its rows and the successes beside it are looked at. */
export type FailureRun = Omit<Burst, 'shared' | 'successes' | 'successCount'>

/**
 * Groups failures, which come in order of time, into bursts by the rule of `BurstRule`. Failures of other addresses
 * and successes in between break nothing: a run of failures with one success in it is exactly what must not be torn
 * apart. Answers bursts in order of their first rows.
 */
export function runsOfFailures(failures: Iterable<Failure>, rule: BurstRule): FailureRun[] {
  const gap = rule.gapMinutes * 60
  const found: FailureRun[] = []
  const open = new Map<string, Failure[]>()
  const close = (run: readonly Failure[]) => {
    const [first] = run
    if (first !== undefined && run.length >= rule.atLeast) found.push(burstOf(first, run))
  }
  for (const failure of failures) {
    const run = open.get(failure.sourceIp)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && failure.eventTime - last.eventTime <= gap)
      run.push(failure)
    else {
      if (run !== undefined) close(run)
      open.set(failure.sourceIp, [failure])
    }
  }
  for (const run of open.values()) close(run)
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
/** Rows that are looked at between two turns. */
const PART = 200_000

/**
 * The bursts among the rows of a view, whose row numbers are `ids` in the order of the timeline. Rows without a
 * readable time are in none. Looks at columns in memory, never at records.
 */
export function* findBursts(db: ReadableCase, ids: Uint32Array, rule: BurstRule): Steps<Burst[]> {
  const store = rowStoreOf(db)
  for (;;) {
    yield* store.need(['ip', 'outcome', 'kind', 'name', ...SHARED])
    const { generation } = store
    const runs = runsOfFailures(failuresOf(store, ids), rule)
    yield
    if (runs.length === 0) return []
    const bursts = yield* withSuccesses(store, ids, runs, rule)
    // Rows that arrived in a turn of others have moved the rest.
    if (generation === store.generation) return bursts
  }
}

function* failuresOf(store: RowStore, ids: Uint32Array): Generator<Failure> {
  const [ip, outcome, kind, name] = (['ip', 'outcome', 'kind', 'name'] as const).map((at) => store.column(at))
  if (ip === undefined || outcome === undefined || kind === undefined || name === undefined) return
  const failed = outcome.codeOf('failure')
  const hidden = kind.codeOf('hidden')
  // Each address is read once, whatever the number of its rows.
  const isAddress = Uint8Array.from(ip.values, (text) => (text !== null && readIp(text) !== null ? 1 : 0))
  for (let index = 0; index < ids.length; index += 1) {
    const row = store.rowOf(ids[index] ?? 0)
    if (row === -1 || outcome.codes[row] !== failed) continue
    const code = ip.codes[row] ?? 0
    const eventTime = store.times[row] ?? Number.NaN
    if (isAddress[code] !== 1 || Number.isNaN(eventTime)) continue
    const isHidden = kind.codes[row] === hidden && hidden !== undefined
    yield {
      sourceIp: ip.values[code] ?? '',
      eventTime,
      index,
      name: isHidden ? null : (name.values[name.codes[row] ?? 0] ?? null),
      hidden: isHidden,
    }
  }
}

interface Beside {
  readonly run: FailureRun
  readonly end: number
  readonly listed: BurstSuccess[]
  count: number
}

/** One walk over all rows of the case in order of time finds the successes of every burst. */
function* withSuccesses(
  store: RowStore,
  ids: Uint32Array,
  runs: readonly FailureRun[],
  rule: BurstRule,
): Steps<Burst[]> {
  const ip = store.column('ip')
  const outcome = store.column('outcome')
  const succeeded = outcome.codeOf('success')
  const places = placesOf(ids)
  const gap = rule.gapMinutes * 60
  const beside = runs.map((run): Beside => ({ run, end: run.lastTime + gap, listed: [], count: 0 }))
  const byAddress = new Map<number, Beside[]>()
  for (const one of beside) {
    const code = ip.codeOf(one.run.sourceIp) ?? 0
    const list = byAddress.get(code)
    if (list === undefined) byAddress.set(code, [one])
    else list.push(one)
  }
  for (let row = 0; row < store.size; row += 1) {
    if (row % PART === PART - 1) yield
    if (outcome.codes[row] !== succeeded) continue
    const time = store.times[row] ?? Number.NaN
    for (const one of byAddress.get(ip.codes[row] ?? 0) ?? []) {
      if (!(time >= one.run.firstTime && time <= one.end)) continue
      one.count += 1
      if (one.listed.length >= LISTED) continue
      const id = store.ids[row] ?? 0
      const index = (places[id] ?? 0) - 1
      const when = time <= one.run.lastTime ? 'within' : 'after'
      one.listed.push({ id, eventTime: time, when, index: index === -1 ? null : index })
    }
  }
  return beside.map(({ run, listed, count }) => ({
    ...run,
    shared: sharedOf(store, ids, run),
    successCount: count,
    successes: listed,
  }))
}

const SHARED = ['mfa', 'region', 'browser', 'system'] as const

function sharedOf(store: RowStore, ids: Uint32Array, { ranges }: FailureRun): Burst['shared'] {
  const [mfa = null, region = null, browser = null, system = null] = SHARED.map((name) => {
    const { codes, values } = store.column(name)
    const codeAt = (index: number) => codes[store.rowOf(ids[index] ?? 0)] ?? 0
    const first = codeAt(ranges[0] ?? 0)
    for (let at = 0; at < ranges.length; at += 2) {
      const start = ranges[at] ?? 0
      for (let index = start; index < start + (ranges[at + 1] ?? 0); index += 1) {
        if (codeAt(index) !== first) return null
      }
    }
    return values[first] ?? null
  })
  return { mfa: MfaState.nullable().parse(mfa), region, browser, system }
}

/** Index in the view by row number, plus one; 0 for rows that are not in it. */
function placesOf(ids: Uint32Array): Uint32Array {
  let largest = 0
  for (const id of ids) if (id > largest) largest = id
  const places = new Uint32Array(largest + 1)
  for (let index = 0; index < ids.length; index += 1) places[ids[index] ?? 0] = index + 1
  return places
}
