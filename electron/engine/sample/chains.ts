import { utcText } from '../../../shared/domain/time.ts'
import * as cast from './cast.ts'
import { iamUser, identityCenterUser, type JsonMap, roleSession, service } from './identities.ts'
import {
  apiCall,
  consoleRecord,
  eventIdOf,
  identityCenterRecord,
  portalRecord,
  type Scene,
} from './record.ts'

/** What AWS prints about a console sign-in besides the result. */
export function loginData(mfaUsed: 'Yes' | 'No', more: JsonMap = {}): JsonMap {
  return { LoginTo: cast.CONSOLE, MobileVersion: 'No', ...more, MFAUsed: mfaUsed }
}

/** An IAM user with a virtual MFA device: the MFA step, then the sign-in some seconds later. */
export function signInWithMfa(scene: Scene, name: string): readonly JsonMap[] {
  const device = `arn:aws:iam::${scene.account}:mfa/${name}-phone`
  return [
    consoleRecord('CheckMfa', scene, iamUser(scene.account, name, false), 'Success', {
      data: { MfaType: 'Virtual MFA' },
    }),
    consoleRecord('ConsoleLogin', { ...scene, at: scene.at + 14 }, iamUser(scene.account, name), 'Success', {
      data: loginData('Yes', { MFAIdentifier: device }),
    }),
  ]
}

/** A sign-in of an IAM user or of root that AWS refused for a wrong password or MFA code. */
export function failedSignIn(scene: Scene, who: JsonMap, errorMessage = 'Failed authentication'): JsonMap {
  return consoleRecord('ConsoleLogin', scene, who, 'Failure', { errorMessage, data: loginData('No') })
}

/** Identity Center's sign-in page: each factor is asked for and checked, then the whole sign-in is confirmed. */
export function identityCenterSignIn(
  scene: Scene,
  user: cast.PortalUser,
  factors: readonly string[] = ['PASSWORD', 'TOTP'],
): readonly JsonMap[] {
  const home = { ...scene, account: cast.MANAGEMENT, region: cast.TOKYO }
  const who = identityCenterUser(cast.MANAGEMENT, user.id)
  const workflow = eventIdOf(`${user.name} ${scene.at}`)
  const step = (eventName: string, seconds: number, credential: string): JsonMap =>
    identityCenterRecord(eventName, { ...home, at: scene.at + seconds }, who, 'Success', {
      userName: user.name,
      credential,
      workflow,
    })
  return [
    ...factors.flatMap((factor, index) => [
      step('CredentialChallenge', index * 9, factor),
      step('CredentialVerification', index * 9 + 7, factor),
    ]),
    step('UserAuthentication', factors.length * 9, factors.join(',')),
  ]
}

/** From the portal's page into the console of an account, all within some seconds. */
export function openConsole(scene: Scene, user: cast.PortalUser): readonly JsonMap[] {
  const portal = { ...scene, account: cast.MANAGEMENT, region: cast.TOKYO }
  const person = identityCenterUser(cast.MANAGEMENT, user.id)
  const there = { ...scene, account: user.account, region: cast.TOKYO, at: scene.at + 3 }
  const session = roleSession(user.account, user.role, user.name, utcText(scene.at + 3))
  return [
    portalRecord('Authenticate', portal, person),
    portalRecord('Federate', { ...portal, at: scene.at + 2 }, person, {
      role_name: user.role.split('_')[1],
      account_id: user.account,
    }),
    apiCall(
      'sts.amazonaws.com',
      'AssumeRoleWithSAML',
      { ...there, ip: 'AWS Internal', agent: 'AWS Internal' },
      service('sso.amazonaws.com'),
      {
        request: {
          roleArn: `arn:aws:iam::${user.account}:role/${user.role}`,
          roleSessionName: user.name,
        },
        readOnly: true,
      },
    ),
    apiCall('signin.amazonaws.com', 'GetSigninToken', { ...there, agent: cast.PORTAL_AGENT }, session),
    consoleRecord('ConsoleLogin', { ...there, at: scene.at + 4 }, session, 'Success', {
      data: loginData('No'),
    }),
  ]
}

/** Short-term keys for the command line: a token of the portal, then the keys of a role. */
export function portalKeys(scene: Scene, user: cast.PortalUser): readonly JsonMap[] {
  const portal = { ...scene, account: cast.MANAGEMENT, region: cast.TOKYO }
  const person = identityCenterUser(cast.MANAGEMENT, user.id)
  return [
    portalRecord('CreateToken', portal, person),
    portalRecord('GetRoleCredentials', { ...portal, at: scene.at + 1 }, person, {
      role_name: user.role.split('_')[1],
      account_id: user.account,
    }),
  ]
}

export function portalLogout(scene: Scene, user: cast.PortalUser): JsonMap {
  const portal = { ...scene, account: cast.MANAGEMENT, region: cast.TOKYO }
  return portalRecord('Logout', portal, identityCenterUser(cast.MANAGEMENT, user.id))
}
