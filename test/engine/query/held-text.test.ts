import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WritableCase } from '../../../electron/engine/case/rights.ts'
import { heldText } from '../../../electron/engine/query/store/held-text.ts'
import { rowStoreOf } from '../../../electron/engine/query/store/row-store.ts'
import { rowsOf } from '../../../electron/engine/query/store/rows.ts'
import { idsOf, select } from '../../../electron/engine/query/store/selection.ts'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { rowsWithText, SEARCHED } from '../../../electron/engine/query/store/text-scan.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { freshCase } from '../open-case.ts'
import { insertRows } from './made-rows.ts'

/** What SQLite itself finds: any of its letters of ASCII alike, stars between the texts. */
function plain(db: WritableCase, texts: readonly string[]): number[] {
  const like = `%${texts.map((text) => text.replaceAll(/[\\%_]/g, '\\$&')).join('%')}%`
  return db
    .prepare(`select id from sign_in where cast(raw as text) like ? escape '\\' order by event_time, id`)
    .pluck()
    .all(like) as number[]
}

function asked(db: WritableCase, typed: readonly string[]): number[] {
  const store = rowStoreOf(db)
  atOnce(store.need(SEARCHED))
  const pattern = { typed, pieces: typed.map((piece) => piece.toLowerCase()) }
  const rows = atOnce(rowsWithText(store, pattern, rowsOf(store.size, true)))
  return [...store.ids.subarray(0, store.size)].filter((_, row) => rows[row] === 1)
}

function held(db: WritableCase) {
  atOnce(rowStoreOf(db).need([]))
  const texts = heldText(rowStoreOf(db))
  atOnce(texts.fill())
  return texts
}

/** The rows of the memory alone: those that are certain, and those that must be among the answer at least. */
function found(db: WritableCase, texts: readonly string[]) {
  const store = rowStoreOf(db)
  const answer = heldText(store).find(texts)
  if (answer === null) throw new Error('not all rows are held')
  const list = (rows: Uint8Array) =>
    [...store.ids.subarray(0, store.size)].filter((_, row) => rows[row] === 1)
  return { certain: list(answer.certain), possible: list(answer.possible) }
}

const part = fc.oneof(
  fc.constantFrom(
    'ConsoleLogin',
    'alice',
    '日本語',
    '\\u00e9',
    'é',
    'É',
    '\\"',
    '2024-09-14T10:00:00Z',
    '2024-09-14',
    'T10:00',
    'https://console.aws.amazon.com/home?state=',
    '&',
    '_',
    '//',
    'xxxxxxxx',
    'XxXxX',
    '1111',
    ',',
    '{',
    '":"',
    '","',
    '{"',
  ),
  fc.string({ maxLength: 4 }),
)
const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
const member = fc.tuple(fc.constantFrom('eventName', 'userName', 'loginTo', 'eventTime', 'é'), text)
const record = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(member, { maxLength: 8 })
      .map((members) => `{${members.map(([name, value]) => `"${name}":"${value}"`).join(',')}}`),
  },
  text,
)
const cutOut = fc.record({
  record: fc.nat(),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(24),
  upper: fc.boolean(),
})

describe('the texts of the records in memory', () => {
  it('have each text exactly where SQLite finds it in the record', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 30 }),
        fc.array(fc.oneof(cutOut, text), { minLength: 1, maxLength: 8 }),
        fc.array(text, { minLength: 2, maxLength: 2 }),
        (records, wanted, several) => {
          const { db } = freshCase()
          insertRows(
            db,
            records.map((raw, time) => ({ time, raw })),
          )
          held(db)
          const texts = wanted.map((one) => {
            if (typeof one === 'string') return one
            const of = [...(records[one.record % records.length] ?? '')]
            const from = Math.floor(one.from * of.length)
            const out = of.slice(from, from + one.length).join('')
            return one.upper ? out.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()) : out
          })
          for (const pieces of [...texts.map((one) => [one]), several]) {
            const right = plain(db, pieces)
            const { certain, possible } = found(db, pieces)
            expect(right).toEqual(expect.arrayContaining(certain))
            expect(possible).toEqual(expect.arrayContaining(right))
            if (pieces.some((piece) => piece.includes('\0'))) continue
            expect(asked(db, pieces)).toEqual(right)
          }
          db.close()
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)

  const uuid = (index: number) => `${(index * 2_654_435_761).toString(16).padStart(12, '0')}-5d2f-${index}`
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => from + at).map((index) => ({
      time: index,
      raw: `{"eventName":"${index % 3 === 0 ? 'ConsoleLogin' : 'CheckMfa'}","eventID":"${uuid(index)}","to":"https://a/?state=x_${index.toString(36)}&nc2=h"}`,
    }))

  it('also hold what is different in nearly every record, without looking into the file', () => {
    const { db } = freshCase()
    insertRows(db, many(20_000))
    held(db)
    for (const wanted of [
      uuid(19_999).slice(3),
      'CONSOLELOGIN',
      `X_${(18_123).toString(36)}`,
      '-5d2f-1999',
      'h"}',
      'f-19998","t',
      'state=x',
    ]) {
      const right = plain(db, [wanted])
      expect(right.length).toBeGreaterThan(0)
      const { certain, possible } = found(db, [wanted])
      expect(possible).toEqual(right)
      if (!/[_"]./.test(wanted)) expect(certain).toEqual(right)
    }
    expect(found(db, ['nowhere at all']).possible).toEqual([])
  }, 120_000)

  it('leave to SQLite what is not plain UTF-8, and rows that were changed since', () => {
    const { db } = freshCase()
    const ids = insertRows(db, many(8))
    const put = db.prepare('update sign_in set raw = ? where id = ?')
    put.run(Buffer.from([0x7b, 0xff, 0x61, 0x62, 0x7d]), ids[0])
    put.run(Buffer.from('zero\0ab'), ids[1])
    held(db)
    expect(found(db, ['nothing']).possible).toEqual([ids[0], ids[1]])
    put.run(Buffer.from('{"a":"nothing less"}'), ids[2])
    const ask = (query: string) => [...idsOf(atOnce(select(db, { ...emptyFilter, query })))]
    expect(ask('nothing')).toEqual([ids[2]])
    expect(ask('ab')).toEqual(plain(db, ['ab']))
  })

  it('take in rows that arrive, and begin anew when some are gone', () => {
    const { db } = freshCase()
    const ids = insertRows(db, many(20))
    held(db)
    insertRows(db, many(5, 100))
    atOnce(rowStoreOf(db).need([]))
    expect(heldText(rowStoreOf(db)).find(['login'])).toBeNull()
    held(db)
    expect(found(db, ['login']).certain).toEqual(plain(db, ['login']))
    db.prepare('delete from sign_in where id = ?').run(ids[0])
    atOnce(rowStoreOf(db).need([]))
    expect(heldText(rowStoreOf(db)).find(['login'])).toBeNull()
    held(db)
    expect(found(db, ['login']).certain).toEqual(plain(db, ['login']))
  })

  it('are wanted only after a search through all records of a large case', () => {
    const { db } = freshCase()
    insertRows(db, many(21_000))
    const texts = () => heldText(rowStoreOf(db))
    expect(atOnce(select(db, { ...emptyFilter, query: 'outcome:failure' })).count).toBe(0)
    expect(texts().isDue()).toBe(false)
    atOnce(select(db, { ...emptyFilter, query: 'nothing' }))
    expect(texts().isDue()).toBe(true)
    atOnce(texts().fill())
    expect(texts().isDue()).toBe(false)
  })
})
