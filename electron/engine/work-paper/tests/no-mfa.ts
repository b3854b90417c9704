import { type Tester, testEach } from '../tester.ts'

/**
 * Successes whose record states that no second factor was used. A federated sign-in is never one of them: its second
 * factor is the identity provider's, and AWS cannot see it.
 */
export function noMfaTest(): Tester {
  return testEach(({ outcome, mfa }) => {
    if (outcome !== 'success') return 'none'
    if (mfa === 'not-visible') return 'mfa-not-visible'
    if (mfa === 'not-stated') return 'mfa-not-stated'
    return mfa === 'used' ? 'fine' : {}
  })
}
