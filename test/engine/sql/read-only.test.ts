import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openForQueries } from '../../../electron/engine/sql/connection.ts'
import { ask, caseOf, refusal } from './asked.ts'

const contentOf = (path: string) =>
  ['', '-wal'].map((end) =>
    existsSync(path + end)
      ? createHash('sha256')
          .update(readFileSync(path + end))
          .digest('hex')
      : '',
  )

/** Everything that somebody might type to change something, or to reach beyond the case. `FILE` lies beside the case. */
const TRIES = [
  'insert into note (sign_in_id) values (1)',
  "update sign_in set outcome = 'success'",
  'delete from sign_in',
  'replace into tag (name, color) values (1, 2)',
  'drop table sign_in',
  'create table x (y)',
  'create temp table x (y)',
  'create view x as select 1',
  'create trigger t after insert on note begin select 1; end',
  'alter table sign_in add column x',
  "with x as (select 1) insert into tag (name, color) select 'a', 'b'",
  'with x as (select 1) delete from sign_in',
  "with x as (select 1) update sign_in set outcome = 'success' returning id",
  'delete from sign_in returning *',
  "attach 'FILE' as other",
  "/* harmless */ attach database 'FILE' as other",
  "-- harmless\nattach 'FILE' as other",
  'detach main',
  "vacuum into 'FILE'",
  'vacuum',
  'pragma query_only = off',
  'pragma journal_mode = delete',
  'pragma writable_schema = on',
  'pragma user_version = 9',
  'pragma trusted_schema = on',
  'pragma temp_store_directory = "/tmp"',
  'begin',
  'commit',
  'savepoint x',
  'reindex',
  'analyze',
  'explain delete from sign_in',
  'explain query plan delete from sign_in',
  'select 1; delete from sign_in',
  'select 1;;; drop table note',
  "select 1 /* ; */ ; attach 'FILE' as x",
  "select readfile('FILE')",
  "select writefile('FILE', 'x')",
  "select edit('x')",
  "select load_extension('FILE')",
  "select load_extension('FILE', 'entry')",
  "select * from csv('FILE')",
  "select * from fsdir('FILE')",
  "select fts3_tokenizer('simple', x'00')",
  'select * from other.sqlite_schema',
  "select * from 'FILE'.sign_in",
  '(delete from sign_in)',
]

describe('a query changes nothing and reaches nothing', () => {
  it.each(TRIES)('%s', async (typed) => {
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    on.db.pragma('wal_checkpoint(truncate)')
    const beside = join(dirname(on.path), 'beside.txt')
    writeFileSync(beside, 'as it was')
    const files = readdirSync(dirname(on.path)).sort()
    const before = contentOf(on.path)
    expect(refusal(on, typed.replaceAll('FILE', beside)).code).toBeTruthy()
    expect(contentOf(on.path)).toEqual(before)
    expect(readFileSync(beside, 'utf8')).toBe('as it was')
    expect(readdirSync(dirname(on.path)).sort()).toEqual(files)
  })

  it('says that evidence is read-only, at the word that would change it', async () => {
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    expect(refusal(on, 'with x as (select 1)\ndelete from sign_in')).toMatchObject({
      code: 'not-a-question',
      text: 'delete',
    })
    expect(refusal(on, 'pragma query_only = off')).toMatchObject({ code: 'not-a-question', text: 'pragma' })
    expect(refusal(on, 'select 1; select 2')).toMatchObject({ code: 'many-statements', text: 'select' })
  })

  it('even a statement that got past the first checks could not write: the connection itself cannot', async () => {
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    const db = openForQueries(on.path)
    try {
      expect(() => db.exec("update sign_in set outcome = 'failure'")).toThrow(/readonly/)
      expect(() => db.exec('create temp table x (y); pragma query_only = off; delete from sign_in')).toThrow()
      expect(() => db.exec('delete from sign_in')).toThrow(/readonly/)
    } finally {
      db.close()
    }
    expect(ask(on, 'select outcome from sign_in').rows).toEqual([['success']])
  })
})
