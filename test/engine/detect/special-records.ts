import * as cast from '../../../electron/engine/sample/cast.ts'
import type { JsonMap } from '../../../electron/engine/sample/identities.ts'
import * as who from '../../../electron/engine/sample/identities.ts'
import {
  apiCall,
  consoleRecord,
  identityCenterRecord,
  type Scene,
} from '../../../electron/engine/sample/record.ts'

// Records that the language of `trail` has no words for.

function scene(time: string, ip: string): Scene {
  const at = Date.parse(`2024-09-14T${time.length === 5 ? `${time}:00` : time}Z`) / 1000
  return { at, account: cast.PRODUCTION, region: cast.TOKYO, ip, agent: cast.CHROME }
}

/** A failed sign-in through the outside provider; older records print the type `Root` with an empty ARN. */
export function externalDirectoryLogin(
  time: string,
  type: 'Root' | 'Unknown',
  ip: string = cast.STRANGER,
): JsonMap {
  const identity = {
    type,
    principalId: cast.PRODUCTION,
    arn: '',
    accountId: cast.PRODUCTION,
    accessKeyId: '',
  }
  return consoleRecord('ExternalIdPDirectoryLogin', scene(time, ip), identity, 'Failure', {
    errorMessage: 'Invalid SAML response',
  })
}

/** One step of a sign-in of Identity Center in the workflow with that name. */
export function step(
  time: string,
  event: 'CredentialChallenge' | 'CredentialVerification' | 'UserAuthentication',
  workflow: string,
  ip: string = cast.OFFICE,
  result: 'Success' | 'Failure' = 'Success',
): JsonMap {
  return identityCenterRecord(
    event,
    scene(time, ip),
    who.identityCenterUser(cast.PRODUCTION, 'id-mika'),
    result,
    {
      userName: 'mika',
      credential: 'PASSWORD',
      workflow,
    },
  )
}

/** A step of `aws login` of kenji's console session. */
export function awsLogin(
  time: string,
  event: 'AuthorizeOAuth2Access' | 'CreateOAuth2Token',
  ip: string,
  grant = 'authorization_code',
): JsonMap {
  const person = who.userSession(cast.PRODUCTION, 'kenji', '2024-09-14T00:00:00Z', 'true')
  const data = event === 'CreateOAuth2Token' ? { data: { grant_type: grant, success: 'true' } } : {}
  return apiCall('signin.amazonaws.com', event, scene(time, ip), person, { ...data, readOnly: true })
}

/** A denial by policy; with `known`, after the password was right. */
export function deniedByPolicy(time: string, known: boolean): JsonMap {
  return consoleRecord(
    'ConsoleLogin',
    scene(time, cast.STRANGER),
    who.iamUser(cast.PRODUCTION, 'alice', known),
    'Failure',
    {
      errorCode: 'AccessDenied',
      errorMessage: 'Authorization denied because of a resource-based policy',
    },
  )
}

/** A console sign-in through a SAML provider. */
export function samlSignIn(time: string, session: string): JsonMap {
  const role = who.roleSession(cast.PRODUCTION, 'Staff', session, '2024-09-14T00:00:00Z')
  return consoleRecord('ConsoleLogin', scene(time, cast.OFFICE), role, 'Success', {
    data: { MFAUsed: 'No', SamlProviderArn: `arn:aws:iam::${cast.PRODUCTION}:saml-provider/corp` },
  })
}
