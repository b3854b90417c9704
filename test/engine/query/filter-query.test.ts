import { beforeEach, describe, expect, test } from 'vitest'
import { readQuery } from '../../../electron/engine/query/read-query.ts'
import { idsOf, select } from '../../../electron/engine/query/store/selection.ts'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import {
  emptyFilter,
  FACETS,
  HIDDEN_NAME,
  NOT_STATED,
  type SignInFilter,
} from '../../../shared/domain/filter.ts'
import { filterQuery } from '../../../shared/domain/filter-query.ts'
import { utcText } from '../../../shared/domain/time.ts'
import { freshCase } from '../open-case.ts'
import { insertRows } from './made-rows.ts'

const AT = Date.parse('2024-09-14T00:00:00Z') / 1000

function someCase() {
  const { db } = freshCase()
  const ids = insertRows(db, [
    {
      time: AT,
      name: 'alice',
      ip: '203.0.113.5',
      event: 'ConsoleLogin',
      region: 'us-east-1',
      agent: 'a "b" \\c',
    },
    {
      time: AT + 60,
      name: null,
      kind: 'hidden',
      outcome: 'failure',
      account: '111122223333',
      browser: 'Chrome 127',
    },
    {
      time: AT + 120,
      name: null,
      kind: 'other',
      outcome: 'not-stated',
      ip: 'AWS Internal',
      system: 'Windows',
    },
    { time: AT + 180, name: 'x*y', kind: 'role', mfa: 'used', event: 'SwitchRole', browser: 'Firefox 130' },
    { time: null, name: 'bob', mfa: 'not-used', agent: 'aws-cli/2.1 (x)' },
  ])
  db.exec(`insert into tag values (1, 'to check', 'red')`)
  db.prepare(`insert into sign_in_tag values (?, 1, '', 0)`).run(ids[0])
  db.exec(`insert into address values ('203.0.113.5', 'public', 'JP', 64500, 'Example Net', 'd')`)
  return db
}

describe('a filter as one text', () => {
  let db = {} as ReturnType<typeof someCase>
  beforeEach(() => {
    db = someCase()
  })
  const found = (filter: SignInFilter) => [...idsOf(atOnce(select(db, filter)))]
  const same = (filter: SignInFilter) => {
    const query = filterQuery(filter)
    expect({ query, ids: found({ ...emptyFilter, query, zone: filter.zone }) }).toEqual({
      query,
      ids: found(filter),
    })
  }
  const keys = {
    outcome: ['failure', 'not-stated'],
    event: ['ConsoleLogin', NOT_STATED],
    user: ['iam-user:alice', 'role:x*y', HIDDEN_NAME, NOT_STATED],
    mfa: ['used', 'not-stated'],
    account: ['111122223333', NOT_STATED],
    region: ['us-east-1', NOT_STATED],
    country: ['JP', NOT_STATED],
    network: ['Example Net', NOT_STATED],
    browser: ['Chrome 127', NOT_STATED],
    system: ['Windows', NOT_STATED],
    ip: ['203.0.113.5', 'AWS Internal', NOT_STATED],
    agent: ['a "b" \\c', 'aws-cli/2.1 (x)', NOT_STATED],
    tag: ['to check', NOT_STATED],
  }

  test.each(FACETS)('values of %s, wanted and unwanted, one and several', (facet) => {
    for (const key of keys[facet]) {
      same({ ...emptyFilter, chosen: [{ facet, key, not: false }] })
      same({ ...emptyFilter, chosen: [{ facet, key, not: true }] })
    }
    same({ ...emptyFilter, chosen: keys[facet].map((key) => ({ facet, key, not: false })) })
    same({ ...emptyFilter, chosen: keys[facet].map((key) => ({ facet, key, not: true })) })
  })

  test('words, older lists, bounds and a typed query are joined by "and"', () => {
    const filter: SignInFilter = {
      ...emptyFilter,
      query: 'alice or bob or user:x\\*y',
      zone: 'Asia/Tokyo',
      text: 'sign_in "x',
      mfa: ['used', 'not-stated'],
      from: AT,
      to: AT + 200,
    }
    expect(filterQuery(filter)).toBe(
      `(alice or bob or user:x\\*y) "sign_in" "\\"x" mfa:("used" or "not-stated") time>=${utcText(AT)} time<${utcText(AT + 200)}`,
    )
    expect(found({ ...filter, text: '' })).toHaveLength(2)
    same({ ...filter, text: '' })
  })

  test('a query that is alone stays as it was typed', () => {
    expect(filterQuery({ ...emptyFilter, query: ' alice or bob ' })).toBe('alice or bob')
  })
})

describe('what times come to', () => {
  test('1 to 30 September in Tokyo, as UTC', () => {
    const { times } = readQuery('time:2024-09-01..2024-09-30', 'Asia/Tokyo')
    expect(times.map(({ low, high }) => [utcText(low ?? 0), utcText(high ?? 0)])).toEqual([
      ['2024-08-31T15:00:00Z', '2024-09-30T15:00:00Z'],
    ])
  })

  test('an open end is null, and the place is that of the value', () => {
    const query = 'alice time>2024-09-14T13:52'
    const [time] = readQuery(query, 'UTC').times
    expect(query.slice(time?.from, time?.to)).toBe('2024-09-14T13:52')
    expect([utcText(time?.low ?? 0), time?.high]).toEqual(['2024-09-14T13:53:00Z', null])
  })
})
