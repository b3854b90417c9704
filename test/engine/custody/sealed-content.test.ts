import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashBlock } from '../../../electron/engine/custody/sealed-content.ts'
import { sealedTables } from '../../../electron/engine/custody/sealed-tables.ts'
import { freshCase } from '../open-case.ts'

/** A case whose records all come from one file. */
function oneFile(records: number) {
  const { db } = freshCase()
  db.pragma('foreign_keys = off')
  db.exec(`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${records})
    insert into sighting (source_id, record_number, sign_in_id, byte_start, byte_end, encoding)
    select 1, i, i, 0, 1, 'utf-8' from n`)
  return { db, table: sealedTables(db).find(({ name }) => name === 'sighting')! }
}

function hashed({ db, table }: ReturnType<typeof oneFile>) {
  const before = process.cpuUsage()
  const work = hashBlock(db, table, 0)
  let turns = 0
  let step = work.next()
  for (; step.done !== true; step = work.next()) turns += 1
  const { user, system } = process.cpuUsage(before)
  return { turns, block: step.value, cpu: user + system }
}

it('hashes the many records of one file in turns, each row once', () => {
  const few = oneFile(25_000)
  const many = oneFile(200_000)
  const lines = Array.from(
    { length: 25_000 },
    (_, at) => `[1,${at + 1},${at + 1},0,1,"utf-8",null,null]\n`,
  ).join('')
  const one = hashed(few)
  expect(one.block).toEqual({
    block: 0,
    rows: 25_000,
    sha256: createHash('sha256').update(lines).digest('hex'),
  })
  expect(one.turns).toBeGreaterThan(90)
  // Eight times the rows; it was thirty times the work when each piece counted off the rows before it.
  const two = hashed(many)
  expect(two.block.rows).toBe(200_000)
  expect(two.cpu).toBeLessThan(20 * Math.max(one.cpu, 20_000))
}, 60_000)
