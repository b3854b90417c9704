import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowStoreOf } from '../../../electron/engine/query/store/row-store.ts'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { SIGN_IN_ORDER } from '../../../electron/engine/timeline/views.ts'
import { freshCase } from '../open-case.ts'
import { insertRows, type MadeRow } from './made-rows.ts'

const row: fc.Arbitrary<MadeRow> = fc.record({
  // Few of them, so that many rows have the same time.
  time: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 12 }),
  id: fc.constantFrom('a', 'b', 'B', 'ä', null),
  name: fc.constantFrom('alice', 'bob', null),
  conflict: fc.boolean(),
})

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ arrive: fc.array(row, { maxLength: 8 }), later: fc.nat(40) }) },
  fc.record({ change: fc.nat(30), to: fc.nat(60) }),
  fc.record({ remove: fc.nat(30) }),
)

/** So many rows that a few more are moved in among them, and not all of them put in order. */
const MANY = 400

it.each([
  ['a few', 0, 60],
  ['many', MANY, 40],
])(
  'rows that arrive among %s, change and go stand in the order in which SQLite has them, with their values',
  (_, first, numRuns) => {
    const begin = Array.from({ length: first }, (_, n): MadeRow => {
      const time = n % 97 === 7 ? null : (n * 7) % 41
      return {
        time,
        id: 'abBä'[n % 5] ?? null,
        name: ['alice', 'bob', null][n % 3] ?? null,
        conflict: n % 2 === 0,
      }
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const { db } = freshCase()
        try {
          insertRows(db, begin)
          const store = rowStoreOf(db)
          atOnce(store.need(['name']))
          for (const one of steps) {
            const ids = db.prepare('select id from sign_in order by id').pluck().all() as number[]
            if ('arrive' in one) {
              const moved = one.arrive.map((made) => ({
                ...made,
                time: made.time && made.time + one.later,
              }))
              insertRows(db, moved)
            } else if ('change' in one) {
              db.prepare('update sign_in set event_time = ? where id = ?').run(one.to, ids[one.change] ?? 0)
            } else db.prepare('delete from sign_in where id = ?').run(ids[one.remove] ?? 0)
            atOnce(store.need(['name']))

            const wanted = db
              .prepare(`select id, event_time as time, conflict, principal_name as name from sign_in
              order by ${SIGN_IN_ORDER}`)
              .all() as { id: number; time: number | null }[]
            const { codes, values, counts } = store.column('name')
            const found = Array.from(store.ids.subarray(0, store.size), (id, place) => {
              const time = store.times[place] ?? 0
              const name = values[codes[place] ?? 0]
              return { id, time: Number.isNaN(time) ? null : time, conflict: store.conflicts[place], name }
            })
            expect(found).toEqual(wanted)
            expect(wanted.map(({ id }) => store.rowOf(id))).toEqual([...wanted.keys()])
            const rowsWith = (name: string | null) => found.filter((one) => one.name === name).length
            expect([...counts.subarray(0, values.length)]).toEqual(values.map(rowsWith))
            expect(store.dated).toBe(wanted.filter(({ time }) => time !== null).length)
          }
        } finally {
          db.close()
        }
      }),
      { numRuns },
    )
  },
)
