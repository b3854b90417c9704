import { describe, expect, it } from 'vitest'
import { found, lines } from './detected.ts'
import { externalDirectoryLogin } from './special-records.ts'

describe('root-no-mfa', () => {
  it('finds root without MFA, as critical', async () => {
    expect(await found('root-no-mfa', ['10:00 root ConsoleLogin ok no-mfa'])).toMatchObject([
      { severity: 'critical', subject: '111122223333', events: 1 },
    ])
  })
  it('is silent with MFA, about failures, and about IAM users', async () => {
    expect(
      await found('root-no-mfa', [
        '10:00 root ConsoleLogin ok mfa',
        '10:01 root ConsoleLogin failed',
        '10:02 alice ConsoleLogin ok no-mfa',
      ]),
    ).toEqual([])
  })
})

describe('root-login', () => {
  it('finds each day of root in one finding', async () => {
    const rows = await found('root-login', [
      '2024-09-10T10:00 root ConsoleLogin ok mfa',
      '2024-09-10T11:00 root ConsoleLogin ok mfa',
      '2024-09-13T10:00 root ConsoleLogin ok mfa',
    ])
    expect(rows.map((row) => row.events)).toEqual([2, 1])
  })
  it('is silent about a user called root-admin and about failures', async () => {
    expect(
      await found('root-login', ['10:00 root-admin ConsoleLogin ok mfa', '10:01 root ConsoleLogin failed']),
    ).toEqual([])
  })
})

describe('root-activity', () => {
  it('finds an MFA step of root', async () => {
    expect(await found('root-activity', ['10:00 root CheckMfa ok'])).toMatchObject([
      { events: 1, severity: 'low' },
    ])
  })
  it('does not take the type Root of an Identity Center failure for root, nor ConsoleLogin twice', async () => {
    expect(
      await found('root-activity', [
        externalDirectoryLogin('10:00', 'Root'),
        '10:01 root ConsoleLogin ok mfa',
      ]),
    ).toEqual([])
  })
})

describe('root-failed', () => {
  it('finds a failure of root', async () => {
    expect(
      await found('root-failed', ['14:02:31 root ConsoleLogin failed', '14:03:02 root ConsoleLogin failed']),
    ).toMatchObject([{ severity: 'medium', events: 2 }])
  })
  it('is silent about a success and about somebody else', async () => {
    expect(
      await found('root-failed', ['10:00 root ConsoleLogin ok mfa', '10:01 alice ConsoleLogin failed']),
    ).toEqual([])
  })
})

describe('root-failed-repeatedly: 5 in 15 minutes', () => {
  it('finds five', async () => {
    expect(
      await found('root-failed-repeatedly', lines(5, '10:00:00', 200, 'root ConsoleLogin failed')),
    ).toMatchObject([{ events: 5 }])
  })
  it('is silent about four, and about five in two accounts', async () => {
    expect(
      await found('root-failed-repeatedly', lines(4, '10:00:00', 60, 'root ConsoleLogin failed')),
    ).toEqual([])
    expect(
      await found('root-failed-repeatedly', [
        ...lines(3, '10:00:00', 60, 'root ConsoleLogin failed'),
        ...lines(2, '10:00:30', 60, 'root ConsoleLogin failed in 444455556666'),
      ]),
    ).toEqual([])
  })
})

describe('root-brute-force: 10 failures', () => {
  it('finds ten over the hours', async () => {
    expect(
      await found('root-brute-force', lines(10, '01:00:00', 3600, 'root ConsoleLogin failed')),
    ).toMatchObject([{ events: 10, severity: 'high' }])
  })
  it('is silent about nine', async () => {
    expect(await found('root-brute-force', lines(9, '01:00:00', 3600, 'root ConsoleLogin failed'))).toEqual(
      [],
    )
  })
})

describe('root-recovery', () => {
  it('finds requests and completions, failed ones too', async () => {
    const rows = await found('root-recovery', [
      '10:00 root PasswordRecoveryRequested failed',
      '10:01 root PasswordRecoveryRequested ok',
      '10:05 root PasswordRecoveryCompleted ok',
    ])
    expect(rows).toMatchObject([{ events: 3, severity: 'high' }])
  })
  it('is silent about a sign-in of root', async () => {
    expect(await found('root-recovery', ['10:00 root ConsoleLogin ok mfa'])).toEqual([])
  })
})

describe('root-password-changed', () => {
  it('finds a change', async () => {
    expect(await found('root-password-changed', ['10:00 root PasswordUpdated ok'])).toHaveLength(1)
  })
  it('is silent about a change that failed', async () => {
    expect(await found('root-password-changed', ['10:00 root PasswordUpdated failed'])).toEqual([])
  })
})

describe('root-email-changed', () => {
  it('finds it under signin and under iam', async () => {
    expect(await found('root-email-changed', ['10:00 root EmailUpdated ok'])).toHaveLength(1)
    expect(await found('root-email-changed', ['10:00 root iam:EmailUpdated ok'])).toHaveLength(1)
  })
  it('is silent about one that failed', async () => {
    expect(await found('root-email-changed', ['10:00 root EmailUpdated failed'])).toEqual([])
  })
})
