import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { type Failure, findBursts, runsOfFailures } from '../../../electron/engine/timeline/bursts.ts'
import { createTimelineViews } from '../../../electron/engine/timeline/views.ts'
import { type Burst, type BurstRule, usualBurstRule } from '../../../shared/domain/burst.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { type BurstShows, type FoldedLine, foldLines } from '../../../shared/domain/folded-lines.ts'
import { archive } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

const RULE: BurstRule = { gapMinutes: 2, atLeast: 3 }
const failure = (eventTime: number, index: number, name: string | null = 'a', sourceIp = 'x'): Failure => ({
  sourceIp,
  eventTime,
  index,
  name,
  hidden: name === null,
})

describe('a run of failures', () => {
  it('goes on over a pause of two minutes and ends at a longer one', () => {
    const times = [0, 120, 240, 361, 400, 500]
    const runs = runsOfFailures(
      times.map((time, index) => failure(time, index)),
      RULE,
    )
    expect(runs.map(({ firstTime, lastTime, count }) => [firstTime, lastTime, count])).toEqual([
      [0, 240, 3],
      [361, 500, 3],
    ])
  })

  it('is a burst from the number of the rule on', () => {
    const two = [failure(0, 0), failure(1, 1)]
    expect(runsOfFailures(two, RULE)).toEqual([])
    expect(runsOfFailures([...two, failure(2, 2)], RULE)).toHaveLength(1)
  })

  it('never joins two addresses', () => {
    const both = ['x', 'y'].flatMap((ip, turn) =>
      [0, 1].map((time) => failure(time, turn * 2 + time, 'a', ip)),
    )
    expect(runsOfFailures(both, RULE)).toEqual([])
  })

  it('counts names and hidden tries apart', () => {
    const names = ['a', 'b', null, 'a', null]
    const [run] = runsOfFailures(
      names.map((name, index) => failure(index, index, name)),
      RULE,
    )
    expect(run).toMatchObject({ names: 2, hidden: 2, count: 5 })
  })

  it('draws a sparkline whose sum is the count', () => {
    const times = fc.array(fc.integer({ min: 0, max: 119 }), { minLength: 3, maxLength: 50 })
    fc.assert(
      fc.property(times, (list) => {
        const sorted = list.toSorted((a, b) => a - b)
        const [run] = runsOfFailures(
          sorted.map((time, index) => failure(time, index)),
          RULE,
        )
        expect(run!.spark).toHaveLength(20)
        expect(run!.spark.reduce((sum, bar) => sum + bar, 0)).toBe(list.length)
        expect(run!.spark[0]).toBeGreaterThan(0)
      }),
    )
  })
})

describe('bursts of a view', () => {
  async function caseOf(lines: readonly string[]) {
    const folder = freshFolder()
    archive(join(folder, 'a'), trail(...lines))
    const made = freshCase(folder)
    await importInto(made, [join(folder, 'a')])
    const views = createTimelineViews(made.db)
    return { ...made, views }
  }
  const ATTACK = [
    '10:00:00 alice ConsoleLogin failed from 198.51.100.23',
    '10:00:30 hidden ConsoleLogin failed from 198.51.100.23',
    '10:00:40 carol ConsoleLogin ok from 203.0.113.7',
    '10:01:00 bob ConsoleLogin failed from 198.51.100.23',
    '10:01:30 alice ConsoleLogin ok from 198.51.100.23',
    '10:02:00 bob ConsoleLogin failed from 198.51.100.23',
    '10:02:30 bob ConsoleLogin failed from 198.51.100.23',
    '10:03:00 bob ConsoleLogin ok from 198.51.100.23',
    '10:30:00 bob ConsoleLogin ok from 198.51.100.23',
  ]

  it('hold a success inside and list it apart', async () => {
    const { db, views } = await caseOf(ATTACK)
    const { view } = views.open(emptyFilter, null)
    const bursts = atOnce(findBursts(db, views.ids(view), usualBurstRule))
    expect(bursts).toMatchObject([
      { lead: 0, count: 5, names: 2, hidden: 1, ranges: [0, 2, 3, 1, 5, 2], successCount: 2 },
    ])
    expect(bursts[0]!.shared).toMatchObject({ mfa: 'not-used', region: 'us-east-1' })
    expect(bursts[0]!.successes.map(({ when, index }) => [when, index])).toEqual([
      ['within', 4],
      ['after', 7],
    ])
  })

  it('follow the filter: rows that it hides are no part of them, successes are told all the same', async () => {
    const { db, views } = await caseOf(ATTACK)
    const { view } = views.open({ ...emptyFilter, outcomes: ['failure'] }, null)
    const [burst] = atOnce(findBursts(db, views.ids(view), usualBurstRule))
    expect(burst).toMatchObject({ ranges: [0, 5], successCount: 2 })
    expect(burst!.successes.map(({ index }) => index)).toEqual([null, null])
    const bob = views.open({ ...emptyFilter, principals: ['iam-user:bob'] }, null)
    expect(atOnce(findBursts(db, views.ids(bob.view), usualBurstRule))).toEqual([])
  })

  it('say what all their failures state alike, and nothing where they differ', async () => {
    const lines = ['us-east-1', 'us-east-1', 'eu-west-1', 'us-east-1', 'us-east-1'].map(
      (region, n) => `10:00:0${n} alice ConsoleLogin failed from 198.51.100.23 at ${region}`,
    )
    const { db, views } = await caseOf(lines)
    const [burst] = atOnce(findBursts(db, views.ids(views.open(emptyFilter, null).view), usualBurstRule))
    expect(burst!.shared).toMatchObject({ mfa: 'not-used', region: null })
  })

  it('leave out AWS Internal, which is many callers', async () => {
    const { db, views } = await caseOf(
      Array.from({ length: 6 }, (_, n) => `10:00:0${n} alice ConsoleLogin failed from signin.amazonaws.com`),
    )
    expect(atOnce(findBursts(db, views.ids(views.open(emptyFilter, null).view), usualBurstRule))).toEqual([])
  })
})

