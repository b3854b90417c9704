import { TrinoSQL } from 'dt-sql-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { athenaSql } from '../../../electron/engine/query/athena.ts'
import { emptyFilter, HIDDEN_NAME, NOT_STATED, type SignInFilter } from '../../../shared/domain/filter.ts'
import { athenaNoticeWords, athenaRefusalWords } from '../../../shared/messages/query-athena.ts'

const parser = new TrinoSQL()

function sqlOf(filter: Partial<SignInFilter>, table = 'cloudtrail_logs'): string {
  const answer = athenaSql({ ...emptyFilter, ...filter }, table)
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusals))
  return answer.sql
}

function refusalsOf(query: string, table = 'cloudtrail_logs') {
  const answer = athenaSql({ ...emptyFilter, query }, table)
  return answer.kind === 'sql' ? [] : answer.refusals
}

describe('a query as Athena SQL', () => {
  it('is read by the grammar of Trino, which refuses what is wrong', () => {
    expect(parser.validate('select a from b where (c').length).toBeGreaterThan(0)
    expect(parser.validate(sqlOf({}))).toEqual([])
  })

  it.each([
    'outcome:failure mfa:not-used',
    'alice o\'brien "50%_x" a*b',
    'user:alice or user:"role:Admin/alice"',
    `user:"${HIDDEN_NAME}"`,
    'ip:203.0.113.0/24 -ip:2001:db8::/32 ip:198.51.100.7 ip:203*',
    'time:2024-09-01..2024-09-30 time>=2024-09-02T10:00+09:00',
    'not (event:ConsoleLogin or event:Check*) account:111122223333 region:us-*',
    'has:key -has:user has:time has:device kind:role session:deploy reason:*auth* loginto:*x* switchedfrom:*y*',
    'key:ASIA* id:abc* agent:"Mozilla*" type:AwsConsoleSignIn version:1.08 eventsource:sso* arn:arn:aws:iam::1:user/a',
  ])('%s', (query) => {
    expect(parser.validate(sqlOf({ query }))).toEqual([])
  })

  it('is valid whatever the texts in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const quoted = `"${text.replaceAll(/["“”\\]/g, '\\$&')}"`
        expect(parser.validate(sqlOf({ query: `${quoted} user:${quoted} event:${quoted}` }))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('says the conditions, and that nothing is lost by "not"', () => {
    const sql = sqlOf({ query: "event:CheckMfa -region:us-east-1 user:o'brien time:2024-09-14" })
    expect(sql).toContain("lower((eventname)) = 'checkmfa'")
    expect(sql).toContain("not coalesce(lower((awsregion)) = 'us-east-1', false)")
    expect(sql).toContain("'o''brien'")
    expect(sql).toContain("(eventtime >= '2024-09-14T00:00:00Z' and eventtime < '2024-09-15T00:00:00Z')")
    expect(sql).toContain("lower(eventsource) = 'signin.amazonaws.com'")
  })

  it('carries the choices and the period of the filter', () => {
    const sql = sqlOf({
      outcomes: ['failure'],
      principals: ['iam-user:alice'],
      from: 0,
      chosen: [
        { facet: 'region', key: NOT_STATED, not: true },
        { facet: 'ip', key: '203.0.113.5', not: false },
      ],
    })
    expect(sql).toContain("eventtime >= '1970-01-01T00:00:00Z'")
    expect(sql).toContain("in ('203.0.113.5')")
    expect(sql).toContain('not coalesce((awsregion) is null, false)')
    expect(sql).toContain("lower(useridentity.type) in ('iamuser')")
    expect(parser.validate(sql)).toEqual([])
  })

  it.each([
    ['note:x', 'only-in-case', 'note'],
    ['has:tag', 'only-in-case', 'tag'],
    ['alice -country:JP', 'only-in-case', 'country'],
    ['network:x', 'only-in-case', 'network'],
    ['is:reviewed', 'only-in-case', 'reviewed'],
    ['browser:chrome', 'no-such-column', 'browser'],
    ['kind:other', 'no-such-column', 'kind'],
  ])('refuses %s in words instead of leaving it out', (query, code, field) => {
    const [refusal] = refusalsOf(query)
    expect(refusal).toMatchObject({ code, field })
    for (const language of ['en', 'ja'] as const) {
      expect(athenaRefusalWords(language, refusal!)).toContain(field)
    }
  })

  it.each(['logs', 'security.cloudtrail_logs_x', '"awsdatacatalog"."db"."my-table"'])(
    'takes the table name %s',
    (table) => {
      expect(parser.validate(sqlOf({}, table))).toEqual([])
    },
  )
  it.each(['', 'a;drop table b', 'a b"c', 'a.b.c.d', 'x" where 1=1 --'])(
    'refuses the table name %j',
    (table) => {
      expect(refusalsOf('', table)).toMatchObject([{ code: 'bad-table-name', text: table }])
    },
  )

  it('tells what is only nearly the same, in both languages', () => {
    const answer = athenaSql({ ...emptyFilter, query: 'outcome:failure mfa:used user:a x' }, 't')
    const notices = answer.kind === 'sql' ? answer.notices : []
    expect(notices).toEqual(['outcome-by-fields', 'mfa-by-fields', 'user-by-fields', 'text-by-columns'])
    expect(
      notices.map((notice) => athenaNoticeWords('ja', notice)).every((words) => words.endsWith('。')),
    ).toBe(true)
  })
})
