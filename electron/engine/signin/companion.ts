import { isSignIn } from './which.ts'

/** Sources whose records all explain sign-ins: roles taken, directory and portal administration. */
export const COMPANION_SOURCES = [
  'sts.amazonaws.com',
  'sso-directory.amazonaws.com',
  'identitystore.amazonaws.com',
] as const

/**
 * The events that change how people sign in, by source (IAM User Guide; Account Management Guide; CloudShell User
 * Guide).
 */
export const COMPANION_EVENTS = {
  'iam.amazonaws.com': [
    'EnableMFADevice',
    'DeactivateMFADevice',
    'CreateVirtualMFADevice',
    'DeleteVirtualMFADevice',
    'ResyncMFADevice',
    'CreateLoginProfile',
    'UpdateLoginProfile',
    'DeleteLoginProfile',
    'ChangePassword',
    'UpdateAccountPasswordPolicy',
    'DeleteAccountPasswordPolicy',
    'CreateSAMLProvider',
    'UpdateSAMLProvider',
    'DeleteSAMLProvider',
    'CreateOpenIDConnectProvider',
    'DeleteOpenIDConnectProvider',
    'UpdateOpenIDConnectProviderThumbprint',
    'AddClientIDToOpenIDConnectProvider',
    'RemoveClientIDFromOpenIDConnectProvider',
  ],
  'account.amazonaws.com': [
    'PutContactInformation',
    'PutAlternateContact',
    'DeleteAlternateContact',
    'StartPrimaryEmailUpdate',
    'AcceptPrimaryEmailUpdate',
  ],
  'cloudshell.amazonaws.com': ['CreateEnvironment'],
} as const

const NAMED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(COMPANION_EVENTS).map(([source, names]) => [source, new Set<string>(names)]),
)

/**
 * True when a record is no sign-in but needed to explain one: all of STS and of the Identity Center directory, the
 * administration of the portal and of sign-in policies, changes of MFA devices, console passwords, password policy,
 * identity providers and account contacts. Such records are counted.
 */
export function isCompanion(eventSource: unknown, eventName: unknown): boolean {
  if (typeof eventSource !== 'string' || isSignIn(eventSource, eventName)) return false
  const source = eventSource.toLowerCase()
  if ((COMPANION_SOURCES as readonly string[]).includes(source)) return true
  if (['signin.amazonaws.com', 'sso.amazonaws.com', 'sso-oauth.amazonaws.com'].includes(source)) return true
  return typeof eventName === 'string' && NAMED.get(source)?.has(eventName) === true
}
