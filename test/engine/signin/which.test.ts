import { describe, expect, it } from 'vitest'
import { isSignIn, SIGN_IN_SOURCES } from '../../../electron/engine/signin/which.ts'
import { decoys } from '../../fixtures/decoys.ts'

describe('which records are sign-ins', () => {
  it.each([
    ['signin.amazonaws.com', 'ConsoleLogin'],
    ['signin.amazonaws.com', 'CheckMfa'],
    ['signin.amazonaws.com', 'SwitchRole'],
    ['signin.amazonaws.com', 'ExitRole'],
    ['signin.amazonaws.com', 'RenewRole'],
    ['signin.amazonaws.com', 'GetSigninToken'],
    ['signin.amazonaws.com', 'PasswordRecoveryRequested'],
    ['signin.amazonaws.com', 'PasswordRecoveryCompleted'],
    ['signin.amazonaws.com', 'PasswordUpdated'],
    ['signin.amazonaws.com', 'EmailUpdated'],
    ['iam.amazonaws.com', 'EmailUpdated'],
    ['signin.amazonaws.com', 'ExternalIdPDirectoryLogin'],
    ['signin.amazonaws.com', 'CredentialChallenge'],
    ['signin.amazonaws.com', 'CredentialVerification'],
    ['signin.amazonaws.com', 'UserAuthentication'],
    ['signin.amazonaws.com', 'AuthorizeOAuth2Access'],
    ['signin.amazonaws.com', 'CreateOAuth2Token'],
    ['signin.amazonaws.com', 'CreateOAuth2TokenWithIAM'],
    ['signin.amazonaws.com', 'RevokeOAuth2TokenWithIAM'],
    ['sso.amazonaws.com', 'Authenticate'],
    ['sso.amazonaws.com', 'Federate'],
    ['sso.amazonaws.com', 'Logout'],
    ['sso.amazonaws.com', 'CreateToken'],
    ['sso.amazonaws.com', 'GetRoleCredentials'],
    ['sso-oauth.amazonaws.com', 'CreateTokenWithIAM'],
  ])('%s %s is one', (source, name) => {
    expect(isSignIn(source, name)).toBe(true)
    expect(SIGN_IN_SOURCES.has(source)).toBe(true)
  })

  it.each([['SomethingOf2031'], ['constructor'], ['__proto__'], [''], [undefined], [null], [7]])(
    'a name of the sign-in service that nobody has heard of is one: %j',
    (name) => {
      expect(isSignIn('signin.amazonaws.com', name)).toBe(true)
    },
  )

  it('does not mind the letter case of the source', () => {
    expect(isSignIn('SignIn.AmazonAWS.com', 'ConsoleLogin')).toBe(true)
  })

  it.each([
    ['signin.amazonaws.com', 'PutResourcePermissionStatement'],
    ['signin.amazonaws.com', 'DeleteResourcePermissionStatement'],
    ['signin.amazonaws.com', 'ListResourcePermissionStatements'],
    ['signin.amazonaws.com', 'GetResourcePolicy'],
    ['signin.amazonaws.com', 'PutConsoleAuthorizationConfiguration'],
    ['signin.amazonaws.com', 'DeleteConsoleAuthorizationConfiguration'],
    ['signin.amazonaws.com', 'GetConsoleAuthorizationConfiguration'],
    ['sso.amazonaws.com', 'ListAccounts'],
    ['sso.amazonaws.com', 'ListApplications'],
    ['sso.amazonaws.com', 'CreateAccountAssignment'],
    ['iam.amazonaws.com', 'CreateLoginProfile'],
    ['sts.amazonaws.com', 'AssumeRole'],
    ['sts.amazonaws.com', 'GetCallerIdentity'],
    ['s3.amazonaws.com', 'ConsoleLogin'],
    ['xsignin.amazonaws.com', 'ConsoleLogin'],
    ['signin.amazonaws.com ', 'ConsoleLogin'],
    ['signin.amazonaws.com.example.org', 'ConsoleLogin'],
    ['', 'ConsoleLogin'],
    [undefined, 'ConsoleLogin'],
    [null, 'ConsoleLogin'],
    [['signin.amazonaws.com'], 'ConsoleLogin'],
  ])('%j %s is none', (source, name) => {
    expect(isSignIn(source, name)).toBe(false)
  })

  it('is not fooled by records that only hold the words', () => {
    expect(decoys().filter((record) => isSignIn(record['eventSource'], record['eventName']))).toEqual([])
  })
})
