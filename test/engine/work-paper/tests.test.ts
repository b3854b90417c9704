import { describe, expect, test } from 'vitest'
import { exceptionsOf, paperCase, paperOf, resultOf, trust } from './paper-case.ts'

describe('root use', () => {
  test('counts what root did, and attempts that failed apart', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-09-10T01:00 root ConsoleLogin ok mfa',
        '2024-09-10T02:00 root ConsoleLogin failed',
        '2024-09-10T03:00 alice ConsoleLogin ok mfa',
      ),
    )
    expect(exceptionsOf(paper, 'root')).toEqual(['09-10 01:00 root'])
    expect(resultOf(paper, 'root')).toMatchObject({
      reason: null,
      examined: 2,
      exceptions: 1,
      apart: [{ why: 'failed', count: 1 }],
    })
  })

  test('finds nothing where root did nothing, and nothing outside the period', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-08-31T14:59:59 root ConsoleLogin ok mfa',
        '2024-08-31T15:00:00 alice ConsoleLogin ok mfa',
        '2024-09-30T15:00:00 root ConsoleLogin ok mfa',
      ),
    )
    expect(resultOf(paper, 'root')).toMatchObject({ examined: 1, exceptions: 0 })
    expect(paper.population).toMatchObject({ inPeriod: 1, before: 1, after: 1, withoutTime: 0 })
  })
})

describe('no MFA', () => {
  test('is an exception only where the record states it; federated sign-ins are counted apart', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-09-10T01:00 alice ConsoleLogin ok no-mfa',
        '2024-09-10T02:00 bob ConsoleLogin ok mfa',
        '2024-09-10T03:00 Admin/carol ConsoleLogin ok no-mfa',
        '2024-09-10T04:00 dave ConsoleLogin failed no-mfa',
        '2024-09-10T05:00 Admin/erin SwitchRole ok',
      ),
    )
    expect(exceptionsOf(paper, 'no-mfa')).toEqual(['09-10 01:00 alice'])
    expect(resultOf(paper, 'no-mfa')).toMatchObject({
      examined: 2,
      apart: [
        { why: 'mfa-not-stated', count: 1 },
        { why: 'mfa-not-visible', count: 1 },
      ],
    })
  })
})

describe('outside trusted networks', () => {
  const lines = [
    '2024-09-10T01:00 alice ConsoleLogin ok mfa from 203.0.113.7',
    '2024-09-10T02:00 bob ConsoleLogin ok mfa from 198.51.100.9',
    '2024-09-10T03:00 carol ConsoleLogin failed from 198.51.100.9',
    '2024-09-10T04:00 Admin/dave SwitchRole ok from signin.amazonaws.com',
    '2024-09-10T05:00 erin ConsoleLogin ok mfa from 2001:db8::5',
  ]

  test('cannot be asked where no network is trusted, and says so', async () => {
    const paper = paperOf(await paperCase(...lines))
    expect(resultOf(paper, 'outside-networks')).toMatchObject({
      reason: 'no-trusted-networks',
      examined: 0,
      exceptions: 0,
      query: null,
    })
  })

  test('counts successes from elsewhere; what is no address is counted apart', async () => {
    const opened = await paperCase(...lines)
    trust(opened, '203.0.113.0/24')
    const paper = paperOf(opened)
    expect(exceptionsOf(paper, 'outside-networks')).toEqual(['09-10 02:00 bob', '09-10 05:00 erin'])
    expect(resultOf(paper, 'outside-networks')).toMatchObject({
      reason: null,
      examined: 3,
      apart: [{ why: 'no-address', count: 1 }],
    })
    trust(opened, '2001:db8::/32')
    expect(exceptionsOf(paperOf(opened), 'outside-networks')).toEqual(['09-10 02:00 bob'])
  })
})

