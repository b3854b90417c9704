import { describe, expect, it } from 'vitest'
import { found, lines } from './detected.ts'

describe('no-mfa: an IAM user signed in without MFA', () => {
  it('finds it, one finding for each user', async () => {
    const rows = await found('no-mfa', [
      '10:00 alice ConsoleLogin ok no-mfa',
      '11:00 alice ConsoleLogin ok no-mfa',
      '12:00 bob ConsoleLogin ok no-mfa',
    ])
    expect(rows).toMatchObject([
      { subject: 'alice', events: 2, severity: 'high' },
      { subject: 'bob', events: 1 },
    ])
  })
  it('never says it of a federated sign-in, of a failure, or where MFA was used', async () => {
    expect(
      await found('no-mfa', [
        '10:00 Admin/alice ConsoleLogin ok no-mfa',
        '10:01 AWSReservedSSO_Admin_0123456789abcdef/mika ConsoleLogin ok no-mfa',
        '10:02 federated:bob ConsoleLogin ok no-mfa',
        '10:03 portal:mika UserAuthentication ok with EXTERNAL_IDP',
        '10:04 alice ConsoleLogin failed no-mfa',
        '10:05 alice ConsoleLogin ok mfa',
        '10:06 hidden ConsoleLogin failed',
      ]),
    ).toEqual([])
  })
})

describe('no-mfa-after-mfa', () => {
  it('finds a user who used MFA before', async () => {
    const rows = await found('no-mfa-after-mfa', [
      '10:00 alice ConsoleLogin ok mfa',
      '11:00 alice ConsoleLogin ok no-mfa',
    ])
    expect(rows).toMatchObject([{ subject: 'alice', events: 1 }])
  })
  it('is silent about a user who never did, and about one who did it only later', async () => {
    expect(
      await found('no-mfa-after-mfa', [
        '10:00 alice ConsoleLogin ok no-mfa',
        '11:00 alice ConsoleLogin ok mfa',
        '12:00 bob ConsoleLogin ok no-mfa',
      ]),
    ).toEqual([])
  })
  it('begins anew after seven quiet days', async () => {
    const rows = await found('no-mfa-after-mfa', [
      '2024-09-01T10:00 alice ConsoleLogin ok mfa',
      '2024-09-02T10:00 alice ConsoleLogin ok no-mfa',
      '2024-09-03T10:00 alice ConsoleLogin ok no-mfa',
      '2024-09-12T10:00 alice ConsoleLogin ok no-mfa',
    ])
    expect(rows.map((row) => row.events)).toEqual([2, 1])
  })
})

describe('mfa-failed: a hint', () => {
  it('finds two failures with MFA of one user in 15 minutes', async () => {
    expect(
      await found('mfa-failed', lines(2, '10:00:00', 800, 'alice ConsoleLogin failed mfa')),
    ).toMatchObject([{ severity: 'info', events: 2 }])
  })
  it('is silent about one, about two of two users, and about failures without MFA', async () => {
    expect(await found('mfa-failed', lines(1, '10:00:00', 1, 'alice ConsoleLogin failed mfa'))).toEqual([])
    expect(await found('mfa-failed', lines(2, '10:00:00', 60, 'user{i} ConsoleLogin failed mfa'))).toEqual([])
    expect(await found('mfa-failed', lines(5, '10:00:00', 60, 'alice ConsoleLogin failed no-mfa'))).toEqual(
      [],
    )
  })
})

describe('mfa-flood: more than 10 in 5 minutes', () => {
  it('finds eleven', async () => {
    expect(
      await found('mfa-flood', lines(11, '10:00:00', 25, 'alice ConsoleLogin failed mfa')),
    ).toMatchObject([{ subject: 'alice', events: 11 }])
  })
  it('is silent about ten', async () => {
    expect(await found('mfa-flood', lines(10, '10:00:00', 25, 'alice ConsoleLogin failed mfa'))).toEqual([])
  })
})

const END = '20:00 kenji ConsoleLogin ok mfa from 203.0.113.41'

describe('mfa-abandoned: CheckMfa without ConsoleLogin', () => {
  it('finds it as a hint', async () => {
    expect(await found('mfa-abandoned', ['10:00 alice CheckMfa ok', END])).toMatchObject([
      { severity: 'info', events: 1 },
    ])
  })
  it('is silent where the sign-in follows, also a failed one, and where the archive ends too early to know', async () => {
    expect(
      await found('mfa-abandoned', ['10:00 alice CheckMfa ok', '10:00:14 alice ConsoleLogin ok mfa', END]),
    ).toEqual([])
    expect(
      await found('mfa-abandoned', [
        '10:00 alice CheckMfa ok',
        '10:00:30 alice ConsoleLogin failed mfa',
        END,
      ]),
    ).toEqual([])
    expect(await found('mfa-abandoned', ['19:55 alice CheckMfa ok', END])).toEqual([])
  })
})

describe('mfa-abandoned-elsewhere', () => {
  it('finds a step from an address from which the user never signed in', async () => {
    const rows = await found('mfa-abandoned-elsewhere', [
      '09:00 alice ConsoleLogin ok mfa from 203.0.113.41',
      '10:00 alice CheckMfa ok from 198.51.100.23',
      END,
    ])
    expect(rows).toMatchObject([{ severity: 'low', subject: 'alice', events: 1 }])
  })
  it('is silent at the usual address', async () => {
    expect(
      await found('mfa-abandoned-elsewhere', [
        '09:00 alice ConsoleLogin ok mfa from 203.0.113.41',
        '10:00 alice CheckMfa ok from 203.0.113.41',
        END,
      ]),
    ).toEqual([])
  })
})