describe('folded lines', () => {
  const burst = (indexes: readonly number[]): Burst => ({
    sourceIp: 'x',
    lead: indexes[0]!,
    count: indexes.length,
    firstTime: 0,
    lastTime: 0,
    names: 0,
    hidden: 0,
    spark: [],
    shared: { mfa: null, region: null, browser: null, system: null },
    ranges: indexes.flatMap((index, at) =>
      at > 0 && indexes[at - 1] === index - 1 ? [] : rangeAt(indexes, at),
    ),
    successCount: 0,
    successes: [],
  })
  function rangeAt(indexes: readonly number[], at: number): [number, number] {
    let length = 1
    while (indexes[at + length] === indexes[at]! + length) length += 1
    return [indexes[at]!, length]
  }

  /** The slow and obvious list. */
  function slowly(rows: number, members: readonly number[][], shows: ReadonlyMap<number, BurstShows>) {
    const lines: { line: FoldedLine; rows: number[] }[] = []
    for (let index = 0; index < rows; index += 1) {
      const at = members.findIndex((list) => list.includes(index))
      const list = members[at]
      if (list === undefined) {
        lines.push({ line: { kind: 'row', index, burst: null }, rows: [index] })
        continue
      }
      const state = shows.get(at) ?? 'line'
      const left = state === 'ends' && list.length > 4 ? list.slice(2, -1) : state === 'line' ? list : []
      if (list[0] === index) {
        lines.push({
          line: { kind: 'burst', index, burst: at, shows: state },
          rows: state === 'line' ? list : [],
        })
      }
      if (state === 'ends' && left[0] === index) {
        lines.push({ line: { kind: 'more', index, burst: at, left: left.length }, rows: left })
      }
      if (!left.includes(index)) lines.push({ line: { kind: 'row', index, burst: at }, rows: [index] })
    }
    return lines
  }

  it('are those of a walk over all rows, whatever is open', () => {
    const owners = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 40 })
    const states = fc.array(fc.constantFrom<BurstShows>('line', 'ends', 'all'), {
      minLength: 4,
      maxLength: 4,
    })
    fc.assert(
      fc.property(owners, states, fc.nat(), fc.nat(), (owner, state, one, other) => {
        const members = [0, 1, 2, 3]
          .map((of) => owner.flatMap((each, index) => (each === of ? [index] : [])))
          .filter((list) => list.length > 0)
        const bursts = members.map(burst)
        const shows = new Map(members.map((_, at) => [at, state[at]!]))
        const folded = foldLines(owner.length, bursts, shows)
        const expected = slowly(owner.length, members, shows)
        expect(folded.count).toBe(expected.length)
        expect(expected.map((_, line) => folded.lineAt(line))).toEqual(expected.map(({ line }) => line))
        for (const [at, { line, rows }] of expected.entries()) {
          for (const index of rows) expect(folded.lineOf(index)).toBe(at)
          if (line.kind === 'burst') expect(folded.lineOfBurst(line.burst)).toBe(at)
        }
        members.forEach((list, of) => {
          for (const index of list) expect(folded.burstOf(index)).toBe(of)
        })
        const [first, last] = [one % expected.length, other % expected.length].sort((a, b) => a - b)
        const standFor = folded
          .rowsOf(first!, last!)
          .flatMap(([start, end]) => Array.from({ length: end - start }, (_, step) => start + step))
        const wanted = expected.slice(first, last! + 1).flatMap(({ rows }) => rows)
        expect(standFor.toSorted((a, b) => a - b)).toEqual(wanted.toSorted((a, b) => a - b))
      }),
    )
  })
})