describe('outside office hours', () => {
  test('begins and ends to the second, by the clock of the zone', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-09-09T23:59:59 early ConsoleLogin ok mfa',
        '2024-09-10T00:00:00 begin ConsoleLogin ok mfa',
        '2024-09-10T08:59:59 last ConsoleLogin ok mfa',
        '2024-09-10T09:00:00 late ConsoleLogin ok mfa',
        '2024-09-10T12:00:00 failed ConsoleLogin failed',
      ),
    )
    expect(exceptionsOf(paper, 'outside-hours')).toEqual(['09-09 23:59 early', '09-10 09:00 late'])
    expect(resultOf(paper, 'outside-hours').examined).toBe(4)
  })

  test('knows the weekday of the zone and the holidays that are named', async () => {
    const opened = await paperCase(
      // Friday evening in UTC is Saturday morning in Tokyo.
      '2024-09-13T02:00 friday ConsoleLogin ok mfa',
      '2024-09-14T02:00 saturday ConsoleLogin ok mfa',
      '2024-09-16T02:00 monday ConsoleLogin ok mfa',
    )
    expect(exceptionsOf(paperOf(opened), 'outside-hours')).toEqual(['09-14 02:00 saturday'])
    const officeHours = { days: [1, 2, 3, 4, 5], begin: '09:00', end: '18:00', holidays: ['2024-09-16'] }
    expect(exceptionsOf(paperOf(opened, { officeHours }), 'outside-hours')).toEqual([
      '09-14 02:00 saturday',
      '09-16 02:00 monday',
    ])
  })

  test('may end on the next day: days and holidays are those on which the work begins', async () => {
    // By the clock of Berlin; it is put forward at 02:00 on Sunday, 31 March 2024.
    const opened = await paperCase(
      '2024-03-27T20:59:59 wed-2159 ConsoleLogin ok mfa',
      '2024-03-27T21:00 wed-2200 ConsoleLogin ok mfa',
      '2024-03-28T04:59:59 thu-0559 ConsoleLogin ok mfa',
      '2024-03-28T05:00 thu-0600 ConsoleLogin ok mfa',
      '2024-03-29T22:00 fri-holiday-2300 ConsoleLogin ok mfa',
      '2024-03-30T04:00 sat-after-holiday ConsoleLogin ok mfa',
      '2024-03-30T22:00 sat-2300 ConsoleLogin ok mfa',
      '2024-03-31T01:30 sun-0330-summer ConsoleLogin ok mfa',
      '2024-03-31T20:30 sun-2230 ConsoleLogin ok mfa',
      '2024-04-01T03:59 mon-0559-summer ConsoleLogin ok mfa',
      '2024-04-01T20:00 mon-2200-summer ConsoleLogin ok mfa',
    )
    const paper = paperOf(opened, {
      zone: 'Europe/Berlin',
      from: Date.parse('2024-03-01T00:00+01:00') / 1000,
      to: Date.parse('2024-05-01T00:00+02:00') / 1000,
      officeHours: { days: [0, 1, 2, 3, 4, 5], begin: '22:00', end: '06:00', holidays: ['2024-03-29'] },
    })
    expect(resultOf(paper, 'outside-hours').listed.map(({ row }) => row.name)).toEqual([
      'wed-2159',
      'thu-0600',
      'fri-holiday-2300',
      'sat-after-holiday',
      'sat-2300',
      'sun-0330-summer',
    ])
  })

  test('follows the clock when it is put back and forward', async () => {
    // New York: UTC-4 until 3 November 2024, then UTC-5 until 9 March 2025.
    const opened = await paperCase(
      '2024-11-01T13:00 in-summer ConsoleLogin ok mfa',
      '2024-11-01T12:59:59 too-early-in-summer ConsoleLogin ok mfa',
      '2024-11-04T13:30 too-early-in-winter ConsoleLogin ok mfa',
      '2024-11-04T14:00 in-winter ConsoleLogin ok mfa',
      '2025-03-10T13:00 in-summer-again ConsoleLogin ok mfa',
      '2025-03-10T22:00 late-in-summer ConsoleLogin ok mfa',
    )
    const paper = paperOf(opened, {
      zone: 'America/New_York',
      from: Date.parse('2024-10-01T04:00Z') / 1000,
      to: Date.parse('2025-04-01T04:00Z') / 1000,
    })
    expect(exceptionsOf(paper, 'outside-hours')).toEqual([
      '11-01 12:59 too-early-in-summer',
      '11-04 13:30 too-early-in-winter',
      '03-10 22:00 late-in-summer',
    ])
    expect(
      paper.population.offsets.map(({ to, seconds }) => [new Date(to * 1000).toISOString(), seconds]),
    ).toEqual([
      ['2024-11-03T06:00:00.000Z', -14_400],
      ['2025-03-09T07:00:00.000Z', -18_000],
      ['2025-04-01T04:00:00.000Z', -14_400],
    ])
  })
})

