import type { TextColumn } from './condition.ts'

/** An expression over the documented table, and what must be told when it is used. */
export interface AthenaColumn {
  readonly sql: string
  readonly notice: 'outcome-by-fields' | 'mfa-by-fields' | 'user-by-fields' | null
}

/** Columns of the documented table (Athena User Guide, "Querying AWS CloudTrail logs"), all that an import reads. */
export const SELECTED = [
  'eventversion',
  'useridentity',
  'eventtime',
  'eventsource',
  'eventname',
  'awsregion',
  'sourceipaddress',
  'useragent',
  'errorcode',
  'errormessage',
  'requestparameters',
  'responseelements',
  'additionaleventdata',
  'requestid',
  'eventid',
  'resources',
  'eventtype',
  'apiversion',
  'readonly',
  'recipientaccountid',
  'serviceeventdetails',
  'sharedeventid',
  'vpcendpointid',
  'tlsdetails',
] as const

/** The records that the program takes for sign-ins (`signin/which.ts`): also in a table of all events. */
export const SIGN_IN_RECORDS = `(
    (lower(eventsource) = 'signin.amazonaws.com' and coalesce(eventname, '') not in ('PutResourcePermissionStatement',
      'DeleteResourcePermissionStatement', 'ListResourcePermissionStatements', 'GetResourcePolicy',
      'PutConsoleAuthorizationConfiguration', 'DeleteConsoleAuthorizationConfiguration',
      'GetConsoleAuthorizationConfiguration'))
    or (lower(eventsource) = 'sso.amazonaws.com' and eventname in ('Authenticate', 'Federate', 'Logout', 'CreateToken',
      'CreateTokenWithIAM', 'GetRoleCredentials'))
    or (lower(eventsource) = 'sso-oauth.amazonaws.com' and eventname in ('CreateToken', 'CreateTokenWithIAM'))
    or (lower(eventsource) = 'iam.amazonaws.com' and eventname = 'EmailUpdated')
  )`

const data = (path: string) => `json_extract_scalar(additionaleventdata, '$.${path}')`
const stated = (column: string) => `nullif(${column}, '')`
const result = (column: string, word: string) =>
  `regexp_like(${column}, '(?i)"' || eventname || '"\\s*:\\s*"${word}"')`

/** The rules of `signin/outcome.ts` over what Athena can see. */
const OUTCOME = `case
    when ${stated('errorcode')} is not null then 'failure'
    when ${result('serviceeventdetails', 'success')} then 'success'
    when ${result('serviceeventdetails', 'failure')} then 'failure'
    when ${result('responseelements', 'success')} then 'success'
    when ${result('responseelements', 'failure')} then 'failure'
    when ${stated('errormessage')} is not null then 'failure'
    when lower(eventtype) = 'awsapicall' and eventname not in ('ConsoleLogin', 'CheckMfa', 'SwitchRole', 'ExitRole',
      'RenewRole', 'PasswordRecoveryRequested', 'PasswordRecoveryCompleted', 'PasswordUpdated', 'EmailUpdated',
      'ExternalIdPDirectoryLogin', 'CredentialChallenge', 'CredentialVerification', 'UserAuthentication')
      and lower(coalesce(${data('success')}, 'true')) = 'true' then 'success'
    else 'not-stated' end`

const FEDERATED = `(lower(useridentity.type) in ('assumedrole', 'role', 'federateduser', 'samluser', 'webidentityuser',
      'identitycenteruser', 'directory') or ${data('SamlProviderArn')} is not null
      or useridentity.arn like '%/AWSReservedSSO\\_%' escape '\\')`
const FACTORS = `upper(replace(${data('CredentialType')}, ' ', ''))`

