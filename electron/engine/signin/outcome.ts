import type { Outcome, OutcomeBasis } from '../../../shared/domain/sign-in.ts'
import { sameWord, textAt, valueAt } from './fields.ts'

/** The outcome, where it was read, the value that stood there, and AWS's reason for a failure. */
export interface OutcomeReading {
  readonly outcome: Outcome
  readonly basis: OutcomeBasis
  readonly raw: string | null
  /** `errorMessage`, else `errorCode`; `code: message` when the record has both. Null unless a failure. */
  readonly reason: string | null
}

/**
 * Events that always print their result in `responseElements` or `serviceEventDetails`. When it is missing, the
 * lack of an error proves nothing: an old sample even shows ConsoleLogin with the event type of an API call
 * (CloudTrail User Guide, sign-in events).
 */
const PRINTS_ITS_RESULT: ReadonlySet<string> = new Set([
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
])

/**
 * Success, failure or not stated. First match decides: an `errorCode` is a failure; then the result that Identity
 * Center prints under `serviceEventDetails` (IAM Identity Center User Guide, sign-in events) and the console under
 * `responseElements` (CloudTrail User Guide, sign-in events), each below the event's own name; then an
 * `errorMessage` alone is a failure; then an API call without error is a success (CloudTrail record contents).
 */
export function readOutcome(record: unknown): OutcomeReading {
  const errorCode = textAt(record, 'errorCode')
  const errorMessage = textAt(record, 'errorMessage')
  const reason =
    errorCode !== null && errorMessage !== null
      ? `${errorCode}: ${errorMessage}`
      : (errorMessage ?? errorCode)
  if (errorCode !== null) return { outcome: 'failure', basis: 'errorCode', raw: errorCode, reason }

  const name = textAt(record, 'eventName')
  const printed = printedResult(record, name)
  if (printed !== null && printed.outcome !== 'not-stated') {
    return { ...printed, reason: printed.outcome === 'failure' ? reason : null }
  }
  if (errorMessage !== null) return { outcome: 'failure', basis: 'errorMessage', raw: errorMessage, reason }
  if (printed !== null) return { ...printed, reason: null }

  const eventType = textAt(record, 'eventType')
  if (sameWord(eventType, 'AwsApiCall') && !(name !== null && PRINTS_ITS_RESULT.has(name))) {
    // CreateOAuth2Token says `success` itself; when it says anything but "true", silence is not success.
    const said = textAt(record, 'additionalEventData', 'success')
    if (said === null || sameWord(said, 'true')) {
      return { outcome: 'success', basis: 'api-call', raw: eventType, reason: null }
    }
    return { outcome: 'not-stated', basis: 'none', raw: said, reason: null }
  }
  return { outcome: 'not-stated', basis: 'none', raw: null, reason: null }
}

type PrintedResult = Omit<OutcomeReading, 'reason'>

/** The result printed below the event's own name; not stated when it is neither success nor failure. */
function printedResult(record: unknown, name: string | null): PrintedResult | null {
  if (name === null) return null
  for (const basis of ['serviceEventDetails', 'responseElements'] as const) {
    const raw = textAt(valueAt(record, basis), name)
    if (raw === null) continue
    if (sameWord(raw, 'Success')) return { outcome: 'success', basis, raw }
    if (sameWord(raw, 'Failure')) return { outcome: 'failure', basis, raw }
    return { outcome: 'not-stated', basis, raw }
  }
  return null
}
