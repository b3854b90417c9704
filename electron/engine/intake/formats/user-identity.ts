import { fields, type Shape } from './struct-text.ts'

const ATTRIBUTES = fields('mfaAuthenticated', 'creationDate')
const ISSUER = fields('type', 'principalId', 'arn', 'accountId', 'userName')

/** `tlsDetails` and an element of `resources` (CloudTrail record contents). */
export const TLS_DETAILS = fields('tlsVersion', 'cipherSuite', 'clientProvidedHostHeader')
export const RESOURCE = fields('ARN', 'accountId', 'type')

/**
 * `userIdentity` as tables have it: the documented Athena table (Athena User Guide, "Querying AWS CloudTrail logs")
 * and what the Lake schema adds (CloudTrail User Guide, "CloudTrail Lake supported schemas"). Hive writes names in
 * lower case; here they get CloudTrail's letters back (userIdentity element).
 */
export const USER_IDENTITY: Shape = {
  ...fields('type', 'principalId', 'arn', 'accountId', 'invokedBy', 'accessKeyId', 'userName'),
  ...fields('identityProvider', 'credentialId'),
  sessioncontext: {
    as: 'sessionContext',
    shape: {
      attributes: { as: 'attributes', shape: ATTRIBUTES },
      sessionissuer: { as: 'sessionIssuer', shape: ISSUER },
      webidfederationdata: {
        as: 'webIdFederationData',
        shape: { ...fields('federatedProvider'), attributes: { as: 'attributes', shape: {} } },
      },
      ...fields('ec2RoleDelivery', 'sourceIdentity', 'assumedRoot', 'signInSessionArn'),
    },
  },
  onbehalfof: { as: 'onBehalfOf', shape: fields('userId', 'identityStoreArn') },
  inscopeof: {
    as: 'inScopeOf',
    shape: fields('sourceArn', 'sourceAccount', 'issuerType', 'credentialsIssuedTo'),
  },
}

/**
 * Keys that sign-in records have under `additionalEventData`, `responseElements`, `requestParameters` and
 * `serviceEventDetails`. Lake prints these as maps, in which only a known key can be told from text.
 */
export const EVENT_DATA: Shape = fields(
  'LoginTo',
  'MobileVersion',
  'MFAUsed',
  'MFAIdentifier',
  'MfaType',
  'SamlProviderArn',
  'SwitchFrom',
  'RedirectTo',
  'RenewedBy',
  'AuthWorkflowID',
  'UserName',
  'CredentialType',
  'DeviceEnrollmentRequired',
  'success',
  'grant_type',
  'signInSessionArn',
  'ConsoleLogin',
  'CheckMfa',
  'SwitchRole',
  'ExitRole',
  'RenewRole',
  'GetSigninToken',
  'PasswordRecoveryRequested',
  'PasswordRecoveryCompleted',
  'PasswordUpdated',
  'EmailUpdated',
  'ExternalIdPDirectoryLogin',
  'CredentialChallenge',
  'CredentialVerification',
  'UserAuthentication',
  'roleArn',
  'roleSessionName',
  'roleName',
  'role_name',
  'account_id',
  'accountId',
  'scope',
  'redirect_uri',
  'client_id',
  'code_challenge_method',
  'resource',
)
