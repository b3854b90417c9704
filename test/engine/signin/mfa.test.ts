import { describe, expect, it } from 'vitest'
import { readMfa } from '../../../electron/engine/signin/mfa.ts'

const login = (type: string | null, used: unknown, more: object = {}) => ({
  eventName: 'ConsoleLogin',
  userIdentity: type === null ? {} : { type },
  responseElements: { ConsoleLogin: 'Success' },
  additionalEventData: used === undefined ? {} : { MFAUsed: used },
  ...more,
})
const factor = (eventName: string, credential: string | undefined, result = 'Success') => ({
  eventName,
  additionalEventData: { CredentialType: credential },
  serviceEventDetails: { [eventName]: result },
})
const session = (eventName: string, type: string, value: unknown) => ({
  eventName,
  eventType: 'AwsApiCall',
  userIdentity: { type, sessionContext: { attributes: { mfaAuthenticated: value } } },
})

describe('MFA of ConsoleLogin', () => {
  it.each([
    ['IAMUser', 'Yes', 'used', 'MFAUsed'],
    ['IAMUser', 'No', 'not-used', 'MFAUsed'],
    ['IAMUser', 'no', 'not-used', 'MFAUsed'],
    ['Root', 'YES', 'used', 'MFAUsed'],
    ['Root', 'No', 'not-used', 'MFAUsed'],
    ['IAMUser', undefined, 'not-stated', 'none'],
    ['IAMUser', '', 'not-stated', 'none'],
    ['IAMUser', true, 'not-stated', 'none'],
    ['IAMUser', 'Perhaps', 'not-stated', 'MFAUsed'],
    ['AssumedRole', 'No', 'not-visible', 'federated'],
    ['assumedrole', 'No', 'not-visible', 'federated'],
    ['AssumedRole', undefined, 'not-visible', 'federated'],
    ['AssumedRole', 'Yes', 'used', 'MFAUsed'],
    ['AssumedRole', 'Perhaps', 'not-stated', 'MFAUsed'],
    ['FederatedUser', 'No', 'not-visible', 'federated'],
    ['SAMLUser', 'No', 'not-visible', 'federated'],
    ['WebIdentityUser', 'No', 'not-visible', 'federated'],
    ['IdentityCenterUser', 'No', 'not-visible', 'federated'],
    ['Directory', 'No', 'not-visible', 'federated'],
    ['Role', 'No', 'not-visible', 'federated'],
    ['Unknown', 'No', 'not-stated', 'MFAUsed'],
  ])('%s with MFAUsed %j is %s', (type, used, mfa, basis) => {
    expect(readMfa(login(type, used))).toMatchObject({ mfa, basis })
  })

  it('keeps the value as it stands', () => {
    expect(readMfa(login('Root', 'YES')).raw).toBe('YES')
    expect(readMfa(login('AssumedRole', 'No')).raw).toBe('No')
    expect(readMfa(login('IAMUser', 'Perhaps')).raw).toBe('Perhaps')
    expect(readMfa(login('IAMUser', undefined)).raw).toBeNull()
  })

  it('knows a federated sign-in by its provider and by the roles of Identity Center', () => {
    const saml = login(null, 'No', {
      additionalEventData: { MFAUsed: 'No', SamlProviderArn: 'arn:aws:iam::1:saml-provider/x' },
    })
    const arn = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0011223344556677/mika'
    expect(readMfa(saml).mfa).toBe('not-visible')
    expect(readMfa(login(null, undefined, { userIdentity: { arn } })).mfa).toBe('not-visible')
  })

  it('names the device, else the kind of device', () => {
    const arn = 'arn:aws:iam::111122223333:u2f/user/alice/key-ABCDEF'
    expect(
      readMfa(login('IAMUser', 'Yes', { additionalEventData: { MFAUsed: 'Yes', MFAIdentifier: arn } }))
        .device,
    ).toBe(arn)
    expect(readMfa({ eventName: 'CheckMfa', additionalEventData: { MfaType: 'U2F MFA' } }).device).toBe(
      'U2F MFA',
    )
    expect(readMfa(login('IAMUser', 'No')).device).toBeNull()
  })
})

