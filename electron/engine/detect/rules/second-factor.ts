import type { Condition } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY, failure, HOUR, MINUTE, success } from './terms.ts'

/**
 * `not-used` is only ever said of IAM users and root, never of a federated sign-in, whose second factor the identity
 * provider asks for.
 */
const withoutMfa: Condition = {
  all: [success, { field: 'mfa', is: 'not-used' }, { field: 'kind', is: 'iam-user' }],
}
/** MFAUsed = Yes on a failure. That the password was right is a reading of others, not of AWS. */
const failedWithMfa: Condition = {
  all: [failure, { field: 'mfa', is: 'used' }, { field: 'failureReason', says: ['Failed authentication'] }],
}

/** Sign-ins without a second factor, and second factors that failed or were never given. */
export const secondFactorRules: readonly Rule[] = [
  {
    id: 'no-mfa',
    kind: 'each',
    severity: 'high',
    attack: ['T1078.004'],
    source:
      'SigmaHQ: aws_cloudtrail_console_login_success_without_mfa; Panther: aws_console_login_without_mfa; CIS AWS Benchmark 1.2, 3.2',
    ideas: [2, 3],
    on: ['ConsoleLogin'],
    when: withoutMfa,
    per: 'person',
    gap: null,
  },
  {
    id: 'no-mfa-after-mfa',
    kind: 'each',
    severity: 'high',
    attack: ['T1078.004', 'T1556.006'],
    source: 'Elastic: initial_access_iam_user_console_login_without_mfa',
    ideas: [4],
    on: ['ConsoleLogin'],
    when: { all: [withoutMfa, { field: 'usedMfaBefore', is: true }] },
    per: 'person',
    gap: 7 * DAY,
  },
  {
    id: 'mfa-failed',
    kind: 'burst',
    severity: 'info',
    attack: ['T1621'],
    source:
      'Panther: aws_cloudtrail_unsuccessful_mfa_attempt; Splunk: aws_console_login_failed_during_mfa_challenge',
    ideas: [6],
    on: ['ConsoleLogin'],
    when: failedWithMfa,
    by: 'person',
    within: 15 * MINUTE,
    atLeast: 2,
    per: 'case',
  },
  {
    id: 'mfa-flood',
    kind: 'burst',
    severity: 'medium',
    attack: ['T1621', 'T1586.003'],
    source: 'Splunk: aws_multiple_failed_mfa_requests_for_user',
    ideas: [7],
    on: ['ConsoleLogin'],
    when: failedWithMfa,
    by: 'person',
    within: 5 * MINUTE,
    atLeast: 11,
    per: 'person',
  },
  {
    id: 'mfa-abandoned',
    kind: 'missing',
    severity: 'info',
    attack: ['T1621', 'T1078.004'],
    source: null,
    ideas: ['f'],
    on: ['CheckMfa', 'ConsoleLogin'],
    when: { all: [success, { field: 'eventName', is: 'CheckMfa' }] },
    next: { field: 'eventName', is: 'ConsoleLogin' },
    by: 'person',
    within: 10 * MINUTE,
    gap: null,
    per: 'case',
  },
  {
    id: 'mfa-abandoned-elsewhere',
    kind: 'missing',
    severity: 'low',
    attack: ['T1621', 'T1078.004'],
    source: null,
    ideas: ['f'],
    on: ['CheckMfa', 'ConsoleLogin'],
    when: { all: [success, { field: 'eventName', is: 'CheckMfa' }, { field: 'elsewhere', is: true }] },
    next: { field: 'eventName', is: 'ConsoleLogin' },
    by: 'person',
    within: 10 * MINUTE,
    gap: 24 * HOUR,
    per: 'person',
  },
]
