import { describe, expect, it } from 'vitest'
import { problemText, sqlProblemTexts } from '../../../shared/messages/sql-problems.ts'
import { caseOf, refusal } from './asked.ts'

describe('what is wrong is told at its place', () => {
  it.each([
    ['select eventname form cloudtrail_logs_x', 'syntax', 'cloudtrail_logs_x'],
    ['select eventname,, eventtime from cloudtrail_logs', 'syntax', ','],
    ['select eventname\nfrom cloudtrail_logs\nwhere where eventname = 1', 'syntax', 'where'],
    ['select eventnme from cloudtrail_logs', 'unknown-column', 'eventnme'],
    ['select c.eventnme from cloudtrail_logs_x c', 'unknown-column', 'c.eventnme'],
    ['select "eventnme" from cloudtrail_logs', 'unknown-column', '"eventnme"'],
    ['select 1 from my_trail', 'unknown-table', 'my_trail'],
    ["select regex_like(eventname, 'x') from cloudtrail_logs", 'unknown-function', 'regex_like'],
    ['select substr() from cloudtrail_logs', 'arguments', 'substr'],
    [
      'select eventname from cloudtrail_logs a join cloudtrail_logs b on true',
      'ambiguous-column',
      'eventname',
    ],
    ['select useridentity.username, useridentity.mail from cloudtrail_logs', 'unknown-member', 'mail'],
    [
      'select requestparameters.bucketName from cloudtrail_logs',
      'text-column',
      'requestparameters.bucketName',
    ],
    ["select 'it is from cloudtrail_logs", 'unfinished-text', "'it is from cloudtrail_logs"],
    ['select (1 from cloudtrail_logs', 'bracket', '('],
    ['select 1) from cloudtrail_logs', 'bracket', ')'],
    ['select * from cloudtrail_logs where eventname = ?', 'parameter', '?'],
    ['select * from cloudtrail_logs where eventname = :name', 'parameter', ':'],
    ['select 1 from cloudtrail_logs where', 'incomplete', 'e'],
    ['select map_agg(eventname, eventid) from cloudtrail_logs', 'not-supported', 'map_agg'],
    ['select 1 from cloudtrail_logs tablesample bernoulli (10)', 'not-supported', 'tablesample'],
    ['select * from (values (1, 2)) as t (a, b)', 'not-supported', '(a, b)'],
    ['select cast(useridentity as row(a varchar)) from cloudtrail_logs', 'not-supported', 'cast'],
    ["select timestamp '2024-13-01 00:00:00'", 'value', "'2024-13-01 00:00:00'"],
    ['select „a“', 'stray-sign', '„'],
  ])('%s', async (sql, code, text) => {
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    const problem = refusal(on, sql)
    expect([problem.code, problem.text]).toEqual([code, text])
    for (const words of [sqlProblemTexts.en, sqlProblemTexts.ja]) {
      expect(problemText(words, problem)).not.toMatch(/undefined|\[object/)
    }
  })

  it('offers the names that were meant', async () => {
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    expect(refusal(on, 'select eventnme from cloudtrail_logs').suggestions[0]).toBe('eventname')
    expect(refusal(on, 'select event_tme from sign_in').suggestions).toContain('event_time')
    expect(refusal(on, "select regex_like('a', 'b')").suggestions).toEqual(['regexp_like'])
    expect(refusal(on, 'select 1 from cloudtrial_logs').suggestions).toEqual(['cloudtrail_logs'])
    expect(refusal(on, 'select useridentity.mail from cloudtrail_logs').suggestions).toContain('username')
  })

  it('finds the place of a syntax error after a part that was rewritten', async () => {
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    const sql =
      "select useridentity.sessioncontext.attributes.mfaauthenticated, approx_distinct(eventid) from db.cloudtrail_logs_x wher eventname = 'x'"
    const problem = refusal(on, sql)
    expect(problem.code).toBe('syntax')
    expect(problem.at?.from).toBe(sql.indexOf('eventname ='))
  })

  it('tells a value that cannot be read while the query runs', async () => {
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    const problem = refusal(on, "select from_iso8601_timestamp('yesterday')")
    expect(problem).toMatchObject({ code: 'value', at: null })
    expect(problem.about).toContain('yesterday')
    expect(refusal(on, "select cast('a' as bigint)").about).toContain('is no bigint')
    expect(refusal(on, "select regexp_like('a', '(')").code).toBe('value')
  })
})