/** The rules of `signin/mfa.ts` over what Athena can see. */
const MFA = `case
    when eventname in ('SwitchRole', 'ExitRole', 'RenewRole', 'PasswordRecoveryRequested', 'PasswordRecoveryCompleted',
      'PasswordUpdated', 'EmailUpdated', 'ExternalIdPDirectoryLogin', 'CredentialChallenge') then 'not-stated'
    when eventname = 'ConsoleLogin' then case
      when lower(${data('MFAUsed')}) = 'yes' then 'used'
      when lower(${data('MFAUsed')}) <> 'no' then 'not-stated'
      when ${FEDERATED} then 'not-visible'
      when ${data('MFAUsed')} is null or lower(useridentity.type) = 'unknown' then 'not-stated'
      else 'not-used' end
    when eventname = 'CheckMfa' then case when ${OUTCOME} = 'success' then 'used' else 'not-stated' end
    when eventname in ('UserAuthentication', 'CredentialVerification') then case
      when ${OUTCOME} = 'success' and regexp_like(${FACTORS}, '(^|,)(TOTP|WEBAUTHN|RESYNC_TOTP)(,|$)') then 'used'
      when eventname = 'CredentialVerification' then 'not-stated'
      when regexp_like(${FACTORS}, '^PASSWORD(,PASSWORD)*$') then 'not-used'
      when regexp_like(${FACTORS}, '^EXTERNAL_IDP(,EXTERNAL_IDP)*$') then 'not-visible'
      else 'not-stated' end
    when lower(useridentity.sessioncontext.attributes.mfaauthenticated) = 'true' then 'used'
    when lower(useridentity.sessioncontext.attributes.mfaauthenticated) = 'false' then case
      when ${FEDERATED} then 'not-visible'
      when lower(useridentity.type) in ('iamuser', 'root') then 'not-used'
      else 'not-stated' end
    else 'not-stated' end`

const ASSUMED = `regexp_extract(useridentity.arn, ':assumed-role/(.+)$', 1)`

/** Who, by the main rules of `signin/principal.ts`. Names that AWS hides are nobody's. */
export const USER = `case
    when useridentity.username = 'HIDDEN_DUE_TO_SECURITY_REASONS' then null
    when lower(useridentity.type) = 'root' then 'root'
    when lower(useridentity.type) in ('assumedrole', 'role') then coalesce(${ASSUMED}, ${stated('useridentity.username')})
    when lower(useridentity.type) = 'federateduser' then coalesce(
      regexp_extract(useridentity.arn, ':federated-user/(.+)$', 1), ${stated('useridentity.username')})
    when lower(useridentity.type) = 'awsservice' then coalesce(
      ${stated('useridentity.invokedby')}, ${stated('useridentity.username')})
    else coalesce(${data('UserName')}, ${stated('useridentity.username')}) end`

const exact = (sql: string): AthenaColumn => ({ sql, notice: null })

/** Fields that Athena has; those that are missing here are made by the program. */
export const ATHENA_COLUMNS: Partial<Record<TextColumn, AthenaColumn>> = {
  outcome: { sql: OUTCOME, notice: 'outcome-by-fields' },
  mfa: { sql: MFA, notice: 'mfa-by-fields' },
  event: exact('eventname'),
  eventsource: exact('eventsource'),
  type: exact('eventtype'),
  version: exact('eventversion'),
  id: exact('eventid'),
  arn: exact('useridentity.arn'),
  account: exact(`coalesce(${stated('recipientaccountid')}, ${stated('useridentity.accountid')})`),
  useraccount: exact(stated('useridentity.accountid')),
  key: exact(stated('useridentity.accesskeyid')),
  region: exact('awsregion'),
  ip: exact('sourceipaddress'),
  agent: exact('useragent'),
  session: {
    sql: `regexp_extract(useridentity.arn, ':assumed-role/[^/]+/(.+)$', 1)`,
    notice: 'user-by-fields',
  },
  reason: { sql: `coalesce(${stated('errormessage')}, ${stated('errorcode')})`, notice: 'outcome-by-fields' },
  device: exact(`coalesce(${data('MFAIdentifier')}, ${data('MfaType')})`),
  loginto: exact(data('LoginTo')),
  switchedfrom: exact(data('SwitchFrom')),
}

/** All columns that hold text, as one text. */
export const ALL_TEXT = `concat_ws(' ', useridentity.type, useridentity.principalid, useridentity.arn,
    useridentity.accountid, useridentity.accesskeyid, useridentity.username, eventtime, eventsource, eventname, awsregion,
    sourceipaddress, useragent, errorcode, errormessage, requestparameters, responseelements, additionaleventdata,
    requestid, eventid, eventtype, recipientaccountid, serviceeventdetails, sharedeventid, vpcendpointid)`
