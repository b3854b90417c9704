import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSignIn } from '../../../electron/engine/signin/read-sign-in.ts'
import { isSignIn } from '../../../electron/engine/signin/which.ts'
import { SignInFacts } from '../../../shared/domain/sign-in.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'

describe('reading a record', () => {
  it('reads a console sign-in of today in full', () => {
    const [record] = trail('13:52:07 alice ConsoleLogin ok from 198.51.100.23')
    expect(readSignIn(record)).toEqual({
      facts: {
        eventTime: 1726321927,
        eventTimeText: '2024-09-14T13:52:07Z',
        eventName: 'ConsoleLogin',
        eventSource: 'signin.amazonaws.com',
        eventType: 'AwsConsoleSignIn',
        eventVersion: '1.11',
        eventId: record?.['eventID'],
        outcome: 'success',
        failureReason: null,
        mfa: 'not-used',
        mfaDevice: null,
        principalKind: 'iam-user',
        principalType: 'IAMUser',
        principalName: 'alice',
        principalArn: 'arn:aws:iam::111122223333:user/alice',
        roleName: null,
        sessionName: null,
        accountId: '111122223333',
        recipientAccountId: '111122223333',
        accessKeyId: null,
        region: 'us-east-1',
        sourceIp: '198.51.100.23',
        userAgent: expect.stringContaining('Chrome/145'),
        loginTo: 'https://console.aws.amazon.com/console/home',
        switchedFrom: null,
        agentName: 'Chrome 145',
        agentSystem: 'Windows',
      },
      outcomeBasis: 'responseElements',
      mfaBasis: 'MFAUsed',
      mfaRaw: 'No',
    })
  })

  it('reads version 1.01, which has no event type, recipient or request ID', () => {
    const record = {
      eventVersion: '1.01',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'AIDAX',
        accountId: '123456789012',
        accessKeyId: '',
        userName: 'sam',
      },
      eventTime: '2014-07-24T23:55:29Z',
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      awsRegion: 'us-east-1',
      sourceIPAddress: '192.0.2.5',
      userAgent: 'Mozilla/5.0',
      errorMessage: 'Failed authentication',
      requestParameters: null,
      responseElements: { ConsoleLogin: 'Failure' },
      additionalEventData: { MobileVersion: 'No', LoginTo: 'https://console.aws.amazon.com/', MFAUsed: 'No' },
      eventID: '2d067e61-3629-4252-a4f6-ce8c8e523000',
    }
    expect(readSignIn(record).facts).toMatchObject({
      eventVersion: '1.01',
      eventType: null,
      recipientAccountId: null,
      accountId: '123456789012',
      accessKeyId: null,
      principalName: 'sam',
      principalArn: null,
      outcome: 'failure',
      failureReason: 'Failed authentication',
      mfa: 'not-used',
    })
  })

  it.each(['1.0', '1.01', '1.02', '1.05', '1.08', '1.09', '1.10', '1.11', '1.99', '2.0'])(
    'reads version %s alike and leaves new fields alone',
    (eventVersion) => {
      const [record] = trail('10:00 alice ConsoleLogin ok mfa')
      const { facts } = readSignIn({ ...record, eventVersion, somethingNew: { ConsoleLogin: 'Failure' } })
      expect(facts).toMatchObject({ eventVersion, outcome: 'success', mfa: 'used', principalName: 'alice' })
    },
  )

  it('reads a role switch and where it came from', () => {
    const from = 'arn:aws:iam::111122223333:user/alice'
    const [record] = trail(`13:53 Admin/alice SwitchRole ok in 444455556666 switched-from ${from}`)
    expect(readSignIn(record).facts).toMatchObject({
      switchedFrom: from,
      roleName: 'Admin',
      sessionName: 'alice',
      principalName: 'Admin/alice',
      recipientAccountId: '444455556666',
      mfa: 'not-stated',
      outcome: 'success',
    })
  })

  it('names the role that was chosen or asked for, not the role of the caller', () => {
    const [portal, keys, assume, plain] = trail(
      '10:00 portal:u-1 Federate',
      '10:00 portal:u-1 GetRoleCredentials',
      '10:01 Deploy/pipeline sts:AssumeRole',
      '10:02 Deploy/pipeline GetSigninToken',
    )
    const roleOf = (record: unknown): string | null => readSignIn(record).facts.roleName
    expect(roleOf({ ...portal, serviceEventDetails: { role_name: 'Viewer' } })).toBe('Viewer')
    expect(roleOf({ ...keys, requestParameters: { roleName: 'Viewer' } })).toBe('Viewer')
    expect(
      roleOf({ ...assume, requestParameters: { roleArn: 'arn:aws:iam::444455556666:role/eu/Audit' } }),
    ).toBe('Audit')
    expect(roleOf(assume)).toBeNull()
    expect(roleOf(plain)).toBe('Deploy')
  })

  it('keeps a time it cannot read, as text', () => {
    expect(readSignIn({ eventTime: '2023-02-30T00:00:00Z' }).facts).toMatchObject({
      eventTime: null,
      eventTimeText: '2023-02-30T00:00:00Z',
    })
  })

  it('takes own values only', () => {
    const record = JSON.parse(
      '{"__proto__":{"eventName":"ConsoleLogin"},"userIdentity":{"__proto__":{"type":"Root"}}}',
    )
    expect(readSignIn(record).facts).toMatchObject({ eventName: null, principalKind: 'not-stated' })
    expect(readSignIn({ eventName: 'constructor', responseElements: {} }).facts.outcome).toBe('not-stated')
    expect(readSignIn({ eventName: 'toString', serviceEventDetails: {} }).facts.outcome).toBe('not-stated')
  })
})

