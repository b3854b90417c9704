import { describe, expect, it } from 'vitest'
import { readPrincipal } from '../../../electron/engine/signin/principal.ts'

const ACCOUNT = '111122223333'
const role = (more: object) => ({ userIdentity: { type: 'AssumedRole', accountId: ACCOUNT, ...more } })

describe('principal', () => {
  it.each([
    [
      'IAM user',
      { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/alice`, userName: 'alice' },
      'iam-user',
      'alice',
    ],
    [
      'IAM user with a path and no user name',
      { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/eu/ops/alice` },
      'iam-user',
      'alice',
    ],
    [
      'IAM user that failed, without ARN',
      { type: 'IAMUser', accessKeyId: '', userName: 'bob' },
      'iam-user',
      'bob',
    ],
    ['IAM user without any name', { type: 'IAMUser' }, 'iam-user', null],
    ['hidden name', { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' }, 'hidden', null],
    ['root', { type: 'Root', arn: `arn:aws:iam::${ACCOUNT}:root` }, 'root', 'root'],
    [
      'root with the account alias as name',
      { type: 'Root', arn: `arn:aws:iam::${ACCOUNT}:root`, userName: 'wakaba' },
      'root',
      'root',
    ],
    ['root without ARN', { type: 'Root' }, 'root', 'root'],
    [
      'type Root with another ARN',
      { type: 'Root', arn: `arn:aws:iam::${ACCOUNT}:user/eve`, userName: 'eve' },
      'other',
      'eve',
    ],
    [
      'federated user',
      { type: 'FederatedUser', arn: `arn:aws:sts::${ACCOUNT}:federated-user/carol` },
      'federated-user',
      'carol',
    ],
    [
      'federated user by principal ID',
      { type: 'FederatedUser', principalId: `${ACCOUNT}:carol` },
      'federated-user',
      'carol',
    ],
    ['SAML user', { type: 'SAMLUser', userName: 'dora@example.com' }, 'federated-user', 'dora@example.com'],
    ['web identity user', { type: 'WebIdentityUser', userName: 'sub-1' }, 'federated-user', 'sub-1'],
    [
      'Identity Center user before July 2025',
      { type: 'Unknown', userName: 'mika', arn: '' },
      'identity-center-user',
      'mika',
    ],
    [
      'Identity Center user by ID',
      { type: 'IdentityCenterUser', onBehalfOf: { userId: 'u-1' } },
      'identity-center-user',
      'u-1',
    ],
    ['Identity Center user without anything', { type: 'IdentityCenterUser' }, 'identity-center-user', null],
    ['unknown without anything', { type: 'Unknown' }, 'other', null],
    ['AWS service', { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' }, 'service', 'ec2.amazonaws.com'],
    ['other account', { type: 'AWSAccount', accountId: '444455556666' }, 'other', null],
    ['directory', { type: 'Directory', userName: 'eve' }, 'other', 'eve'],
    ['a type of 2031', { type: 'Robot', userName: 'r2' }, 'other', 'r2'],
    ['no type, with a name', { userName: 'alice' }, 'not-stated', 'alice'],
    ['nothing', {}, 'not-stated', null],
    ['a text', 'alice', 'not-stated', null],
    ['a list', ['alice'], 'not-stated', null],
    ['null', null, 'not-stated', null],
  ])('%s', (_, userIdentity, kind, name) => {
    expect(readPrincipal({ eventName: 'ConsoleLogin', userIdentity })).toMatchObject({ kind, name })
  })

  it('takes the name that Identity Center puts beside the identity', () => {
    const userIdentity = { type: 'IdentityCenterUser', onBehalfOf: { userId: 'u-1' } }
    const record = {
      eventName: 'UserAuthentication',
      userIdentity,
      additionalEventData: { UserName: 'mika' },
    }
    expect(readPrincipal(record)).toMatchObject({ kind: 'identity-center-user', name: 'mika' })
  })

  it('an Identity Center event by an unknown without a name is still of its kind', () => {
    const record = { eventName: 'CredentialChallenge', userIdentity: { type: 'Unknown' } }
    expect(readPrincipal(record)).toMatchObject({ kind: 'identity-center-user', name: null })
    const portal = {
      eventSource: 'sso.amazonaws.com',
      eventName: 'Federate',
      userIdentity: { type: 'Unknown' },
    }
    expect(readPrincipal(portal).kind).toBe('identity-center-user')
  })

  it('ExternalIdPDirectoryLogin is never root, whatever its type says', () => {
    const userIdentity = { type: 'Root', principalId: ACCOUNT, arn: '', accountId: ACCOUNT }
    const record = { eventName: 'ExternalIdPDirectoryLogin', userIdentity }
    expect(readPrincipal(record)).toMatchObject({ kind: 'identity-center-user', name: null, type: 'Root' })
  })

  it.each([
    [
      'from the ARN',
      { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Admin/alice@example.com` },
      'Admin',
      'alice@example.com',
    ],
    [
      'from issuer and principal ID',
      { principalId: 'AROAEXAMPLE:alice', sessionContext: { sessionIssuer: { userName: 'Admin' } } },
      'Admin',
      'alice',
    ],
    ['role alone', { sessionContext: { sessionIssuer: { userName: 'Admin' } } }, 'Admin', null],
    ['session alone', { principalId: 'AROAEXAMPLE:i-0a1b2c3d' }, null, 'i-0a1b2c3d'],
    ['neither', {}, null, null],
  ])('role and session %s', (_, identity, roleName, sessionName) => {
    const name = [roleName, sessionName].filter((part) => part !== null).join('/') || null
    expect(readPrincipal(role(identity))).toMatchObject({ kind: 'role', name, roleName, sessionName })
  })

  it('an ARN of another partition is read alike', () => {
    const arn = 'arn:aws-cn:sts::111122223333:assumed-role/Admin/alice'
    expect(readPrincipal(role({ arn }))).toMatchObject({ name: 'Admin/alice', roleName: 'Admin' })
  })

  it.each([
    [{ accountId: ACCOUNT }, ACCOUNT],
    [{ accountId: 111122223333 }, ACCOUNT],
    [{ accountId: 1.5 }, null],
    [{ accountId: 1e15 }, null],
    [{ accountId: '' }, null],
    [{ accountId: '', arn: `arn:aws:iam::${ACCOUNT}:user/alice` }, ACCOUNT],
    [{ arn: 'arn:aws:iam::not-a-number:user/alice' }, null],
  ])('account of %j is %j', (identity, accountId) => {
    expect(readPrincipal({ userIdentity: { type: 'IAMUser', ...identity } }).accountId).toBe(accountId)
  })

  it('an empty key is no key', () => {
    expect(readPrincipal(role({ accessKeyId: '' })).accessKeyId).toBeNull()
    expect(readPrincipal(role({ accessKeyId: 'ASIAEXAMPLE' })).accessKeyId).toBe('ASIAEXAMPLE')
  })
})
