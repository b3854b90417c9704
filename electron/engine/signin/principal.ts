import type { PrincipalKind } from '../../../shared/domain/sign-in.ts'
import { accountAt, HIDDEN_NAME, textAt } from './fields.ts'
import { type RoleSession, readRoleSession } from './role-session.ts'

/** Who made the call, from `userIdentity`. */
export interface Principal extends RoleSession {
  readonly kind: PrincipalKind
  /** `userIdentity.type` as it stands. */
  readonly type: string | null
  /** User name, `Role/session`, `root`, service name; null when the record has none or AWS hides it. */
  readonly name: string | null
  readonly arn: string | null
  readonly accountId: string | null
  readonly accessKeyId: string | null
}

/**
 * Reads the principal by the rules of the CloudTrail userIdentity element, one per type. Types in any letter case;
 * a type this program does not know is `other`, a record without type is `not-stated`, and both keep a user name.
 *
 * A user name hidden by AWS is kind `hidden` with no name, whatever the type: it stands for a name that does not
 * exist, never for one person (CloudTrail User Guide, sign-in events).
 */
export function readPrincipal(record: unknown): Principal {
  const type = textAt(record, 'userIdentity', 'type')
  const arn = textAt(record, 'userIdentity', 'arn')
  const base = {
    type,
    arn,
    accountId: accountAt(record, 'userIdentity', 'accountId') ?? accountOf(arn),
    accessKeyId: textAt(record, 'userIdentity', 'accessKeyId'),
    roleName: null,
    sessionName: null,
  }
  const named = nameOf(record, type, arn)
  if (named.name === HIDDEN_NAME) return { ...base, kind: 'hidden', name: null }
  return { ...base, ...named }
}

type Named = Pick<Principal, 'kind' | 'name'> & Partial<RoleSession>

function nameOf(record: unknown, type: string | null, arn: string | null): Named {
  const userName = textAt(record, 'userIdentity', 'userName')
  switch (type?.toLowerCase()) {
    case undefined:
      return { kind: 'not-stated', name: userName ?? textAt(record, 'additionalEventData', 'UserName') }
    case 'iamuser':
      return { kind: 'iam-user', name: userName ?? afterLastSlash(arn) }
    case 'root':
      return rootOrNot(record, userName, arn)
    case 'assumedrole':
    case 'role': {
      const session = readRoleSession(record)
      const parts = [session.roleName, session.sessionName].filter((part) => part !== null)
      return { ...session, kind: 'role', name: parts.length > 0 ? parts.join('/') : userName }
    }
    case 'federateduser':
      return {
        kind: 'federated-user',
        name: afterFirst(arn, ':federated-user/') ?? sessionPart(record) ?? userName,
      }
    case 'samluser':
    case 'webidentityuser':
      return { kind: 'federated-user', name: userName }
    case 'identitycenteruser':
      return identityCenter(record, userName)
    case 'unknown': {
      const user = identityCenter(record, userName)
      return user.name !== null || isIdentityCenterEvent(record) ? user : { kind: 'other', name: null }
    }
    case 'awsservice':
      return { kind: 'service', name: textAt(record, 'userIdentity', 'invokedBy') ?? userName }
    default:
      return { kind: 'other', name: userName }
  }
}

/**
 * Not every record of type `Root` is root's. ExternalIdPDirectoryLogin printed `Root` with an empty ARN for
 * Identity Center users (IAM Identity Center User Guide, troubleshooting), so an ARN that is there must end in
 * `:root`. Root's own `userName` may be the account alias (userIdentity element), so it is not used as a name.
 */
function rootOrNot(record: unknown, userName: string | null, arn: string | null): Named {
  if (textAt(record, 'eventName') === 'ExternalIdPDirectoryLogin') return identityCenter(record, userName)
  if (arn !== null && !arn.endsWith(':root')) return { kind: 'other', name: userName }
  // A hidden name stays hidden: then nobody has proved to be root.
  return { kind: 'root', name: userName === HIDDEN_NAME ? HIDDEN_NAME : 'root' }
}

/**
 * An Identity Center user. Its name is `additionalEventData.UserName` or, before July 2025, also
 * `userIdentity.userName`. Newer records of the portal have neither and name the person only by the user ID of the
 * identity store (AWS Security Blog, "Important changes to CloudTrail events for IAM Identity Center"). That ID is
 * then taken as the name: it is printed in the record, belongs to one person, and is the only way to tell two
 * persons apart.
 */
function identityCenter(record: unknown, userName: string | null): Named {
  const name =
    textAt(record, 'additionalEventData', 'UserName') ??
    userName ??
    textAt(record, 'userIdentity', 'onBehalfOf', 'userId')
  return { kind: 'identity-center-user', name }
}

/** Events that only Identity Center writes (IAM Identity Center User Guide, sign-in events and portal events). */
function isIdentityCenterEvent(record: unknown): boolean {
  const source = textAt(record, 'eventSource')?.toLowerCase() ?? ''
  const name = textAt(record, 'eventName') ?? ''
  return (
    source.startsWith('sso') ||
    ['CredentialChallenge', 'CredentialVerification', 'UserAuthentication'].includes(name)
  )
}

/** `111122223333:bob` of a federated user's `principalId` without the account. */
function sessionPart(record: unknown): string | null {
  return afterFirst(textAt(record, 'userIdentity', 'principalId'), ':')
}

function accountOf(arn: string | null): string | null {
  const account = arn?.split(':')[4] ?? ''
  return /^\d{12}$/.test(account) ? account : null
}

/** An IAM user's ARN may hold a path: `user/division/team/alice` is alice. */
function afterLastSlash(arn: string | null): string | null {
  return arn?.includes(':user/') ? arn.slice(arn.lastIndexOf('/') + 1) || null : null
}

function afterFirst(text: string | null, mark: string): string | null {
  const at = text?.indexOf(mark) ?? -1
  return text === null || at < 0 ? null : text.slice(at + mark.length) || null
}
