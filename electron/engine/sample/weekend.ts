import { utcText } from '../../../shared/domain/time.ts'
import * as cast from './cast.ts'
import { failedSignIn, identityCenterSignIn, loginData, openConsole } from './chains.ts'
import { hiddenUser, iamUser, identityCenterUser, type JsonMap, roleSession, rootUser } from './identities.ts'
import { DAY, MONDAY } from './ordinary-days.ts'
import type { Dice } from './random.ts'
import { apiCall, consoleRecord, type Scene } from './record.ts'

const SATURDAY = MONDAY + 5 * DAY
const SUNDAY = MONDAY + 6 * DAY

/** Saturday evening in Tokyo: a stranger gets in. Sunday morning: the owner takes the account back. */
export function weekend(dice: Dice): readonly JsonMap[] {
  return [...spray(dice), ...alice(), ...strangerTriesRoot(), ...recovery(), ...afterwards()]
}

function stranger(at: number, account = cast.PRODUCTION, region = cast.GLOBAL): Scene {
  return { at, account, region, ip: cast.STRANGER, agent: cast.OLD_CHROME }
}

/** 13:47 UTC: many names from one address within five minutes, some of which do not exist. */
function spray(dice: Dice): readonly JsonMap[] {
  const tries: JsonMap[] = []
  for (let at = SATURDAY + time(13, 47, 2); at < SATURDAY + time(13, 51, 50); at += 1 + dice.roll(4)) {
    tries.push(
      dice.roll(7) === 0
        ? failedSignIn(stranger(at), hiddenUser(cast.PRODUCTION), 'No username found in supplied account')
        : failedSignIn(stranger(at), iamUser(cast.PRODUCTION, dice.pick(cast.TRIED_NAMES), false)),
    )
  }
  return tries
}

/** 13:52 UTC: alice's password works, without MFA; then the Admin role of the management account. */
function alice(): readonly JsonMap[] {
  const at = SATURDAY + time(13, 52, 7)
  const there = stranger(SATURDAY + time(13, 53, 40), cast.MANAGEMENT, cast.TOKYO)
  const admin = roleSession(cast.MANAGEMENT, 'Admin', 'alice', utcText(there.at))
  return [
    consoleRecord('ConsoleLogin', stranger(at), iamUser(cast.PRODUCTION, 'alice'), 'Success', {
      data: loginData('No'),
    }),
    consoleRecord('SwitchRole', there, admin, 'Success', {
      data: {
        SwitchFrom: `arn:aws:iam::${cast.PRODUCTION}:user/alice`,
        RedirectTo: `https://${cast.TOKYO}.console.aws.amazon.com/iam/home`,
      },
    }),
    apiCall(
      'iam.amazonaws.com',
      'ListUsers',
      { ...there, at: there.at + 41, region: cast.GLOBAL, ip: 'AWS Internal', agent: 'AWS Internal' },
      admin,
      { readOnly: true },
    ),
    apiCall(
      'signin.amazonaws.com',
      'GetSigninToken',
      { ...there, at: there.at + 84, agent: cast.PYTHON },
      admin,
    ),
    consoleRecord('ConsoleLogin', { ...there, at: there.at + 86 }, admin, 'Success', {
      data: loginData('No'),
    }),
  ]
}

/** 14:02 UTC: two wrong passwords for root, then a request to recover it that its owner never made. */
function strangerTriesRoot(): readonly JsonMap[] {
  const root = rootUser(cast.PRODUCTION)
  return [
    failedSignIn(stranger(SATURDAY + time(14, 2, 31)), root),
    failedSignIn(stranger(SATURDAY + time(14, 3, 2)), root),
    consoleRecord('PasswordRecoveryRequested', stranger(SATURDAY + time(14, 5, 12)), root, 'Success'),
  ]
}

/** Sunday 00:41 UTC, from the office: the owner recovers root, changes the password and signs in with MFA. */
function recovery(): readonly JsonMap[] {
  const root = rootUser(cast.PRODUCTION)
  const owner = (at: number): Scene => ({
    at: SUNDAY + at,
    account: cast.PRODUCTION,
    region: cast.GLOBAL,
    ip: cast.OFFICE,
    agent: cast.CHROME,
  })
  const device = `arn:aws:iam::${cast.PRODUCTION}:mfa/root-account-mfa-device`
  return [
    consoleRecord('PasswordRecoveryRequested', owner(time(0, 41, 5)), root, 'Success'),
    consoleRecord('PasswordRecoveryCompleted', owner(time(0, 44, 50)), root, 'Success'),
    consoleRecord('ConsoleLogin', owner(time(0, 46, 19)), root, 'Success', {
      data: loginData('Yes', { MFAIdentifier: device }),
    }),
    consoleRecord('PasswordUpdated', owner(time(0, 49, 33)), root, 'Success'),
  ]
}

/** Mika limits who may sign in, and the stranger's next try meets that policy. */
function afterwards(): readonly JsonMap[] {
  const home: Scene = {
    at: SUNDAY + time(1, 10, 0),
    account: cast.PRODUCTION,
    region: cast.TOKYO,
    ip: cast.HOME_OF_MIKA,
    agent: cast.CHROME,
  }
  const mika = roleSession(cast.PRODUCTION, cast.MIKA.role, cast.MIKA.name, utcText(home.at))
  const unknown = identityCenterUser(cast.MANAGEMENT, '97670000-0000-4000-8000-00000000a0ff')
  return [
    ...identityCenterSignIn(home, cast.MIKA, ['PASSWORD', 'WEBAUTHN']),
    ...openConsole({ ...home, at: home.at + 30 }, cast.MIKA),
    apiCall(
      'signin.amazonaws.com',
      'PutResourcePermissionStatement',
      { ...home, at: home.at + 400, agent: cast.CLI },
      mika,
      { request: { sourceIp: `${cast.OFFICE}/32` } },
    ),
    consoleRecord(
      'ConsoleLogin',
      stranger(SUNDAY + time(2, 12, 44)),
      iamUser(cast.PRODUCTION, 'alice', false),
      'Failure',
      {
        errorCode: 'AccessDenied',
        errorMessage: 'Authorization denied because of a resource-based policy',
        data: loginData('No'),
      },
    ),
    consoleRecord(
      'ExternalIdPDirectoryLogin',
      stranger(SUNDAY + time(2, 20, 9), cast.MANAGEMENT, cast.TOKYO),
      unknown,
      'Failure',
      { errorMessage: 'Invalid SAML response' },
    ),
  ]
}

function time(hour: number, minute: number, second: number): number {
  return hour * 3600 + minute * 60 + second
}
