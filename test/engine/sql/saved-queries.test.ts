import { expect, it } from 'vitest'
import { queryHistory, recordRun } from '../../../electron/engine/sql/history.ts'
import {
  changeQuery,
  removeQuery,
  savedQueries,
  saveQuery,
} from '../../../electron/engine/sql/saved-queries.ts'
import { querySchema } from '../../../electron/engine/sql/schema.ts'
import { QueryRun, SavedQuery, SqlSchema } from '../../../shared/domain/sql.ts'
import { freshCase } from '../open-case.ts'

it('saves, changes and removes queries; what was removed can be saved again', () => {
  const { db, actor } = freshCase()
  const saved = saveQuery(db, actor, 'Root', 'select 1')
  expect(SavedQuery.parse(saved)).toEqual(saved)
  expect(() => saveQuery(db, actor, 'Root', 'select 2')).toThrow('already')
  const other = saveQuery(db, actor, 'Other', 'select 3')
  expect(() => changeQuery(db, actor, other.id, 'Root', 'select 3')).toThrow('already')
  expect(changeQuery(db, actor, saved.id, 'Root', 'select 4').sql).toBe('select 4')
  expect(savedQueries(db).map(({ name, sql }) => [name, sql])).toEqual([
    ['Other', 'select 3'],
    ['Root', 'select 4'],
  ])
  const gone = removeQuery(db, saved.id)
  expect(gone.sql).toBe('select 4')
  expect(() => removeQuery(db, saved.id)).toThrow('No saved query')
  saveQuery(db, actor, gone.name, gone.sql)
  expect(savedQueries(db)).toHaveLength(2)
})

it('keeps the history, newest first', () => {
  const { db, actor } = freshCase()
  recordRun(db, actor, { sql: 'select 1', milliseconds: 3, rows: 1, ended: 'done' })
  recordRun(db, actor, { sql: 'select 2', milliseconds: 60_000, rows: 0, ended: 'time-limit' })
  const runs = queryHistory(db, 0, 10)
  expect(QueryRun.array().parse(runs)).toEqual(runs)
  expect(runs.map(({ sql, ended }) => [sql, ended])).toEqual([
    ['select 2', 'time-limit'],
    ['select 1', 'done'],
  ])
  expect(queryHistory(db, 1, 1).map(({ sql }) => sql)).toEqual(['select 1'])
})

it('tells what can be asked, the sign-ins first', () => {
  const { db } = freshCase()
  const schema = SqlSchema.parse(querySchema(db))
  expect(schema.tables.slice(0, 2).map(({ name, rows }) => [name, rows])).toEqual([
    ['cloudtrail_logs', 0],
    ['sign_in', 0],
  ])
  expect(schema.tables[0]?.columns[1]).toEqual({ name: 'useridentity', kind: 'json' })
  expect(schema.members['useridentity']).toContain('sessioncontext.attributes.mfaauthenticated')
  expect(schema.functions).toContain('regexp_like')
})