describe('dormant accounts', () => {
  test('come back after so many days, or for the first time; otherwise they are in use', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-07-01T00:00 witness ConsoleLogin ok mfa',
        '2024-08-10T00:00 away ConsoleLogin ok mfa',
        '2024-08-11T00:00 present ConsoleLogin ok mfa',
        '2024-09-09T00:00:01 away ConsoleLogin ok mfa',
        '2024-09-10T00:00 present ConsoleLogin ok mfa',
        '2024-09-11T00:00 newcomer ConsoleLogin ok mfa',
        '2024-09-12T00:00 newcomer ConsoleLogin ok mfa',
        '2024-09-12T01:00 hidden ConsoleLogin failed',
      ),
    )
    expect(exceptionsOf(paper, 'dormant')).toEqual(['09-09 00:00 away', '09-11 00:00 newcomer'])
    const [away, newcomer] = resultOf(paper, 'dormant').listed
    expect(away?.lastBefore).toBe(Date.parse('2024-08-10T00:00Z') / 1000)
    expect(newcomer?.lastBefore).toBeNull()
  })

  test('a failure does not wake an account, and one account is not another of the same name', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-07-01T00:00 alice ConsoleLogin ok mfa',
        '2024-09-05T00:00 alice ConsoleLogin failed',
        '2024-09-06T00:00 alice ConsoleLogin ok mfa',
        '2024-09-07T00:00 alice ConsoleLogin ok mfa in 444455556666',
      ),
    )
    expect(exceptionsOf(paper, 'dormant')).toEqual(['09-06 00:00 alice', '09-07 00:00 alice'])
  })

  test('cannot be told where the archive begins later than that', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-08-25T00:00 witness ConsoleLogin ok mfa',
        '2024-09-10T00:00 alice ConsoleLogin ok mfa',
      ),
    )
    expect(resultOf(paper, 'dormant')).toMatchObject({
      reason: 'nothing-to-examine',
      exceptions: 0,
      apart: [{ why: 'archive-too-short', count: 1 }],
    })
  })
})

describe('failure bursts', () => {
  test('are so many failures of one address, each shortly after the one before', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-09-10T01:00:00 alice ConsoleLogin failed from 198.51.100.9',
        '2024-09-10T01:02:00 bob ConsoleLogin failed from 198.51.100.9',
        '2024-09-10T01:03:00 hidden ConsoleLogin failed from 198.51.100.9',
        '2024-09-10T01:04:00 bob ConsoleLogin ok mfa from 198.51.100.9',
        // Two are no burst, nor are three with a longer pause.
        '2024-09-10T02:00:00 alice ConsoleLogin failed from 203.0.113.7',
        '2024-09-10T02:01:00 alice ConsoleLogin failed from 203.0.113.7',
        '2024-09-10T02:03:01 alice ConsoleLogin failed from 203.0.113.7',
        '2024-09-10T02:04:00 alice ConsoleLogin failed from signin.amazonaws.com',
      ),
    )
    const result = resultOf(paper, 'failure-bursts')
    expect(result).toMatchObject({ examined: 6, exceptions: 1, apart: [{ why: 'no-address', count: 1 }] })
    expect(result.listed[0]).toMatchObject({
      row: { sourceIp: '198.51.100.9', name: 'alice' },
      burst: { count: 3, names: 2, hidden: 1, successes: 1 },
    })
  })
})

describe('role switches', () => {
  test('are all switches in the console with where they came from', async () => {
    const paper = paperOf(
      await paperCase(
        '2024-09-10T01:00 Admin/alice SwitchRole ok switched-from arn:aws:iam::111122223333:user/alice',
        '2024-09-10T02:00 alice ConsoleLogin ok mfa',
      ),
    )
    expect(resultOf(paper, 'role-switches')).toMatchObject({ examined: 2, exceptions: 1 })
    expect(resultOf(paper, 'role-switches').listed[0]?.row).toMatchObject({
      name: 'Admin/alice',
      switchedFrom: 'arn:aws:iam::111122223333:user/alice',
    })
  })
})
