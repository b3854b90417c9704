import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WritableCase } from '../../../electron/engine/case/rights.ts'
import { facetCounts } from '../../../electron/engine/query/facet-counts.ts'
import { filterCondition } from '../../../electron/engine/query/filter-condition.ts'
import { histogramOf } from '../../../electron/engine/query/histogram.ts'
import { idsOf, select } from '../../../electron/engine/query/store/selection.ts'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { SIGN_IN_ORDER } from '../../../electron/engine/timeline/views.ts'
import { FACETS, HIDDEN_NAME, NOT_STATED, type SignInFilter } from '../../../shared/domain/filter.ts'
import { freshCase } from '../open-case.ts'
import { insertRows, type MadeRow } from './made-rows.ts'
import { plainFacet } from './plain-counts.ts'
import { conditionSql } from './plain-sql.ts'

const NAMES = ['alice', 'Alice', 'bob', 'Admin/alice', 'a%c_', 'x*y', null]
const IPS = [
  '203.0.113.5',
  '203.0.114.5',
  '198.51.100.7',
  '2001:db8::1',
  '2001:db8:1::1',
  'AWS Internal',
  null,
]
const TEXTS = ['alice', 'ConsoleLogin', '203.0.113', 'no such thing', '%', '_', 'x*y', 'Firefox']
const DAY = Date.parse('2024-09-14T00:00:00Z') / 1000

const row: fc.Arbitrary<MadeRow> = fc.record({
  time: fc.option(fc.integer({ min: DAY - 90_000, max: DAY + 90_000 }), { freq: 8 }),
  event: fc.constantFrom('ConsoleLogin', 'CheckMfa', 'SwitchRole', null),
  outcome: fc.constantFrom('success', 'failure', 'not-stated'),
  mfa: fc.constantFrom('used', 'not-used', 'not-visible', 'not-stated'),
  kind: fc.constantFrom('iam-user', 'role', 'root', 'hidden'),
  name: fc.constantFrom(...NAMES),
  session: fc.constantFrom('alice', 'deploy', null),
  role: fc.constantFrom('Admin', null),
  account: fc.constantFrom('111122223333', null),
  recipient: fc.constantFrom('444455556666', '111122223333', null),
  region: fc.constantFrom('us-east-1', 'ap-northeast-1', null),
  ip: fc.constantFrom(...IPS),
  agent: fc.constantFrom('Mozilla/5.0 Firefox/130.0', 'aws-cli/2.1', null),
  browser: fc.constantFrom('Chrome 127', 'Firefox 130', 'Internet Explorer 11', 'aws-cli 2.1', null),
  system: fc.constantFrom('Windows', 'Windows 8.1', 'macOS', null),
  key: fc.constantFrom('AKIA1', 'ASIA2', null),
  reason: fc.constantFrom('Failed authentication', null),
  id: fc.constantFrom('id-1', 'ID-1', 'id-2', 'other', null),
  conflict: fc.boolean(),
})

