import { describe, expect, it } from 'vitest'
import { openCase } from '../../../electron/engine/case/open.ts'
import { heldText } from '../../../electron/engine/query/store/held-text.ts'
import { rowStoreOf } from '../../../electron/engine/query/store/row-store.ts'
import { rowsOf } from '../../../electron/engine/query/store/rows.ts'
import { idsOf, select } from '../../../electron/engine/query/store/selection.ts'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { createTextColumns } from '../../../electron/engine/query/store/text-columns.ts'
import { rowsWithText, SEARCHED } from '../../../electron/engine/query/store/text-scan.ts'
import { folded } from '../../../electron/engine/query/text-pattern.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { freshCase } from '../open-case.ts'
import { insertRows } from './made-rows.ts'

const uuid = (index: number) => `${(index * 2_654_435_761).toString(16).padStart(12, '0')}-5d2f`

describe('the texts in memory, where the answer could be lost', () => {
  it('a piece that comes again after its column is held as it is', () => {
    const { db } = freshCase()
    // The last record of a block and the first of the next have the same ID, as records in conflict do.
    insertRows(
      db,
      Array.from({ length: 20_000 }, (_, time) => ({
        time,
        raw: `{"eventID":"${uuid(time === 16_384 ? 16_383 : time)}","n":"${time % 7}"}`,
      })),
    )
    atOnce(rowStoreOf(db).need([]))
    const texts = heldText(rowStoreOf(db))
    atOnce(texts.fill())
    for (const index of [16_383, 16_385, 17_000, 19_999]) {
      const ids = [...idsOf(atOnce(select(db, { ...emptyFilter, query: `"${uuid(index)}"` })))]
      expect(ids).toEqual(
        db
          .prepare('select id from sign_in where instr(raw, cast(? as blob)) order by id')
          .pluck()
          .all(uuid(index)),
      )
    }
  }, 60_000)

  it('nothing is held for whole until its last block is', () => {
    const { db } = freshCase()
    insertRows(
      db,
      Array.from({ length: 1200 }, (_, time) => ({ time, raw: `{"n":"${time}"}` })),
    )
    atOnce(rowStoreOf(db).need([]))
    const texts = heldText(rowStoreOf(db))
    for (const _ of texts.fill()) {
      const answer = texts.find(['"1199"'])
      if (answer !== null) expect(answer.possible.indexOf(1)).toBe(1199)
    }
    expect(texts.find(['"1199"'])?.certain.indexOf(1)).toBe(1199)
  })
})

describe('the room of the texts in memory', () => {
  it('has an end when long records have little in common; the rest stays in the file', () => {
    const columns = createTextColumns()
    const text = Buffer.alloc(16_384, 'x ')
    let whole = 0
    for (let index = 0; index < 6000; index += 1) {
      text.write(`{"n":"${index}"`)
      if (columns.add(Buffer.from(text))) whole += 1
    }
    columns.finish()
    expect(whole).toBeGreaterThan(100)
    expect(whole).toBeLessThan(6000)
    expect(columns.entries.size()).toBeLessThan(12_000_000)
  })
})

describe('rows that another process writes', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, time) => ({
      time,
      ip: `192.0.2.${time % 3}`,
      raw: `{"n":"${time}","in":"one"}`,
    }))
  const query = (text: string) => ({ ...emptyFilter, query: text })

  it('leave an answer whole that is being worked out when somebody else asks', () => {
    const test = freshCase()
    insertRows(test.db, rows(45_000))
    const other = openCase(test.path, test.actor)
    const store = rowStoreOf(test.db)
    atOnce(store.need([...SEARCHED, 'ip']))
    const first = select(test.db, query('"one" AND "in" AND ip:192.0.2.1'))
    first.next()
    other.prepare(`update sign_in set region = 'us-east-1' where id = 5`).run()
    const second = select(test.db, query('event:none'))
    second.next()
    const answer = atOnce(first)
    expect(answer.count).toBe(15_000)
    expect(idsOf(answer).length).toBe(15_000)
    expect(atOnce(second).count).toBe(0)
    other.close()
  }, 60_000)

  it('do not keep a question waiting for ever', () => {
    const test = freshCase()
    insertRows(test.db, rows(21_000))
    const other = openCase(test.path, test.actor)
    const write = other.prepare('update sign_in set region = ? where id = 5')
    const steps = select(test.db, query('ip:192.0.2.1'))
    for (let turn = 0; ; turn += 1) {
      expect(turn).toBeLessThan(100)
      write.run(`region ${turn}`)
      const step = steps.next()
      if (step.done !== true) continue
      expect(step.value.count).toBe(7000)
      break
    }
    other.close()
  }, 60_000)
})

describe('a text that is typed on', () => {
  it('is looked for among what the shorter one found only when that has all of it', () => {
    const test = freshCase()
    insertRows(
      test.db,
      Array.from({ length: 30 }, (_, time) => ({
        time,
        name: time === 7 ? 'Σοφία ΑΣΑ' : 'x',
        raw: time === 9 ? '{"n":"\u{1f600}"}' : '{}',
      })),
    )
    const count = (text: string) => {
      const store = rowStoreOf(test.db)
      atOnce(store.need(SEARCHED))
      const pattern = { typed: [text], pieces: [folded(text)] }
      const rows = atOnce(rowsWithText(store, pattern, rowsOf(store.size, true)))
      return rows.reduce((sum, one) => sum + one, 0)
    }
    expect(count('ΑΣ')).toBe(1)
    expect(count('ΑΣΑ')).toBe(1)
    expect(count('\ud83d')).toBe(0)
    expect(count('\u{1f600}')).toBe(1)
  })
})
