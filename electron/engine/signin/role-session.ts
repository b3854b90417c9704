import { textAt } from './fields.ts'

/** The role a session runs under and the name of that session. */
export interface RoleSession {
  readonly roleName: string | null
  readonly sessionName: string | null
}

/**
 * Role and session of an assumed role. `arn:aws:sts::111122223333:assumed-role/Admin/alice` names both; a role's
 * path never appears there, and neither name can hold a slash (STS, AssumeRole). Where the ARN is missing, the
 * role is the session issuer's name and the session stands after the colon of `principalId` (CloudTrail
 * userIdentity element).
 */
export function readRoleSession(record: unknown): RoleSession {
  const arn = textAt(record, 'userIdentity', 'arn')
  const [roleName = '', sessionName = ''] = arn?.split(':assumed-role/')[1]?.split('/') ?? []
  return {
    roleName: roleName || textAt(record, 'userIdentity', 'sessionContext', 'sessionIssuer', 'userName'),
    sessionName: sessionName || sessionOfPrincipalId(textAt(record, 'userIdentity', 'principalId')),
  }
}

function sessionOfPrincipalId(principalId: string | null): string | null {
  const at = principalId?.indexOf(':') ?? -1
  return principalId === null || at < 0 ? null : principalId.slice(at + 1) || null
}

/**
 * The role that a record is about when that is not the caller's own: the one chosen in the access portal, in
 * `serviceEventDetails.role_name` or `requestParameters.roleName` (IAM Identity Center User Guide, "Logging with
 * CloudTrail"), or the one asked for in the AssumeRole family, in `requestParameters.roleArn` (STS). Undefined for
 * every other event; null when such an event does not name it.
 */
export function roleAskedFor(record: unknown): string | null | undefined {
  switch (textAt(record, 'eventName')) {
    case 'Federate':
    case 'GetRoleCredentials':
      return (
        textAt(record, 'serviceEventDetails', 'role_name') ??
        textAt(record, 'requestParameters', 'roleName') ??
        textAt(record, 'requestParameters', 'role_name')
      )
    case 'AssumeRole':
    case 'AssumeRoleWithSAML':
    case 'AssumeRoleWithWebIdentity':
      return roleOfArn(textAt(record, 'requestParameters', 'roleArn'))
    default:
      return undefined
  }
}

/** Here, unlike in a session's ARN, a path may stand before the name: `role/division/Admin` is Admin. */
function roleOfArn(arn: string | null): string | null {
  return arn?.includes(':role/') ? arn.slice(arn.lastIndexOf('/') + 1) || null : null
}
