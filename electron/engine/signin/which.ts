/**
 * The event sources, in lower case, under which sign-in records are found. A record of any other source is never
 * one; a record of these may be (`isSignIn`).
 */
export const SIGN_IN_SOURCES: ReadonlySet<string> = new Set([
  'signin.amazonaws.com',
  'sso.amazonaws.com',
  'sso-oauth.amazonaws.com',
  'iam.amazonaws.com',
])

/**
 * Calls of the sign-in service that administer who may sign in, and are no sign-in themselves (AWS Sign-In API
 * Reference, control plane).
 */
const POLICY_ADMINISTRATION: ReadonlySet<string> = new Set([
  'PutResourcePermissionStatement',
  'DeleteResourcePermissionStatement',
  'ListResourcePermissionStatements',
  'GetResourcePolicy',
  'PutConsoleAuthorizationConfiguration',
  'DeleteConsoleAuthorizationConfiguration',
  'GetConsoleAuthorizationConfiguration',
])

/**
 * What gives, asks for or ends a session of the access portal (IAM Identity Center User Guide, "Logging with
 * CloudTrail"). Listings of accounts and roles are left out: they are many and follow from these.
 */
const PORTAL: ReadonlySet<string> = new Set([
  'Authenticate',
  'Federate',
  'Logout',
  'CreateToken',
  'CreateTokenWithIAM',
  'GetRoleCredentials',
])

/** The guide names `sso-oauth` for CreateTokenWithIAM; its sister call is accepted so that none is lost. */
const PORTAL_TOKENS: ReadonlySet<string> = new Set(['CreateToken', 'CreateTokenWithIAM'])

/**
 * True when a record is a sign-in record: someone got, tried to get, or ended an interactive session.
 *
 * Chosen by event source, not by event type: the type `AwsConsoleSignIn` misses Identity Center, `aws login`,
 * GetSigninToken and every record of version 1.01 (CloudTrail User Guide, sign-in events; IAM Identity Center
 * User Guide, sign-in events; AWS Sign-In User Guide). A name of the sign-in service that this program does not
 * know, or that is missing, is a sign-in record, so that a new kind of sign-in is not lost. Sources are compared
 * without regard to letter case, names exactly.
 */
export function isSignIn(eventSource: unknown, eventName: unknown): boolean {
  if (typeof eventSource !== 'string') return false
  const name = typeof eventName === 'string' ? eventName : ''
  switch (eventSource.toLowerCase()) {
    case 'signin.amazonaws.com':
      return !POLICY_ADMINISTRATION.has(name)
    case 'sso.amazonaws.com':
      return PORTAL.has(name)
    case 'sso-oauth.amazonaws.com':
      return PORTAL_TOKENS.has(name)
    case 'iam.amazonaws.com':
      // Public sources disagree whether a change of root's e-mail address stands under iam or signin.
      return name === 'EmailUpdated'
    default:
      return false
  }
}
