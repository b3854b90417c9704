import { describe, expect, it } from 'vitest'
import { found } from './detected.ts'
import { deniedByPolicy, externalDirectoryLogin, step } from './special-records.ts'

const END = '20:00 kenji ConsoleLogin ok mfa'
const burst = (count: number, gapMinutes: number) =>
  Array.from({ length: count }, (_, i) =>
    externalDirectoryLogin(`10:${String(i * gapMinutes).padStart(2, '0')}`, i % 2 === 0 ? 'Root' : 'Unknown'),
  )

describe('idp-failures: 5 in 10 minutes', () => {
  it('finds five', async () => {
    expect(await found('idp-failures', burst(5, 2))).toMatchObject([{ subject: '111122223333', events: 5 }])
  })
  it('is silent about four, and about five in twenty minutes', async () => {
    expect(await found('idp-failures', burst(4, 1))).toEqual([])
    expect(await found('idp-failures', burst(5, 5))).toEqual([])
  })
})

describe('idc-unfinished', () => {
  it('finds a workflow that was asked for a factor and never finished', async () => {
    const rows = await found('idc-unfinished', [
      step('10:00', 'CredentialChallenge', 'w1'),
      step('10:01', 'CredentialVerification', 'w1', undefined, 'Failure'),
      END,
    ])
    expect(rows).toMatchObject([{ severity: 'info', events: 1 }])
  })
  it('is silent where UserAuthentication follows in the same workflow, and only there', async () => {
    expect(
      await found('idc-unfinished', [
        step('10:00', 'CredentialChallenge', 'w1'),
        step('10:02', 'UserAuthentication', 'w1'),
        END,
      ]),
    ).toEqual([])
    expect(
      await found('idc-unfinished', [
        step('10:00', 'CredentialChallenge', 'w1'),
        step('10:02', 'UserAuthentication', 'w2'),
        END,
      ]),
    ).toHaveLength(1)
  })
})

describe('idc-unfinished-elsewhere', () => {
  const usual = [step('09:00', 'CredentialChallenge', 'w0'), step('09:01', 'UserAuthentication', 'w0')]
  it('finds it at an address where the user never finished', async () => {
    expect(
      await found('idc-unfinished-elsewhere', [
        ...usual,
        step('10:00', 'CredentialChallenge', 'w1', '198.51.100.23'),
        END,
      ]),
    ).toMatchObject([{ severity: 'low', subject: 'mika' }])
  })
  it('is silent at the usual address', async () => {
    expect(
      await found('idc-unfinished-elsewhere', [...usual, step('10:00', 'CredentialChallenge', 'w1'), END]),
    ).toEqual([])
  })
})

describe('policy-denied', () => {
  it('finds a denial that names the principal in full', async () => {
    expect(await found('policy-denied', [deniedByPolicy('10:00', true)])).toMatchObject([
      { severity: 'medium', subject: 'alice' },
    ])
  })
  it('is silent about a denial before the password, and about a wrong password', async () => {
    expect(
      await found('policy-denied', [deniedByPolicy('10:00', false), '10:01 alice ConsoleLogin failed']),
    ).toEqual([])
  })
})
