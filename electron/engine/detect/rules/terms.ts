import type { Condition } from '../condition.ts'

// Conditions that several rules share, in the words of the reference on sign-in records.

export const MINUTE = 60
export const HOUR = 3600
export const DAY = 86_400

export const success: Condition = { field: 'outcome', is: 'success' }
export const failure: Condition = { field: 'outcome', is: 'failure' }
/** What AWS writes for a wrong password or a wrong MFA code (CloudTrail User Guide, sign-in events). */
export const wrongCredentials: Condition = {
  all: [failure, { field: 'failureReason', says: ['Failed authentication'] }],
}
/** AWS masks the name only when no such user exists. */
export const unknownName: Condition = { all: [failure, { field: 'kind', is: 'hidden' }] }
/** A try that failed for its name or its secret; denials by policy are another matter. */
export const failedTry: Condition = {
  all: [
    failure,
    { not: { field: 'failureReason', says: ['resource-based policy', 'resource control policy'] } },
  ],
}
export const isRoot: Condition = { field: 'kind', is: 'root' }
