import { describe, expect, it } from 'vitest'
import { days, found } from './detected.ts'

const JP = '203.0.113.41'
const NL = '198.51.100.23'
const countries = { [JP]: 'JP', [NL]: 'NL', '203.0.113.99': 'JP' }

describe('countries-iam: two countries in an hour', () => {
  it('finds them', async () => {
    expect(
      await found(
        'countries-iam',
        [`10:00 alice ConsoleLogin ok from ${JP}`, `10:40 alice ConsoleLogin ok from ${NL}`],
        {
          countries,
        },
      ),
    ).toMatchObject([{ subject: 'alice', events: 2, severity: 'high' }])
  })
  it('is silent in one country, after two hours, about a failure, and about roles', async () => {
    for (const second of [
      '10:40 alice ConsoleLogin ok from 203.0.113.99',
      `12:40 alice ConsoleLogin ok from ${NL}`,
      `10:40 alice ConsoleLogin failed from ${NL}`,
      `10:40 Admin/alice ConsoleLogin ok from ${NL}`,
      '10:40 alice ConsoleLogin ok from 192.0.2.7',
    ]) {
      expect(
        await found('countries-iam', [`10:00 alice ConsoleLogin ok from ${JP}`, second], { countries }),
      ).toEqual([])
    }
  })
})

describe('countries-any', () => {
  const sso = 'AWSReservedSSO_View_0123456789abcdef/mika'
  it('finds one person of Identity Center with two roles in two countries', async () => {
    expect(
      await found(
        'countries-any',
        [
          `10:00 ${sso} ConsoleLogin ok from ${JP}`,
          `10:30 AWSReservedSSO_Admin_0123456789abcdef/mika ConsoleLogin ok from ${NL} in 444455556666`,
        ],
        { countries },
      ),
    ).toMatchObject([{ events: 2, severity: 'medium' }])
  })
  it('is silent about two people with one role', async () => {
    expect(
      await found(
        'countries-any',
        [`10:00 Admin/mika ConsoleLogin ok from ${JP}`, `10:30 Admin/yui ConsoleLogin ok from ${NL}`],
        {
          countries,
        },
      ),
    ).toEqual([])
  })
})

describe('new-country', () => {
  const usual = days(6, `alice ConsoleLogin ok mfa from ${JP}`)
  it('finds the first country of a person who is known', async () => {
    expect(
      await found('new-country', [...usual, `13:52 alice ConsoleLogin ok from ${NL}`], { countries }),
    ).toMatchObject([{ subject: 'alice', events: 1 }])
  })
  it('is silent about a known country, about a failure, and about somebody of whom little is known', async () => {
    expect(
      await found('new-country', [...usual, '13:52 alice ConsoleLogin ok from 203.0.113.99'], { countries }),
    ).toEqual([])
    expect(
      await found('new-country', [...usual, `13:52 alice ConsoleLogin failed from ${NL}`], { countries }),
    ).toEqual([])
    expect(
      await found('new-country', [...usual, `13:52 bob ConsoleLogin ok from ${NL}`], { countries }),
    ).toEqual([])
  })
})

describe('outside-trusted', () => {
  it('finds a sign-in from outside', async () => {
    expect(
      await found('outside-trusted', [`10:00 alice ConsoleLogin ok mfa from ${NL}`], {
        trusted: ['203.0.113.0/24'],
      }),
    ).toMatchObject([{ subject: 'alice', severity: 'low' }])
  })
  it('is silent inside, for IPv6 too, for what is no address, and where nothing is trusted', async () => {
    const trusted = ['203.0.113.0/24', '2001:db8:17::/48']
    expect(
      await found(
        'outside-trusted',
        [
          `10:00 alice ConsoleLogin ok mfa from ${JP}`,
          '10:01 alice ConsoleLogin ok mfa from 2001:db8:17::52',
          '10:02 alice ConsoleLogin ok mfa from signin.amazonaws.com',
        ],
        { trusted },
      ),
    ).toEqual([])
    expect(await found('outside-trusted', [`10:00 alice ConsoleLogin ok mfa from ${NL}`])).toEqual([])
  })
})

describe('several-addresses: two in five minutes', () => {
  it('finds them as a hint', async () => {
    expect(
      await found('several-addresses', [
        `10:00 alice ConsoleLogin ok mfa from ${JP}`,
        `10:04 alice ConsoleLogin ok mfa from ${NL}`,
      ]),
    ).toMatchObject([{ severity: 'info', events: 2 }])
  })
  it('is silent after six minutes and at one address', async () => {
    expect(
      await found('several-addresses', [
        `10:00 alice ConsoleLogin ok mfa from ${JP}`,
        `10:02 alice ConsoleLogin ok mfa from ${JP}`,
        `10:09 alice ConsoleLogin ok mfa from ${NL}`,
      ]),
    ).toEqual([])
  })
})

describe('new-user', () => {
  it('finds a first sign-in after 30 days of archive', async () => {
    expect(
      await found('new-user', [
        '2024-08-01T10:00 alice ConsoleLogin ok mfa',
        '10:00 mallory ConsoleLogin ok',
      ]),
    ).toMatchObject([{ events: 1, severity: 'info' }])
  })
  it('is silent in the first 30 days, and about the second sign-in', async () => {
    expect(
      await found('new-user', [
        '2024-09-01T10:00 alice ConsoleLogin ok mfa',
        '10:00 mallory ConsoleLogin ok',
      ]),
    ).toEqual([])
  })
})

describe('new-address, new-agent, new-region', () => {
  const usual = days(6, `alice ConsoleLogin ok mfa from ${JP}`)
  it('find what was never seen of a known person', async () => {
    const strange = `13:52 alice ConsoleLogin ok from ${NL} at eu-north-1 using python-requests/2.32.3`
    for (const rule of ['new-address', 'new-agent', 'new-region'] as const) {
      expect(await found(rule, [...usual, strange])).toMatchObject([{ events: 1, severity: 'info' }])
    }
  })
  it('are silent about the usual, about a newer browser of the same kind, and about trusted networks', async () => {
    const same = `13:52 alice ConsoleLogin ok from ${JP}`
    for (const rule of ['new-address', 'new-agent', 'new-region'] as const) {
      expect(await found(rule, [...usual, same])).toEqual([])
    }
    const old = days(6, `alice ConsoleLogin ok mfa using aws-cli/2.1.0`)
    expect(await found('new-agent', [...old, '13:52 alice ConsoleLogin ok mfa using aws-cli/2.9.1'])).toEqual(
      [],
    )
    expect(
      await found('new-address', [...usual, `13:52 alice ConsoleLogin ok from ${NL}`], {
        trusted: ['198.51.100.0/24'],
      }),
    ).toEqual([])
  })
})
