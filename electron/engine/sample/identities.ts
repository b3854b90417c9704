import { HIDDEN_NAME } from '../signin/fields.ts'

/** A JSON object of a record, in the key order in which CloudTrail prints it. */
export type JsonMap = Readonly<Record<string, unknown>>

/** Letters and digits that look like an AWS unique ID and stay the same for one name. */
function uniqueId(prefix: string, name: string): string {
  const letters = name.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return `${prefix}EXAMPLE${letters}`.slice(0, 21).padEnd(21, 'X')
}

/** An IAM user. Records before the sign-in is complete have no ARN and an empty key, as real ones do. */
export function iamUser(account: string, name: string, signedIn = true): JsonMap {
  const known = { type: 'IAMUser', principalId: uniqueId('AIDA', name) }
  return signedIn
    ? { ...known, arn: `arn:aws:iam::${account}:user/${name}`, accountId: account, userName: name }
    : { ...known, accountId: account, accessKeyId: '', userName: name }
}

/** An IAM user that does not exist, as AWS hides it. */
export function hiddenUser(account: string): JsonMap {
  return { type: 'IAMUser', accountId: account, accessKeyId: '', userName: HIDDEN_NAME }
}

export function rootUser(account: string): JsonMap {
  return {
    type: 'Root',
    principalId: account,
    arn: `arn:aws:iam::${account}:root`,
    accountId: account,
    accessKeyId: '',
  }
}

/** A session of a role. `since` is the creation time of its keys, `mfa` what AWS knows of a second factor. */
export function roleSession(
  account: string,
  role: string,
  session: string,
  since: string,
  mfa: 'true' | 'false' = 'false',
): JsonMap {
  const principalId = uniqueId('AROA', role)
  return {
    type: 'AssumedRole',
    principalId: `${principalId}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    accountId: account,
    accessKeyId: uniqueId('ASIA', session).slice(0, 20),
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId,
        arn: `arn:aws:iam::${account}:role/${role}`,
        accountId: account,
        userName: role,
      },
      attributes: { creationDate: since, mfaAuthenticated: mfa },
    },
  }
}

/** A console session of an IAM user, as API calls of that session show it. */
export function userSession(account: string, name: string, since: string, mfa: 'true' | 'false'): JsonMap {
  return {
    ...iamUser(account, name),
    accessKeyId: uniqueId('ASIA', name).slice(0, 20),
    sessionContext: { attributes: { creationDate: since, mfaAuthenticated: mfa } },
  }
}

export function federatedUser(account: string, name: string): JsonMap {
  return {
    type: 'FederatedUser',
    principalId: `${account}:${name}`,
    arn: `arn:aws:sts::${account}:federated-user/${name}`,
    accountId: account,
  }
}

/** An Identity Center user as records since July 2025 name it: by the ID in the identity store. */
export function identityCenterUser(account: string, userId: string): JsonMap {
  return {
    type: 'IdentityCenterUser',
    accountId: account,
    onBehalfOf: {
      userId,
      identityStoreArn: `arn:aws:identitystore::${account}:identitystore/d-9567example`,
    },
    credentialId: `AAAAexample${userId.slice(-12)}`,
  }
}

export function service(name: string): JsonMap {
  return { type: 'AWSService', invokedBy: name }
}
