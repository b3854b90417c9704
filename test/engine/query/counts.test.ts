import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { facetCounts, facetValues } from '../../../electron/engine/query/facet-counts.ts'
import { histogramOf } from '../../../electron/engine/query/histogram.ts'
import { idsOf, select } from '../../../electron/engine/query/store/selection.ts'
import { atOnce, inTurns } from '../../../electron/engine/query/store/steps.ts'
import { emptyFilter, NOT_STATED, type SignInFilter } from '../../../shared/domain/filter.ts'
import { freshCase } from '../open-case.ts'
import { insertRows } from './made-rows.ts'

const at = (iso: string) => Date.parse(iso) / 1000
const filter = (of: Partial<SignInFilter>): SignInFilter => ({ ...emptyFilter, ...of })

describe('facets', () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    time: index,
    ip: `10.0.0.${index % 7}`,
    region: index % 3 === 0 ? null : 'us-east-1',
    outcome: index % 2 === 0 ? 'success' : 'failure',
  }))

  it('give the most frequent values, how many more there are, and the chosen ones in any case', () => {
    const { db } = freshCase()
    insertRows(db, rows)
    const chosen = [
      { facet: 'ip' as const, key: '10.0.0.6', not: false },
      { facet: 'ip' as const, key: '192.0.2.1', not: true },
    ]
    const [ip] = atOnce(facetCounts(db, filter({ chosen }), ['ip'], 2))
    expect(ip?.values.map(({ key, count }) => [key, count])).toEqual([
      ['10.0.0.0', 5],
      ['10.0.0.1', 5],
      ['10.0.0.6', 4],
      ['192.0.2.1', 0],
    ])
    expect(ip?.more).toBe(4)
  })

  it('know of an address what was found out last, by whichever connection', () => {
    const { db, path } = freshCase()
    const countries = () => {
      const [country] = atOnce(facetCounts(db, filter({}), ['country'], 9))
      return country?.values.map(({ key, count }) => [key, count])
    }
    const learn = (by: { exec(sql: string): unknown }, ip: string, country: string) =>
      by.exec(`insert into address values ('${ip}', 'public', '${country}', null, null, '')`)
    insertRows(db, rows)
    expect(countries()).toEqual([[NOT_STATED, 30]])
    learn(db, '10.0.0.1', 'JP')
    expect(countries()).toEqual([
      [NOT_STATED, 25],
      ['JP', 5],
    ])
    insertRows(db, [
      { time: 99, ip: '10.0.0.1' },
      { time: 98, ip: '192.0.2.9' },
    ])
    expect(countries()).toEqual([
      [NOT_STATED, 26],
      ['JP', 6],
    ])
    const other = new Database(path)
    learn(other, '192.0.2.9', 'JP')
    other.close()
    expect(countries()).toEqual([
      [NOT_STATED, 25],
      ['JP', 7],
    ])
    db.exec(`update address set country = 'US' where source_ip = '192.0.2.9'`)
    expect(countries()).toEqual([
      [NOT_STATED, 25],
      ['JP', 6],
      ['US', 1],
    ])
    db.exec(`delete from address`)
    expect(countries()).toEqual([[NOT_STATED, 32]])
  })

  it('are of the same rows, however many come while they are counted', () => {
    const { db } = freshCase()
    insertRows(db, rows)
    const work = facetCounts(db, filter({}), ['outcome', 'region', 'ip'], 99)
    let step = work.next()
    while (step.done !== true) {
      insertRows(db, rows)
      step = work.next()
    }
    const sums = step.value.map(({ values }) => values.reduce((sum, { count }) => sum + count, 0))
    expect(new Set(sums).size).toBe(1)
  })

  it('are of the same rows, also when others load new ones between two of them', () => {
    const { db } = freshCase()
    insertRows(db, [{ time: 1, name: 'alice', outcome: 'failure' }])
    const counting = facetCounts(db, emptyFilter, ['outcome', 'user', 'mfa'], 5)
    let step = counting.next()
    for (let row = 2; step.done !== true; row += 1) {
      insertRows(db, [{ time: row, name: 'bob' }])
      atOnce(select(db, emptyFilter))
      step = counting.next()
    }
    const sums = step.value.map(({ values }) => values.reduce((sum, { count }) => sum + count, 0))
    expect(new Set(sums).size).toBe(1)
    expect(sums[0]).toBeGreaterThan(1)
  })

  it('are in order by count, then by key, however many have the same count', () => {
    const { db } = freshCase()
    const ips = Array.from({ length: 400 }, (_, index) => `10.0.${(index * 7) % 20}.${(index * 13) % 20}`)
    insertRows(
      db,
      [...ips, '10.0.3.3', '10.0.9.9', '10.0.9.9', null].map((ip, time) => ({ time, ip })),
    )
    const all = atOnce(facetValues(db, emptyFilter, 'ip', '', 0, 1000)).values
    const sorted = all.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    expect(all).toEqual(sorted)
    for (const top of [1, 2, 3, 20, 399, 1000]) {
      const [ip] = atOnce(facetCounts(db, emptyFilter, ['ip'], top))
      expect(ip).toEqual({
        facet: 'ip',
        values: sorted.slice(0, top),
        more: Math.max(0, sorted.length - top),
      })
    }
  })

  it('obey the query but for what it says of the same field', () => {
    const { db } = freshCase()
    insertRows(db, rows)
    const counts = atOnce(
      facetCounts(db, filter({ query: 'outcome:failure -has:region' }), ['outcome', 'region'], 9),
    )
    expect(counts.map(({ values }) => values.map(({ key, count }) => [key, count]))).toEqual([
      [
        ['failure', 5],
        ['success', 5],
      ],
      [[NOT_STATED, 5]],
    ])
  })

  it('can be searched, page by page', () => {
    const { db } = freshCase()
    insertRows(db, rows)
    const page = (offset: number) => atOnce(facetValues(db, emptyFilter, 'ip', '0.0.', offset, 5))
    expect([page(0).values.length, page(0).more, page(5).values.length, page(5).more]).toEqual([5, 2, 2, 0])
    expect(atOnce(facetValues(db, emptyFilter, 'ip', 'US', 0, 5)).values).toEqual([])
  })

  it('follow what people add, without being told', () => {
    const { db } = freshCase()
    const [id] = insertRows(db, rows)
    const tagged = () => idsOf(atOnce(select(db, filter({ query: 'tag:odd or has:note' })))).length
    expect(tagged()).toBe(0)
    db.exec(`insert into tag (id, name, color) values (1, 'odd', 'red')`)
    db.prepare(`insert into sign_in_tag values (?, 1, '', 0)`).run(id)
    expect(tagged()).toBe(1)
    db.exec('delete from sign_in_tag')
    expect(tagged()).toBe(0)
  })

  it('are answered in turns while rows arrive, and a caller that cannot wait gets the whole', async () => {
    const { db } = freshCase()
    const many = Array.from({ length: 25_000 }, (_, index) => ({ time: index, ip: `10.0.${index % 200}.1` }))
    insertRows(db, many)
    const slow = inTurns(facetCounts(db, emptyFilter, ['ip', 'user'], 1))
    await new Promise((resolve) => setImmediate(resolve))
    insertRows(db, [{ time: -5, ip: '10.0.0.1' }])
    expect(atOnce(facetCounts(db, emptyFilter, ['ip'], 1))[0]?.values[0]).toMatchObject({ count: 126 })
    expect([125, 126]).toContain((await slow)[0]?.values[0]?.count)
    expect(atOnce(select(db, emptyFilter)).store.times[0]).toBe(-5)
  })
})

