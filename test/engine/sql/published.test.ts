import { beforeEach, describe, expect, it } from 'vitest'
import type { TestCase } from '../open-case.ts'
import { ask, caseOf, value } from './asked.ts'

// Queries as they are published for Athena, run as they stand over a small case.
const made = { current: null as TestCase | null }
const on = () => {
  if (made.current === null) throw new Error('not made')
  return made.current
}

describe('queries published for Athena', () => {
  beforeEach(async () => {
    made.current = await caseOf(
      '10:00 alice ConsoleLogin ok mfa',
      '10:05 bob ConsoleLogin failed from 198.51.100.23',
      '10:06 bob ConsoleLogin failed from 198.51.100.23',
      '2024-10-02T10:00 carol ConsoleLogin ok',
      '12:00 Admin/mika ConsoleLogin ok no-mfa from 203.0.113.9',
      '12:30 root ConsoleLogin ok',
      '13:00 portal:mika UserAuthentication ok with Password',
      '13:30 Admin/mika GetSigninToken ok',
    )
  })

  it('runs the query of the seed as it stands, and says what its filter misses', () => {
    const { columns, rows, hints, text } = ask(
      on(),
      `SELECT eventtime,eventname,useridentity,sourceipaddress,useragent,responseelements FROM cloudtrail_logs_x WHERE eventtype = 'AwsConsoleSignIn' and eventtime >= '2024-09-01T00:00:00Z' AND eventtime <= '2024-09-30T23:59:59Z'`,
    )
    expect(columns).toEqual([
      'eventtime',
      'eventname',
      'useridentity',
      'sourceipaddress',
      'useragent',
      'responseelements',
    ])
    // All console sign-ins of September, not that of October, not Identity Center, not the token.
    expect(rows.map((row) => row[0])).toEqual([
      '2024-09-14T10:00:00Z',
      '2024-09-14T10:05:00Z',
      '2024-09-14T10:06:00Z',
      '2024-09-14T12:00:00Z',
      '2024-09-14T12:30:00Z',
    ])
    expect(JSON.parse(String(rows[0]?.[2]))).toMatchObject({ type: 'IAMUser', userName: 'alice' })
    expect(rows[0]?.[5]).toBe('{"ConsoleLogin":"Success"}')
    expect(text).toContain('FROM cloudtrail_logs')
    expect(hints.map(({ code }) => code)).toEqual(['event-type'])
    expect(hints[0]).toMatchObject({
      count: 2,
      parts: expect.arrayContaining([
        { value: 'AwsServiceEvent', count: 1 },
        { value: 'AwsApiCall', count: 1 },
      ]),
    })
  })

  it.each([
    // table names
    ['select count(*) from cloudtrail_logs_my_bucket', 8],
    ['select count(*) from "default"."cloudtrail_logs_aws-logs-111122223333"', 8],
    ['select count(*) from awsdatacatalog.default.cloudtrail_logs', 8],
    ["select count(*) from `cloudtrail_logs_x` as c where c.eventname = 'SwitchRole'", 0],
    ["select count(*) from db.cloudtrail_logs_x where db.cloudtrail_logs_x.awsregion = 'us-east-1'", 8],
    // two tables of that name are two names for the same one
    [
      'select count(*) from cloudtrail_logs_a join cloudtrail_logs_b on cloudtrail_logs_a.eventid = cloudtrail_logs_b.eventid',
      8,
    ],
    // a name that the query itself gives is not the table of the trail
    [
      'with cloudtrail_logs_few as (select * from cloudtrail_logs limit 2) select count(*) from cloudtrail_logs_few',
      2,
    ],
    // members of structs
    ["select count(*) from cloudtrail_logs where useridentity.type = 'Root'", 1],
    ["select count(*) from cloudtrail_logs c where c.useridentity.username = 'bob'", 2],
    ["select count(*) from cloudtrail_logs where UserIdentity.userName = 'bob'", 2],
    ['select max(useridentity.sessioncontext.sessionissuer.username) from cloudtrail_logs', 'Admin'],
    [
      "select count(*) from cloudtrail_logs where useridentity.sessioncontext.attributes.mfaauthenticated = 'false'",
      2,
    ],
    // JSON
    [
      "select count(*) from cloudtrail_logs where json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Failure'",
      2,
    ],
    [
      "select count(*) from cloudtrail_logs where json_extract_scalar(additionaleventdata, '$[\"MFAUsed\"]') = 'Yes'",
      1,
    ],
    ["select count(json_extract(useridentity, '$.nope')) from cloudtrail_logs", 0],
    ["select json_extract_scalar('no json', '$.a') is null", 1],
    // times
    [
      "select count(*) from cloudtrail_logs where from_iso8601_timestamp(eventtime) between timestamp '2024-09-14 10:05:00' and timestamp '2024-09-14 12:00:00'",
      3,
    ],
    [
      "select count(*) from cloudtrail_logs where date_parse(eventtime, '%Y-%m-%dT%H:%i:%sZ') > date '2024-10-01'",
      1,
    ],
    [
      "select count(*) from cloudtrail_logs where from_iso8601_timestamp(eventtime) > current_timestamp - interval '1' day",
      0,
    ],
    [
      "select count(*) from cloudtrail_logs where from_iso8601_timestamp(eventtime) > now() - interval '90' year",
      8,
    ],
    [
      "select min(date_trunc('hour', from_iso8601_timestamp(eventtime))) from cloudtrail_logs",
      '2024-09-14T10:00:00Z',
    ],
    [
      "select min(from_iso8601_timestamp(eventtime) at time zone 'Asia/Tokyo') from cloudtrail_logs",
      '2024-09-14T19:00:00+09:00',
    ],
    ["select extract(hour from timestamp '2024-09-14 13:52:07')", 13],
    ["select date_diff('minute', timestamp '2024-09-14 13:00:00', timestamp '2024-09-14 14:30:59')", 90],
    ["select date_format(timestamp '2024-09-14 13:52:07', '%Y/%m/%d %H:%i')", '2024/09/14 13:52'],
    [
      "select format_datetime(from_iso8601_timestamp('2024-09-14T13:52:07Z'), 'yyyy-MM-dd''T''HH')",
      '2024-09-14T13',
    ],
    // text, lists
    ["select count(*) from cloudtrail_logs where regexp_like(sourceipaddress, '^198[.]51[.]100[.]')", 2],
    [
      "select count(*) from cloudtrail_logs where strpos(useragent, 'Mozilla') > 0 and useragent like '%mozilla%'",
      0,
    ],
    [
      "select count(*) from cloudtrail_logs where contains(array['ConsoleLogin', 'SwitchRole'], eventname)",
      6,
    ],
    ["select cardinality(array['a', 'b'])", 2],
    ["select split_part('a:b:c', ':', 2)", 'b'],
    ["select array['a', 'b'][2]", 'b'],
    ["select contains('198.51.100.0/24', cast('198.51.100.23' as ipaddress))", 1],
    ["select concat('a', null) is null", 1],
    ["select regexp_extract('user/alice', 'user/(.*)', 1)", 'alice'],
    ["select regexp_replace('a1b2', '[0-9]', '#')", 'a#b#'],
    [
      "select array_join(array_agg(distinct sourceipaddress), ',') from cloudtrail_logs where useridentity.username = 'bob'",
      '198.51.100.23',
    ],
    // counting
    [
      "select approx_distinct(useridentity.username) from cloudtrail_logs where useridentity.username in ('alice', 'bob')",
      2,
    ],
    ["select count_if(errormessage = 'Failed authentication') from cloudtrail_logs", 2],
    ['select max_by(eventname, eventtime) from cloudtrail_logs', 'ConsoleLogin'],
    // casts
    ["select try_cast('x' as bigint) is null", 1],
    ["select try_cast('17' as integer) + 1", 18],
    ["select cast('17' as bigint) + 1", 18],
    ["select cast('true' as boolean)", 1],
    ["select try(from_iso8601_timestamp('yesterday')) is null", 1],
    ["select cast(cast('2024-09-14T13:52:07Z' as timestamp) as varchar)", '2024-09-14T13:52:07Z'],
    // order of clauses
    ['select count(*) from (select 1 from cloudtrail_logs offset 2 rows limit 3)', 3],
    ['select count(*) from (select 1 from cloudtrail_logs fetch first 2 rows only)', 2],
    ['select count(*) from (select 1 from cloudtrail_logs limit all)', 8],
    // partitions that published tables have
    [
      "select count(*) from cloudtrail_logs where year = '2024' and month = '09' and \"timestamp\" >= '2024/09/14' and region = 'us-east-1'",
      7,
    ],
  ])('%s', (sql, wanted) => {
    expect(value(on(), sql)).toBe(wanted)
  })

  it('names the column of a member as Athena does', () => {
    const { columns } = ask(
      on(),
      'select useridentity.arn, useridentity.type as kind from cloudtrail_logs limit 1;',
    )
    expect(columns).toEqual(['arn', 'kind'])
  })

  it('unnests lists', async () => {
    const other = await caseOf({
      eventVersion: '1.08',
      eventID: 'e-1',
      eventName: 'ConsoleLogin',
      eventSource: 'signin.amazonaws.com',
      eventTime: '2024-09-14T10:00:00Z',
      eventType: 'AwsConsoleSignIn',
      resources: [{ ARN: 'arn:aws:iam::1:role/a', accountId: '1', type: 'AWS::IAM::Role' }, { ARN: 'arn:b' }],
    })
    const { columns, rows } = ask(
      other,
      'select eventid, resource.arn, resource.type from cloudtrail_logs_x cross join unnest(resources) as t (resource) order by 2',
    )
    expect(columns).toEqual(['eventid', 'arn', 'type'])
    expect(rows).toEqual([
      ['e-1', 'arn:aws:iam::1:role/a', 'AWS::IAM::Role'],
      ['e-1', 'arn:b', null],
    ])
    expect(value(other, 'select resources[2].arn from cloudtrail_logs')).toBe('arn:b')
  })

  it("leaves SQLite's own dialect as it is", () => {
    for (const sql of [
      "select event_name, count(*) n from sign_in s where s.outcome = 'failure' group by 1 having n > 1 order by n desc, 1 limit 5 offset 0",
      "select useridentity ->> '$.userName' from cloudtrail_logs -- a comment with 'quotes'",
      'with recursive c(n) as (values (1) union all select n + 1 from c where n < 5) select sum(n) over (order by n rows between 1 preceding and current row) from c',
      "select case when outcome = 'failure' then 1 else 0 end as f, \"mfa\", glob('a*', 'abc') from sign_in",
      "values (1, 'a'), (2, x'00')",
    ]) {
      expect(ask(on(), sql).text).toBe(sql)
    }
  })
})
