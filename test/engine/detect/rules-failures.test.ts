import { describe, expect, it } from 'vitest'
import { found, lines } from './detected.ts'

const failed = (name: string, from = '198.51.100.23') => `${name} ConsoleLogin failed from ${from}`

describe('console-failed', () => {
  it('collects every failed authentication into one hint', async () => {
    const rows = await found('console-failed', [
      `10:00 ${failed('alice')}`,
      `18:00 ${failed('bob')}`,
      '18:01 bob ConsoleLogin ok mfa',
    ])
    expect(rows).toMatchObject([{ severity: 'info', events: 2, subject: null }])
  })
  it('leaves out names that do not exist: they carry another message', async () => {
    expect(await found('console-failed', [`10:00 ${failed('hidden')}`])).toEqual([])
  })
})

describe('failures-few: 3 in 5 minutes from one address', () => {
  it('finds three', async () => {
    expect(await found('failures-few', lines(3, '10:00:00', 100, failed('alice')))).toMatchObject([
      { events: 3 },
    ])
  })
  it('is silent about two, about three in six minutes, and about three addresses', async () => {
    expect(await found('failures-few', lines(2, '10:00:00', 10, failed('alice')))).toEqual([])
    expect(await found('failures-few', lines(3, '10:00:00', 180, failed('alice')))).toEqual([])
    expect(await found('failures-few', lines(3, '10:00:00', 10, failed('alice', '198.51.100.{i}')))).toEqual(
      [],
    )
  })
})

describe('failures-address: more than 20 in 5 minutes', () => {
  it('finds 21 and goes on while they go on', async () => {
    const rows = await found('failures-address', lines(40, '10:00:00', 10, failed('u{i}')))
    expect(rows).toMatchObject([{ subject: '198.51.100.23', events: 40, severity: 'medium' }])
  })
  it('is silent about exactly 20, and about 21 in eleven minutes', async () => {
    expect(await found('failures-address', lines(20, '10:00:00', 10, failed('alice')))).toEqual([])
    expect(await found('failures-address', lines(21, '10:00:00', 33, failed('alice')))).toEqual([])
  })
  it('counts no denial by policy as a try', async () => {
    const denied =
      'alice ConsoleLogin failed from 198.51.100.23 code AccessDenied because Authorization_denied_because_of_a_resource-based_policy'
    expect(await found('failures-address', lines(30, '10:00:00', 5, denied))).toEqual([])
  })
})

describe('failures-user: more than 20 in 10 minutes', () => {
  it('finds one user tried from many addresses', async () => {
    const rows = await found('failures-user', lines(21, '10:00:00', 25, failed('alice', '198.51.100.{i}')))
    expect(rows).toMatchObject([{ subject: 'alice', events: 21 }])
  })
  it('never takes hidden names for one user', async () => {
    expect(
      await found('failures-user', lines(60, '10:00:00', 5, failed('hidden', '198.51.100.{i}'))),
    ).toEqual([])
  })
  it('keeps users of one name in two accounts apart', async () => {
    const half = (account: string, from: string) =>
      lines(15, from, 20, `alice ConsoleLogin failed in ${account} from 198.51.100.23`)
    expect(
      await found('failures-user', [
        ...half('111122223333', '10:00:00'),
        ...half('444455556666', '10:00:07'),
      ]),
    ).toEqual([])
  })
})

describe('failures-unusual: above mean and three deviations of the past of an address', () => {
  const ordinary = Array.from({ length: 6 }, (_, i) => lines(2, `0${i}:00:00`, 30, failed('alice'))).flat()
  it('finds a span that stands out', async () => {
    const rows = await found('failures-unusual', [...ordinary, ...lines(15, '10:00:00', 20, failed('alice'))])
    expect(rows).toMatchObject([{ subject: '198.51.100.23', events: 15 }])
  })
  it('is silent where the past was like that, and where there is no past', async () => {
    const busy = Array.from({ length: 7 }, (_, i) => lines(15, `0${i}:00:00`, 20, failed('alice'))).flat()
    expect(await found('failures-unusual', busy)).toEqual([])
    expect(await found('failures-unusual', lines(15, '10:00:00', 20, failed('alice')))).toEqual([])
  })
})