describe('MFA of the other events', () => {
  it.each([
    ['Success', 'used'],
    ['Failure', 'not-stated'],
    ['', 'not-stated'],
  ])('CheckMfa with %j is %s', (result, mfa) => {
    const record = { eventName: 'CheckMfa', responseElements: { CheckMfa: result } }
    expect(readMfa(record)).toMatchObject({ mfa, basis: 'CheckMfa' })
  })

  it.each([
    ['UserAuthentication', 'PASSWORD', 'not-used'],
    ['UserAuthentication', 'password', 'not-used'],
    ['UserAuthentication', 'PASSWORD,TOTP', 'used'],
    ['UserAuthentication', 'PASSWORD, WEBAUTHN', 'used'],
    ['UserAuthentication', 'TOTP,PASSWORD', 'used'],
    ['UserAuthentication', 'PASSWORD,RESYNC_TOTP', 'used'],
    ['UserAuthentication', 'EXTERNAL_IDP', 'not-visible'],
    ['UserAuthentication', 'PASSWORD,EMAIL_OTP', 'not-stated'],
    ['UserAuthentication', 'SMARTCARD', 'not-stated'],
    ['CredentialVerification', 'TOTP', 'used'],
    ['CredentialVerification', 'WEBAUTHN', 'used'],
    ['CredentialVerification', 'PASSWORD', 'not-stated'],
    ['CredentialVerification', 'EXTERNAL_IDP', 'not-stated'],
  ])('%s with %s is %s', (name, credential, mfa) => {
    expect(readMfa(factor(name, credential))).toMatchObject({ mfa, basis: 'CredentialType', raw: credential })
  })

  it('a factor that failed was not used', () => {
    expect(readMfa(factor('CredentialVerification', 'TOTP', 'Failure')).mfa).toBe('not-stated')
  })

  it('a challenge only asks, and no list says nothing', () => {
    expect(readMfa(factor('CredentialChallenge', 'TOTP'))).toMatchObject({
      mfa: 'not-stated',
      basis: 'CredentialType',
      raw: 'TOTP',
    })
    expect(readMfa(factor('UserAuthentication', undefined))).toMatchObject({
      mfa: 'not-stated',
      basis: 'none',
    })
  })

  it.each([
    ['GetSigninToken', 'AssumedRole', 'true', 'used'],
    ['GetSigninToken', 'AssumedRole', 'false', 'not-visible'],
    ['GetSigninToken', 'FederatedUser', 'false', 'not-visible'],
    ['AuthorizeOAuth2Access', 'IAMUser', 'true', 'used'],
    ['AuthorizeOAuth2Access', 'IAMUser', 'false', 'not-used'],
    ['CreateOAuth2Token', 'Root', 'FALSE', 'not-used'],
    ['CreateOAuth2Token', 'IAMUser', true, 'used'],
    ['CreateOAuth2Token', 'IAMUser', 'maybe', 'not-stated'],
    ['GetRoleCredentials', 'IdentityCenterUser', 'false', 'not-visible'],
    ['SomethingOf2031', 'Unknown', 'false', 'not-stated'],
  ])('%s by %s with mfaAuthenticated %j is %s', (name, type, value, mfa) => {
    const reading = readMfa(session(name, type, value))
    expect(reading).toMatchObject({ mfa, basis: 'mfaAuthenticated', raw: String(value) })
  })

  it.each([
    'SwitchRole',
    'ExitRole',
    'RenewRole',
    'PasswordRecoveryRequested',
    'PasswordUpdated',
    'EmailUpdated',
    'ExternalIdPDirectoryLogin',
  ])('%s does not say', (name) => {
    expect(readMfa(session(name, 'AssumedRole', 'false'))).toMatchObject({ mfa: 'not-stated', basis: 'none' })
  })
})
