import { describe, expect, it } from 'vitest'
import { readOutcome } from '../../../electron/engine/signin/outcome.ts'

const console = (result: string | null, more: object = {}) => ({
  eventName: 'ConsoleLogin',
  eventType: 'AwsConsoleSignIn',
  responseElements: result === null ? null : { ConsoleLogin: result },
  ...more,
})
const api = (more: object = {}) => ({ eventName: 'GetSigninToken', eventType: 'AwsApiCall', ...more })

describe('outcome', () => {
  it.each([
    ['printed success', console('Success'), 'success', 'responseElements', null],
    ['printed failure without a message', console('Failure'), 'failure', 'responseElements', null],
    ['any letter case', console('SUCCESS'), 'success', 'responseElements', null],
    [
      'wrong password or MFA code',
      console('Failure', { errorMessage: 'Failed authentication' }),
      'failure',
      'responseElements',
      'Failed authentication',
    ],
    [
      'unknown user name',
      console('Failure', { errorMessage: 'No username found in supplied account' }),
      'failure',
      'responseElements',
      'No username found in supplied account',
    ],
    [
      'denied by policy, with code and message',
      console('Failure', {
        errorCode: 'AccessDenied',
        errorMessage: 'Authorization denied because of a resource-based policy',
      }),
      'failure',
      'errorCode',
      'AccessDenied: Authorization denied because of a resource-based policy',
    ],
    [
      'denied by resource control policy, whatever the result says',
      console('Success', {
        errorCode: 'AccessDenied',
        errorMessage: 'Authorization denied because of a resource control policy',
      }),
      'failure',
      'errorCode',
      'AccessDenied: Authorization denied because of a resource control policy',
    ],
    [
      'expired assertion, message alone',
      console(null, { errorMessage: 'Assertion is no longer valid' }),
      'failure',
      'errorMessage',
      'Assertion is no longer valid',
    ],
    [
      'failed authorizeOAuth2Access',
      console(null, { errorMessage: 'Failed authorizeOAuth2Access' }),
      'failure',
      'errorMessage',
      'Failed authorizeOAuth2Access',
    ],
    ['code alone', api({ errorCode: 'AccessDenied' }), 'failure', 'errorCode', 'AccessDenied'],
    ['API call without error', api(), 'success', 'api-call', null],
    ['API call, type in another case', api({ eventType: 'AWSAPICALL' }), 'success', 'api-call', null],
    [
      'API call that prints its result',
      api({ responseElements: { GetSigninToken: 'Failure' } }),
      'failure',
      'responseElements',
      null,
    ],
    ['empty texts are absent', api({ errorCode: '', errorMessage: '' }), 'success', 'api-call', null],
    [
      'ConsoleLogin as API call without result',
      console(null, { eventType: 'AwsApiCall' }),
      'not-stated',
      'none',
      null,
    ],
    ['ConsoleLogin of 1.01 without result', { eventName: 'ConsoleLogin' }, 'not-stated', 'none', null],
    ['a result that is neither', console('Pending'), 'not-stated', 'responseElements', null],
    [
      'a result below another name',
      console(null, { responseElements: { CheckMfa: 'Success' } }),
      'not-stated',
      'none',
      null,
    ],
    [
      'an odd result beside a message',
      console('Pending', { errorMessage: 'Failed authentication' }),
      'failure',
      'errorMessage',
      'Failed authentication',
    ],
    [
      'Identity Center success',
      {
        eventName: 'UserAuthentication',
        eventType: 'AwsServiceEvent',
        serviceEventDetails: { UserAuthentication: 'Success' },
      },
      'success',
      'serviceEventDetails',
      null,
    ],
    [
      'Identity Center failure, type spelt as in a text of 2025',
      {
        eventName: 'CredentialVerification',
        eventType: 'AWSServiceEvent',
        serviceEventDetails: { CredentialVerification: 'Failure' },
      },
      'failure',
      'serviceEventDetails',
      null,
    ],
    [
      'service details come before response elements',
      {
        eventName: 'UserAuthentication',
        serviceEventDetails: { UserAuthentication: 'Failure' },
        responseElements: { UserAuthentication: 'Success' },
      },
      'failure',
      'serviceEventDetails',
      null,
    ],
    [
      'outside provider',
      {
        eventName: 'ExternalIdPDirectoryLogin',
        responseElements: { ExternalIdPDirectoryLogin: 'Failure' },
        errorMessage: 'Invalid SAML response',
      },
      'failure',
      'responseElements',
      'Invalid SAML response',
    ],
    [
      'portal events print none',
      { eventName: 'Federate', eventType: 'AwsServiceEvent' },
      'not-stated',
      'none',
      null,
    ],
    [
      'OAuth2 token given',
      api({ eventName: 'CreateOAuth2Token', additionalEventData: { success: 'true' } }),
      'success',
      'api-call',
      null,
    ],
    [
      'OAuth2 token that says it was not',
      api({ eventName: 'CreateOAuth2Token', additionalEventData: { success: 'false' } }),
      'not-stated',
      'none',
      null,
    ],
    ['no record at all', null, 'not-stated', 'none', null],
  ])('%s', (_, record, outcome, basis, reason) => {
    expect(readOutcome(record)).toMatchObject({ outcome, basis, reason })
  })

  it.each([
    'ConsoleLogin',
    'CheckMfa',
    'SwitchRole',
    'ExitRole',
    'RenewRole',
    'PasswordRecoveryRequested',
    'PasswordRecoveryCompleted',
    'PasswordUpdated',
    'EmailUpdated',
    'ExternalIdPDirectoryLogin',
    'CredentialChallenge',
    'CredentialVerification',
    'UserAuthentication',
  ])('%s prints its result, so silence is no success', (eventName) => {
    expect(readOutcome(api({ eventName }))).toMatchObject({ outcome: 'not-stated', basis: 'none' })
  })

  it('keeps the value it was read from', () => {
    expect(readOutcome(console('SUCCESS')).raw).toBe('SUCCESS')
    expect(readOutcome(console('Pending')).raw).toBe('Pending')
    expect(readOutcome(api({ errorCode: 'AccessDenied' })).raw).toBe('AccessDenied')
    expect(readOutcome(api()).raw).toBe('AwsApiCall')
  })

  it('gives no reason for a success', () => {
    expect(readOutcome(console('Success', { errorMessage: 'left over' })).reason).toBeNull()
  })
})