describe('spray-account: 10 names in 60 minutes in one account and region', () => {
  it('finds ten names from ten addresses', async () => {
    const rows = await found('spray-account', lines(10, '10:00:00', 300, failed('user{i}', '198.51.100.{i}')))
    expect(rows).toMatchObject([{ subject: '111122223333 us-east-1', events: 10, severity: 'high' }])
  })
  it('is silent about nine names, about one name ten times, and about hidden tries however many', async () => {
    expect(await found('spray-account', lines(9, '10:00:00', 60, failed('user{i}')))).toEqual([])
    expect(await found('spray-account', lines(30, '10:00:00', 60, failed('alice')))).toEqual([])
    expect(
      await found('spray-account', [
        ...lines(50, '10:00:00', 10, failed('hidden')),
        ...lines(9, '10:05:00', 10, failed('user{i}')),
      ]),
    ).toEqual([])
  })
  it('holds the hidden tries of the spray without counting them as names', async () => {
    const rows = await found('spray-account', [
      ...lines(4, '10:00:00', 10, failed('hidden')),
      ...lines(10, '10:05:00', 10, failed('user{i}')),
    ])
    expect(rows).toMatchObject([{ events: 14 }])
  })
})

describe('spray-address: 30 names in 10 minutes from one address', () => {
  it('finds thirty', async () => {
    expect(await found('spray-address', lines(30, '10:00:00', 15, failed('user{i}')))).toMatchObject([
      { subject: '198.51.100.23', events: 30 },
    ])
  })
  it('is silent about 29, and about 30 in half an hour', async () => {
    expect(await found('spray-address', lines(29, '10:00:00', 15, failed('user{i}')))).toEqual([])
    expect(await found('spray-address', lines(30, '10:00:00', 60, failed('user{i}')))).toEqual([])
  })
})

describe('hidden-burst: 5 hidden names in 10 minutes from one address', () => {
  it('finds five', async () => {
    expect(await found('hidden-burst', lines(5, '10:00:00', 60, failed('hidden')))).toMatchObject([
      { subject: '198.51.100.23', events: 5 },
    ])
  })
  it('is silent about four, and about known names', async () => {
    expect(await found('hidden-burst', lines(4, '10:00:00', 60, failed('hidden')))).toEqual([])
    expect(await found('hidden-burst', lines(9, '10:00:00', 30, failed('alice')))).toEqual([])
  })
})

describe('failures-then-success: 5 failures of one user, then success', () => {
  it('finds the run and the success, whatever the address', async () => {
    const rows = await found('failures-then-success', [
      ...lines(5, '10:00:00', 60, failed('alice')),
      '10:10 alice ConsoleLogin ok from 198.51.100.99',
    ])
    expect(rows).toMatchObject([{ subject: 'alice', events: 6, severity: 'critical' }])
  })
  it('is silent about four, about a run that a success broke, and about one that is long over', async () => {
    expect(
      await found('failures-then-success', [
        ...lines(4, '10:00:00', 60, failed('alice')),
        '10:10 alice ConsoleLogin ok',
      ]),
    ).toEqual([])
    expect(
      await found('failures-then-success', [
        ...lines(3, '10:00:00', 60, failed('alice')),
        '10:04 alice ConsoleLogin ok',
        ...lines(3, '10:05:00', 60, failed('alice')),
        '10:10 alice ConsoleLogin ok',
      ]),
    ).toEqual([])
    expect(
      await found('failures-then-success', [
        ...lines(6, '10:00:00', 60, failed('alice')),
        '11:10 alice ConsoleLogin ok',
      ]),
    ).toEqual([])
  })
})

describe('failures-then-success-address: 5 failures under 3 names, then success from there', () => {
  it('finds the success after the spray', async () => {
    const rows = await found('failures-then-success-address', [
      ...lines(6, '10:00:00', 30, failed('user{i}')),
      '10:05 zoe ConsoleLogin ok from 198.51.100.23',
    ])
    expect(rows).toMatchObject([{ subject: '198.51.100.23', events: 7, severity: 'critical' }])
  })
  it('is silent where an office fails and succeeds in turn, and about one forgetful user', async () => {
    const office = Array.from({ length: 8 }, (_, i) => [
      `10:0${i}:00 user${i} ConsoleLogin failed from 203.0.113.41`,
      `10:0${i}:30 user${i} ConsoleLogin ok mfa from 203.0.113.41`,
    ]).flat()
    expect(await found('failures-then-success-address', office)).toEqual([])
    expect(
      await found('failures-then-success-address', [
        ...lines(6, '10:00:00', 30, failed('alice')),
        '10:05 alice ConsoleLogin ok from 198.51.100.23',
      ]),
    ).toEqual([])
  })
})
