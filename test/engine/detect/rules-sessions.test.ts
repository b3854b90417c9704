import { describe, expect, it } from 'vitest'
import { found, lines } from './detected.ts'
import { awsLogin, samlSignIn } from './special-records.ts'

const PORTAL = `using Jersey/\${project.version}`
const ALICE = 'arn:aws:iam::111122223333:user/alice'

describe('signin-token', () => {
  it('finds a token fetched by a script', async () => {
    expect(
      await found('signin-token', ['13:55:02 Admin/alice GetSigninToken using python-requests/2.32.3']),
    ).toMatchObject([{ severity: 'high', subject: 'Admin', events: 1 }])
  })
  it('is silent about the portal, and about a call that was refused', async () => {
    expect(
      await found('signin-token', [
        `10:00 AWSReservedSSO_View_0123456789abcdef/mika GetSigninToken ${PORTAL}`,
        '10:01 Admin/alice GetSigninToken failed using python-requests/2.32.3',
      ]),
    ).toEqual([])
  })
})

describe('ec2-console', () => {
  it('finds a session named like an instance', async () => {
    expect(await found('ec2-console', ['10:00 WebServer/i-0abc1234def567890 ConsoleLogin ok'])).toMatchObject(
      [{ severity: 'critical', events: 1 }],
    )
  })
  it('is silent about a user called i-ito and a role with a usual session', async () => {
    expect(
      await found('ec2-console', ['10:00 i-ito ConsoleLogin ok mfa', '10:01 Admin/alice ConsoleLogin ok']),
    ).toEqual([])
  })
})

describe('federated-user-login', () => {
  it('finds type FederatedUser', async () => {
    expect(await found('federated-user-login', ['10:00 federated:bob ConsoleLogin ok'])).toMatchObject([
      { severity: 'medium', subject: '111122223333' },
    ])
  })
  it('is silent about roles', async () => {
    expect(await found('federated-user-login', ['10:00 Admin/bob ConsoleLogin ok'])).toEqual([])
  })
})

describe('bypass-saml: a direct sign-in among many federated ones', () => {
  const staff = Array.from({ length: 30 }, (_, i) =>
    samlSignIn(`09:${String(i).padStart(2, '0')}`, `user${i}`),
  )
  it('finds the one that came another way', async () => {
    expect(await found('bypass-saml', [...staff, '10:00 alice ConsoleLogin ok mfa'])).toMatchObject([
      { subject: '111122223333', events: 1 },
    ])
  })
  it('is silent where direct sign-ins are common', async () => {
    expect(
      await found('bypass-saml', [...staff, ...lines(10, '10:00:00', 60, 'u{i} ConsoleLogin ok mfa')]),
    ).toEqual([])
    expect(await found('bypass-saml', ['10:00 alice ConsoleLogin ok mfa'])).toEqual([])
  })
})

describe('attack-agent', () => {
  it('finds Kali', async () => {
    expect(
      await found('attack-agent', [
        '10:00 alice GetSigninToken using aws-cli/2.15.0_Linux/6.6.9-kali1-amd64',
      ]),
    ).toMatchObject([{ severity: 'high', events: 1 }])
  })
  it('is silent about a browser', async () => {
    expect(await found('attack-agent', ['10:00 alice ConsoleLogin ok mfa'])).toEqual([])
  })
})

describe('role-switch', () => {
  it('collects switches as a hint', async () => {
    expect(
      await found('role-switch', [
        `10:00 Admin/alice SwitchRole switched-from ${ALICE}`,
        `11:00 Audit/bob SwitchRole switched-from ${ALICE}`,
      ]),
    ).toMatchObject([{ severity: 'info', events: 2 }])
  })
  it('is silent about a sign-in with a role', async () => {
    expect(await found('role-switch', ['10:00 Admin/alice ConsoleLogin ok'])).toEqual([])
  })
})

describe('role-switch-failed', () => {
  it('finds a failed switch', async () => {
    expect(await found('role-switch-failed', ['10:00 Admin/alice SwitchRole failed'])).toHaveLength(1)
  })
  it('is silent about one that went through', async () => {
    expect(await found('role-switch-failed', ['10:00 Admin/alice SwitchRole ok'])).toEqual([])
  })
})

describe('role-switch-after-no-mfa', () => {
  const move = (time: string) => `${time} Admin/alice SwitchRole switched-from ${ALICE} in 444455556666`
  it('finds every switch after the sign-in, in one finding', async () => {
    expect(
      await found('role-switch-after-no-mfa', [
        '13:52:07 alice ConsoleLogin ok no-mfa',
        move('13:53:40'),
        move('14:30'),
      ]),
    ).toMatchObject([{ severity: 'medium', subject: 'Admin/alice', events: 3 }])
  })
  it('is silent after MFA, from somebody else, and the day after', async () => {
    expect(
      await found('role-switch-after-no-mfa', ['10:00 alice ConsoleLogin ok mfa', move('10:05')]),
    ).toEqual([])
    expect(
      await found('role-switch-after-no-mfa', ['10:00 bob ConsoleLogin ok no-mfa', move('10:05')]),
    ).toEqual([])
    expect(
      await found('role-switch-after-no-mfa', [
        '2024-09-13T10:00 alice ConsoleLogin ok no-mfa',
        move('10:05'),
      ]),
    ).toEqual([])
  })
})

describe('oauth-address', () => {
  const HOME = '203.0.113.41'
  it('finds a token fetched elsewhere', async () => {
    expect(
      await found('oauth-address', [
        awsLogin('10:00', 'AuthorizeOAuth2Access', HOME),
        awsLogin('10:00:05', 'CreateOAuth2Token', '198.51.100.23'),
      ]),
    ).toMatchObject([{ severity: 'high', subject: 'kenji', events: 2 }])
  })
  it('is silent at one address, about a renewal, and where IPv4 and IPv6 cannot be compared', async () => {
    const start = awsLogin('10:00', 'AuthorizeOAuth2Access', HOME)
    expect(await found('oauth-address', [start, awsLogin('10:00:05', 'CreateOAuth2Token', HOME)])).toEqual([])
    expect(
      await found('oauth-address', [
        start,
        awsLogin('10:10', 'CreateOAuth2Token', '198.51.100.23', 'refresh_token'),
      ]),
    ).toEqual([])
    expect(
      await found('oauth-address', [start, awsLogin('10:00:05', 'CreateOAuth2Token', '2001:db8::1')]),
    ).toEqual([])
  })
})
