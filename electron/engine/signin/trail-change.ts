import type { TrailChangeFacts } from '../../../shared/domain/trail-change.ts'
import { TRAIL_CHANGES } from '../../../shared/domain/trail-change-calls.ts'
import { readEventTime } from './event-time.ts'
import { accountAt, textAt, valueAt } from './fields.ts'
import { readPrincipal } from './principal.ts'

const SOURCE = 'cloudtrail.amazonaws.com'
const NAMES: ReadonlySet<string> = new Set(TRAIL_CHANGES)

/** True when a record says that somebody changed what a trail records, or tried to. Such records are no sign-ins. */
export function isTrailChange(eventSource: unknown, eventName: unknown): boolean {
  return (
    typeof eventSource === 'string' &&
    eventSource.toLowerCase() === SOURCE &&
    typeof eventName === 'string' &&
    NAMES.has(eventName)
  )
}

/**
 * Reads such a record (CloudTrail API Reference). Takes any JSON value and never throws: what is missing is null. The
 * trail is the one that the answer names by its ARN, else what the caller wrote, a name or an ARN.
 */
export function readTrailChange(record: unknown): TrailChangeFacts {
  const { kind, name, arn, accountId } = readPrincipal(record)
  const asked = ['requestParameters', 'name'] as const
  return {
    eventTime: readEventTime(textAt(record, 'eventTime')),
    eventTimeText: textAt(record, 'eventTime'),
    eventName: textAt(record, 'eventName') ?? '',
    eventId: textAt(record, 'eventID'),
    principalKind: kind,
    principalName: name,
    principalArn: arn,
    account: accountAt(record, 'recipientAccountId') ?? accountId,
    region: textAt(record, 'awsRegion'),
    trail:
      textAt(record, 'responseElements', 'trailARN') ??
      textAt(record, ...asked) ??
      textAt(record, 'requestParameters', 'trailName'),
    errorCode: textAt(record, 'errorCode'),
    validation: switchAt(record, 'enableLogFileValidation', 'logFileValidationEnabled'),
  }
}

/** Whether the call switches validation on or off; null when it leaves it as it is or does not say. */
function switchAt(record: unknown, asked: string, answered: string): boolean | null {
  const value = valueAt(record, 'requestParameters', asked) ?? valueAt(record, 'responseElements', answered)
  return typeof value === 'boolean' ? value : null
}
