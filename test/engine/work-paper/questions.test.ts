import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { idsOf, select } from '../../../electron/engine/query/store/selection.ts'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { compile } from '../../../electron/engine/sql/compile.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import type { PaperSettings } from '../../../shared/domain/work-paper.ts'
import type { TestCase } from '../open-case.ts'
import { paperCase, paperOf, SEPTEMBER, trust } from './paper-case.ts'

/** A year with something for every test, made by plain arithmetic. */
function busyYear(): string[] {
  const people = ['alice', 'bob', 'root', 'Admin/carol', 'hidden', 'dave', 'portal:mika']
  const addresses = ['203.0.113.7', '198.51.100.9', '2001:db8::5', 'signin.amazonaws.com']
  return Array.from({ length: 400 }, (_, index) => {
    const at = new Date(
      Date.parse('2024-01-03T05:17:00Z') + ((index * 7919 + (index % 7) * 31) % 500_000) * 60_000,
    )
    const who = people[(index * 3 + (index >> 3)) % people.length]!
    const failed = who === 'hidden' || index % 5 === 0
    const event =
      who === 'portal:mika'
        ? 'Authenticate'
        : who === 'Admin/carol' && index % 2 === 0
          ? 'SwitchRole'
          : 'ConsoleLogin'
    const result = failed && event === 'ConsoleLogin' ? 'failed' : 'ok'
    const from = addresses[(index * 5 + (index >> 2)) % addresses.length]
    return `${at.toISOString().slice(0, 19)} ${who} ${event} ${result} ${index % 3 === 0 ? 'mfa' : 'no-mfa'} from ${from}`
  }).concat(
    Array.from(
      { length: 9 },
      (_, index) =>
        `2024-06-01T10:0${index}:00 alice ConsoleLogin failed from 198.51.100.${index < 5 ? 9 : 10}`,
    ),
  )
}

const YEAR: Partial<PaperSettings> = {
  zone: 'America/New_York',
  from: Date.parse('2024-02-01T05:00Z') / 1000,
  to: Date.parse('2024-12-01T05:00Z') / 1000,
  officeHours: { days: [1, 2, 3, 4, 5], begin: '09:00', end: '18:00', holidays: ['2024-07-04'] },
}

async function openYear(): Promise<TestCase> {
  const opened = await paperCase(...busyYear())
  trust(opened, '203.0.113.0/24')
  return opened
}

test.each([
  ['by day', YEAR],
  [
    'by night',
    {
      ...YEAR,
      officeHours: { days: [0, 1, 2, 3, 4], begin: '22:00', end: '06:00', holidays: ['2024-07-04'] },
    },
  ],
])(
  'each printed query and each printed SQL finds exactly the exceptions, with work %s',
  async (_when, settings) => {
    const opened = await openYear()
    const paper = paperOf(opened, settings)
    for (const { test: name, query, sql, listed, exceptions } of paper.results) {
      expect(exceptions, name).toBeGreaterThan(0)
      expect(query ?? sql, name).not.toBeNull()
      const ids = listed.map(({ row }) => row.id)
      if (query !== null) {
        const filter = { ...emptyFilter, query, zone: 'Asia/Tokyo' }
        expect([...idsOf(atOnce(select(opened.db, filter)))], name).toEqual(ids)
      }
      if (sql === null) continue
      const rows = compile(opened.db, sql).statement.all() as unknown[][]
      if (name !== 'failure-bursts')
        expect(
          rows.map(([id]) => id),
          name,
        ).toEqual(ids)
      else {
        expect(rows.map(([ip, first, last, count]) => [ip, first, last, count])).toEqual(
          listed.map(({ row, burst }) => [row.sourceIp, row.time, burst?.lastTime, burst?.count]),
        )
      }
    }
  },
)

test('the SQL is plain SQLite: another tool runs it on the closed case', async () => {
  const opened = await openYear()
  const paper = paperOf(opened, YEAR)
  const runner = [
    'import json, sqlite3, sys',
    'case = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)',
    'print(json.dumps([len(case.execute(sql).fetchall()) for sql in json.load(sys.stdin)]))',
  ].join('\n')
  const asked = paper.results.filter(({ sql }) => sql !== null)
  const input = JSON.stringify(asked.map(({ sql }) => sql))
  opened.db.pragma('wal_checkpoint(truncate)')
  const counts = JSON.parse(execFileSync('python3', ['-c', runner, opened.path], { input, encoding: 'utf8' }))
  expect(counts).toEqual(asked.map(({ exceptions }) => exceptions))
})

test('examined and apart are what the test is about, whatever the order of import', async () => {
  const lines = busyYear()
  const forward = paperOf(await openYear(), YEAR)
  const reversed = await paperCase(...[...lines].reverse())
  trust(reversed, '203.0.113.0/24')
  const shape = (paper: typeof forward) =>
    paper.results.map(({ test: name, examined, exceptions, apart }) => ({
      name,
      examined,
      exceptions,
      apart,
    }))
  expect(shape(paperOf(reversed, YEAR))).toEqual(shape(forward))
  const noMfa = forward.results.find(({ test: name }) => name === 'no-mfa')!
  const apart = noMfa.apart.reduce((sum, { count }) => sum + count, 0)
  expect(noMfa.examined + apart).toBe(forward.population.outcomes.success)
})

test('a record without a readable time is in no period', async () => {
  const opened = await paperCase(
    '2024-09-10T01:00 root ConsoleLogin ok mfa',
    '2024-09-10T02:00 root ConsoleLogin ok mfa',
  )
  opened.db.exec(`update sign_in set event_time = null where id = 1`)
  expect(paperOf(opened, SEPTEMBER).population).toMatchObject({ inPeriod: 1, withoutTime: 1 })
})