describe('the histogram', () => {
  const bars = (
    times: readonly (string | null)[],
    zone: string,
    most: number,
    of: Partial<SignInFilter> = {},
  ) => {
    const { db } = freshCase()
    insertRows(
      db,
      times.map((time, index) => ({
        time: time === null ? null : at(time),
        outcome: ['success', 'failure', 'not-stated'][index % 3] ?? '',
      })),
    )
    return atOnce(histogramOf(db, { filter: filter(of), zone, bars: most, from: null, to: null }))
  }

  it('takes the finest width of the list that fits, and begins days at midnight of the zone', () => {
    const { width, bars: found } = bars(['2024-09-14T16:00:00Z', '2024-09-20T10:00:00Z'], 'Asia/Tokyo', 10)
    expect(width).toBe('1d')
    expect(found[0]?.start).toBe(at('2024-09-14T15:00:00Z'))
    expect(found.at(-1)?.end).toBe(at('2024-09-20T15:00:00Z'))
    expect(bars(['2024-09-14T16:00:00Z', '2024-09-14T16:10:00Z'], 'UTC', 30).width).toBe('1m')
    expect(bars(['2024-09-14T16:00:00Z', '2024-09-14T17:10:00Z'], 'UTC', 30).width).toBe('5m')
    expect(bars(['2014-01-01T00:00:00Z', '2024-01-01T00:00:00Z'], 'UTC', 30).width).toBe('1y')
  })

  it('has a bar of 23 and one of 25 hours where the clock is moved, without a gap', () => {
    const spring = bars(['2024-03-30T12:00:00Z', '2024-04-01T12:00:00Z'], 'Europe/Berlin', 5).bars
    expect(spring.map(({ start, end }) => (end - start) / 3600)).toEqual([24, 23, 24])
    const autumn = bars(['2024-10-26T12:00:00Z', '2024-10-28T12:00:00Z'], 'Europe/Berlin', 5).bars
    expect(autumn.map(({ start, end }) => (end - start) / 3600)).toEqual([24, 25, 24])
    for (const list of [spring, autumn]) {
      list.slice(1).forEach((bar, index) => {
        expect(bar.start).toBe(list[index]?.end)
      })
    }
  })

  it('stacks outcomes above the whole case, and counts rows without a time apart', () => {
    const times = ['2024-09-14T10:00:00Z', '2024-09-14T10:00:10Z', '2024-09-14T10:00:20Z', null, null]
    const { bars: found, withoutTime } = bars(times, 'UTC', 10, { query: '-outcome:failure' })
    expect(found).toEqual([
      {
        start: at('2024-09-14T10:00:00Z'),
        end: at('2024-09-14T10:01:00Z'),
        success: 1,
        failure: 0,
        notStated: 1,
        total: 3,
      },
    ])
    expect(withoutTime).toEqual({ matched: 1, total: 2 })
  })

  it('is empty for a case without readable times', () => {
    expect(bars([null], 'UTC', 10)).toEqual({ width: '1m', bars: [], withoutTime: { matched: 1, total: 1 } })
  })
})

describe('free text', () => {
  it('finds the same when it is typed letter by letter as at once, whatever the letter case', () => {
    const { db } = freshCase()
    const texts = ['needle in hay', 'NEEDLES', 'need', 'É needle', 'é', 'nothing']
    insertRows(
      db,
      texts.map((text, index) => ({ time: index, raw: JSON.stringify({ text }) })),
    )
    const found = (query: string) => [...idsOf(atOnce(select(db, filter({ query }))))]
    const typed = ['n', 'ne', 'Nee', 'need', 'needl', 'needle', '"needle in"'].map(found)
    expect(typed).toEqual([
      [1, 2, 3, 4, 6],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 2, 4],
      [1, 2, 4],
      [1],
    ])
    // Not alike for SQLite: only letters of ASCII are.
    expect([found('é'), found('É'), found('é*x'), found('n*d*y')]).toEqual([[5], [4], [], [1]])
  })
})