const value = (...of: string[]) => fc.constantFrom(...of)
const clause = fc.oneof(
  { weight: 3, arbitrary: value(...TEXTS).map((text) => JSON.stringify(text)) },
  value('alice', 'consolelogin', 'al*e', 'user*agent'),
  value('success', 'failure', 'not-*').map((of) => `outcome:${of}`),
  value('used', 'not-used', '(used or not-visible)').map((of) => `mfa:${of}`),
  value(
    'alice',
    'ALICE',
    'a*',
    '*lic*',
    '"iam-user:alice"',
    'role:Admin/alice',
    `"${HIDDEN_NAME}"`,
    '"x*y"',
    'x\\*y',
    '"a%c_"',
  ).map((of) => `user:${of}`),
  value(
    '203.0.113.0/24',
    '203.0.112.0/22',
    '2001:db8::/32',
    '2001:db8::/47',
    '203.0.113.5',
    '2001:0db8::1',
    '203*',
    '"AWS Internal"',
    '0.0.0.0/0',
  ).map((of) => `ip:${of}`),
  value('2024-09-14', '2024-09-13..2024-09-14', '2024-09-14T03:00..', '..2024-09-14T03:00', '2024').map(
    (of) => `time:${of}`,
  ),
  value('>=', '<', '>', '<=').map((sign) => `time${sign}2024-09-14T05:30`),
  value('ConsoleLogin', 'check*', '(ConsoleLogin or SwitchRole)').map((of) => `event:${of}`),
  value('chrome', 'Chrome 127', 'internet*', 'firefox').map((of) => `browser:"${of}"`),
  value('windows', 'Windows 8.1').map((of) => `system:"${of}"`),
  value('id-1', 'ID-*', 'o*r').map((of) => `id:${of}`),
  value('JP', 'us', 'J*').map((of) => `country:${of}`),
  value('AS64500', '"Example Net"', '*net').map((of) => `network:${of}`),
  value('seen', 'S*', 'other').map((of) => `tag:${of}`),
  value('first', 'FIRST note', 'gone').map((of) => `note:"${of}"`),
  value('note', 'tag', 'country', 'network', 'ip', 'user', 'time', 'key', 'id', 'finding', 'browser').map(
    (of) => `has:${of}`,
  ),
  value('1', '12', 'no-mfa', 'ROOT*', '99').map((of) => `finding:${of}`),
  value('bookmarked', 'reviewed', 'conflict', 'duplicate').map((of) => `is:${of}`),
  value('444455556666', '111*').map((of) => `account:${of}`),
  value('AKIA1', 'asia*').map((of) => `key:${of}`),
  value('a.json', 'LOGS').map((of) => `source:${of}`),
)
const query: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: clause },
    clause.map((one) => `-${one}`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} or ${b})`),
    tie('query').map((one) => `not (${one})`),
  ),
})).query

const filter: fc.Arbitrary<SignInFilter> = fc.record({
  query,
  zone: fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York'),
  chosen: fc.array(
    fc.oneof(
      fc.record({
        facet: fc.constantFrom('user' as const),
        key: fc.constantFrom('iam-user:alice', HIDDEN_NAME, NOT_STATED),
        not: fc.boolean(),
      }),
      fc.record({
        facet: fc.constantFrom('country' as const),
        key: fc.constantFrom('JP', NOT_STATED),
        not: fc.boolean(),
      }),
      fc.record({
        facet: fc.constantFrom('tag' as const),
        key: fc.constantFrom('seen', NOT_STATED),
        not: fc.boolean(),
      }),
      fc.record({
        facet: fc.constantFrom('ip' as const),
        key: fc.constantFrom('203.0.113.5', NOT_STATED),
        not: fc.boolean(),
      }),
    ),
    { maxLength: 3 },
  ),
  text: fc.constantFrom('', '', 'alice', 'firefox con'),
  outcomes: fc.subarray(['success', 'failure'] as const).map((of) => [...of]),
  mfa: fc.constant([]),
  eventNames: fc.constantFrom([], ['CheckMfa', NOT_STATED]),
  principals: fc.constantFrom([], ['role:Admin/alice']),
  from: fc.option(fc.integer({ min: DAY - 90_000, max: DAY }), { freq: 2 }),
  to: fc.option(fc.integer({ min: DAY, max: DAY + 90_000 }), { freq: 2 }),
})

describe('what is asked of the columns in memory', () => {
  it('gives the rows and the counts of plain SQL, in the same order, also after rows arrive and change', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.array(row, { maxLength: 10 }),
        fc.array(filter, { minLength: 1, maxLength: 3 }),
        (first, later, filters) => {
          const { db } = freshCase()
          const ids = insertRows(db, first)
          addToRows(db, ids)
          for (const one of filters) compare(db, one)
          const more = insertRows(db, later)
          db.prepare(
            `update sign_in set outcome = 'failure', event_time = 5, region = 'new' where id = ?`,
          ).run(ids[0])
          if (more.length > 1) db.prepare('delete from sign_in where id = ?').run(more[0])
          for (const one of filters) compare(db, one)
          db.close()
        },
      ),
      { numRuns: 20 },
    )
  }, 120_000)
})

function addToRows(db: WritableCase, ids: readonly number[]): void {
  db.exec(`insert into tag values (1, 'seen', 'red'), (2, 'other', 'blue');
    insert into address values ('203.0.113.5', 'public', 'JP', 64500, 'Example Net', 'd'),
      ('198.51.100.7', 'public', 'US', 64501, null, 'd'), ('2001:db8::1', 'public', null, null, null, 'd');
    insert into import_run (id, started_at, paths) values (1, 0, '[]');
    insert into source (id, import_id, path, shown_path, format, status) values
      (1, 1, '/a.json', 'logs/a.json', 'log', 'read'), (2, 1, '/b.json', 'b.json', 'log', 'read');
    insert into detection_run (id, at, author, rules_sha256, sign_ins, basis) values (1, 0, '', '', 0, '{}');
    insert into finding (id, finding_key, rule, severity, grouping, group_key, run_id, facts) values
      (1, 'k', 'no-mfa', 'high', 'person', '', 1, '{}'), (12, 'l', 'root-login', 'low', 'account', '', 1, '{}')`)
  ids.forEach((id, index) => {
    db.prepare(
      'insert into sighting (source_id, record_number, sign_in_id, byte_start, byte_end) values (?, ?, ?, 0, 1)',
    ).run(1 + (index % 2), index, id)
    if (index % 5 === 0)
      db.prepare(
        'insert into sighting (source_id, record_number, sign_in_id, byte_start, byte_end) values (2, ?, ?, 0, 1)',
      ).run(index + 100, id)
    if (index % 3 === 0) db.prepare(`insert into sign_in_tag values (?, ?, '', 0)`).run(id, 1 + (index % 2))
    if (index % 4 === 0)
      db.prepare(`insert into sign_in_mark values (?, ?, '', 0)`).run(
        id,
        index % 8 === 0 ? 'bookmark' : 'reviewed',
      )
    if (index % 6 === 0) db.prepare('insert into finding_event values (1, ?)').run(id)
    if (index % 9 === 0) db.prepare('insert into finding_event values (12, ?)').run(id)
    if (index % 3 !== 1) return
    db.prepare('insert into note values (?, ?)').run(index, id)
    db.prepare(`insert into note_revision values (?, 1, 'a first note', '', 0, 0)`).run(index)
    if (index % 2 === 0) db.prepare(`insert into note_revision values (?, 2, 'gone', '', 0, 1)`).run(index)
  })
}

function compare(db: WritableCase, one: SignInFilter): void {
  const { sql, params } = conditionSql(db, filterCondition(one))
  const wanted = db
    .prepare(`select id from sign_in s where ${sql} order by ${SIGN_IN_ORDER}`)
    .pluck()
    .all(...params)
  expect([...idsOf(atOnce(select(db, one)))]).toEqual(wanted)

  const counts = atOnce(facetCounts(db, one, FACETS, 1000))
  for (const { facet, values } of counts) {
    const plain = plainFacet(db, one, facet)
    const matching = values.filter(({ count }) => count > 0).map(({ key, count }) => ({ key, count }))
    expect({ facet, values: matching.sort(byKey) }).toEqual({ facet, values: plain.sort(byKey) })
  }

  const { bars, withoutTime } = atOnce(
    histogramOf(db, {
      filter: { ...one, from: null, to: null },
      zone: one.zone,
      bars: 9,
      from: null,
      to: null,
    }),
  )
  const unbounded = conditionSql(db, filterCondition({ ...one, from: null, to: null }))
  for (const bar of bars) {
    const count = db
      .prepare(
        `select count(*) as total, ifnull(sum(matched and outcome = 'success'), 0) as success,
           ifnull(sum(matched and outcome = 'failure'), 0) as failure,
           ifnull(sum(matched and outcome = 'not-stated'), 0) as notStated
         from (select s.outcome as outcome, ${unbounded.sql} as matched from sign_in s
           where event_time >= ? and event_time < ?)`,
      )
      .get(...unbounded.params, bar.start, bar.end)
    expect(bar).toEqual({ start: bar.start, end: bar.end, ...(count as object) })
  }
  const all = db.prepare('select count(*) from sign_in').pluck().get()
  expect(bars.reduce((sum, { total }) => sum + total, withoutTime.total)).toBe(all)
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
