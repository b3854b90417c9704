import type { Condition } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY, failure, MINUTE } from './terms.ts'

const FLOW = ['CredentialChallenge', 'CredentialVerification', 'UserAuthentication']
const challenge: Condition = { field: 'eventName', is: 'CredentialChallenge' }
const finished: Condition = { field: 'eventName', is: 'UserAuthentication' }

/** Identity Center, the identity provider behind it, and policies that deny sign-ins. */
export const directoryRules: readonly Rule[] = [
  {
    id: 'idp-failures',
    kind: 'burst',
    severity: 'medium',
    attack: ['T1110'],
    source: null,
    ideas: ['e'],
    on: ['ExternalIdPDirectoryLogin'],
    when: { not: { field: 'outcome', is: 'success' } },
    by: 'account',
    within: 10 * MINUTE,
    atLeast: 5,
    per: 'account',
  },
  {
    id: 'idc-unfinished',
    kind: 'missing',
    severity: 'info',
    attack: ['T1621'],
    source: null,
    ideas: ['h'],
    on: FLOW,
    when: challenge,
    next: finished,
    by: 'workflow',
    within: 15 * MINUTE,
    gap: null,
    per: 'case',
  },
  {
    id: 'idc-unfinished-elsewhere',
    kind: 'missing',
    severity: 'low',
    attack: ['T1621', 'T1078.004'],
    source: null,
    ideas: ['h'],
    on: FLOW,
    when: { all: [challenge, { field: 'elsewhere', is: true }] },
    next: finished,
    by: 'workflow',
    within: 15 * MINUTE,
    gap: DAY,
    per: 'person',
  },
  {
    id: 'policy-denied',
    kind: 'each',
    severity: 'medium',
    attack: ['T1078.004'],
    source: null,
    ideas: ['d'],
    on: ['*'],
    when: {
      all: [
        failure,
        { field: 'failureReason', says: ['resource-based policy', 'resource control policy'] },
        // Denials before the password was checked name nobody: only a known principal has an ARN.
        { field: 'principalArn', present: true },
        { not: { field: 'kind', is: 'hidden' } },
      ],
    },
    per: 'person',
    gap: DAY,
  },
]