describe('any JSON value', () => {
  const KEYS = [
    'eventVersion',
    'userIdentity',
    'eventTime',
    'eventSource',
    'eventName',
    'awsRegion',
    'sourceIPAddress',
    'userAgent',
    'errorCode',
    'errorMessage',
    'responseElements',
    'additionalEventData',
    'serviceEventDetails',
    'requestParameters',
    'eventID',
    'eventType',
    'recipientAccountId',
    'type',
    'userName',
    'arn',
    'principalId',
    'accountId',
    'accessKeyId',
    'sessionContext',
    'attributes',
    'mfaAuthenticated',
    'sessionIssuer',
    'onBehalfOf',
    'userId',
    'MFAUsed',
    'MFAIdentifier',
    'CredentialType',
    'SwitchFrom',
    'LoginTo',
    'UserName',
    'success',
    'ConsoleLogin',
    'UserAuthentication',
    'role_name',
    '__proto__',
    'constructor',
    'hasOwnProperty',
  ]
  const WORDS = [
    '',
    'Success',
    'Failure',
    'Yes',
    'No',
    'true',
    'IAMUser',
    'Root',
    'AssumedRole',
    'FederatedUser',
    'Unknown',
    'IdentityCenterUser',
    'ConsoleLogin',
    'UserAuthentication',
    'CheckMfa',
    'GetSigninToken',
    'Federate',
    'AwsApiCall',
    'HIDDEN_DUE_TO_SECURITY_REASONS',
    'PASSWORD,TOTP',
    'EXTERNAL_IDP',
    'arn:aws:iam::111122223333:root',
    '2024-02-30T00:00:00Z',
    'arn:aws:sts::111122223333:assumed-role/Admin/alice',
    'AROAX:alice',
    ':',
    'arn:',
    '2024-09-14T10:00:00Z',
  ]
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(...WORDS),
      fc.constant(null),
      fc.boolean(),
      fc.double(),
      fc.string(),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('object'),
    ),
    object: fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 14 })
      .map((entries) =>
        JSON.parse(
          `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v) ?? 'null'}`).join(',')}}`,
        ),
      ),
  }))

  it('is read without an error into facts that fit their schema', () => {
    fc.assert(
      fc.property(fc.oneof(value, fc.jsonValue()), (record) => {
        expect(() => SignInFacts.parse(readSignIn(record).facts)).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })

  it('gives only text that stands in the record', () => {
    fc.assert(
      fc.property(value, (record) => {
        const words = new Set(textsOf(record).flatMap((text) => [text, ...text.split(/[:/]/)]))
        const { facts } = readSignIn(record)
        const { eventTime, outcome, mfa, principalKind, agentName, agentSystem, failureReason, ...texts } =
          facts
        for (const [name, text] of Object.entries(texts)) {
          if (text === null || (name === 'principalName' && text === 'root')) continue
          const pieces = name === 'principalName' ? [text, ...text.split('/')] : [text]
          expect(
            pieces.some((piece) => words.has(piece) || [...words].some((word) => word.endsWith(piece))),
          ).toBe(true)
        }
        if (failureReason !== null)
          expect(textsOf(record).some((text) => text !== '' && failureReason.includes(text))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([undefined, null, 0, '', 'x', true, [], {}, [{}], () => 1])(
    '%j is no record and no error',
    (record) => {
      expect(readSignIn(record).facts).toMatchObject({
        eventName: null,
        outcome: 'not-stated',
        mfa: 'not-stated',
      })
    },
  )
})

/** Every text and number of a value, as text. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

const REAL = process.env['TRAILCASE_REAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')

describe.skipIf(!existsSync(REAL))('real records', () => {
  const records = realRecords()

  it('are all read, and the sign-ins among them found', () => {
    expect(records.length).toBeGreaterThan(2900)
    for (const record of records) SignInFacts.parse(readSignIn(record).facts)
    expect(records.filter((record) => isSignIn(record['eventSource'], record['eventName']))).toHaveLength(6)
  })

  it('the three of 2014 say success with MFA, success without, failure', () => {
    const readings = records
      .filter((record) => String(record['eventTime']).startsWith('2014'))
      .map((record) => readSignIn(record).facts)
      .map(({ outcome, mfa, failureReason }) => ({ outcome, mfa, failureReason }))
    expect(readings).toEqual([
      { outcome: 'success', mfa: 'used', failureReason: null },
      { outcome: 'success', mfa: 'not-used', failureReason: null },
      { outcome: 'failure', mfa: 'not-used', failureReason: 'Failed authentication' },
    ])
  })
})

function realRecords(): JsonMap[] {
  if (!existsSync(REAL)) return []
  return globSync('**/*.{json,gz}', { cwd: REAL }).flatMap((path) => {
    const bytes = readFileSync(join(REAL, path))
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
    return (JSON.parse(text) as { Records: JsonMap[] }).Records
  })
}
