import { isObject, textAt } from '../../signin/fields.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The JSON value in these bytes; `undefined`, which JSON has not, when they hold none. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    return undefined
  }
}

/**
 * True for an object that is a CloudTrail record by its own keys. `eventVersion` is in every record since 1.0; where
 * a tool dropped it, source, name and time together are proof enough. Notifications of S3, SQS and other services
 * look much alike, also `{"Records":[…]}` around them, but their sources are written `aws:s3`.
 */
export function isRecord(value: unknown): boolean {
  if (!isObject(value)) return false
  const source = textAt(value, 'eventSource')
  if (source?.startsWith('aws:') === true) return false
  const name = textAt(value, 'eventName')
  const time = textAt(value, 'eventTime')
  if (textAt(value, 'eventVersion') !== null) {
    return (
      (source ?? name ?? time ?? textAt(value, 'eventID') ?? textAt(value, 'userIdentity', 'type')) !== null
    )
  }
  if ('outcome' in value && 'recordNumber' in value) return false
  return source?.endsWith('.amazonaws.com') === true && name !== null && time !== null
}

/**
 * The same for an element of a list named Records, where the name of a service as source is proof enough: somebody may
 * have taken fields out, and a sign-in without its version and time is still one.
 */
export function isInTrail(value: unknown): boolean {
  return isRecord(value) || textAt(value, 'eventSource')?.toLowerCase().endsWith('.amazonaws.com') === true
}

/**
 * The kinds of events that CloudTrail delivers beside its log files and that are never sign-ins (CloudTrail record
 * contents, `eventCategory` since 1.07 and `eventType`). Null for every other record.
 */
export function siblingKind(record: unknown): 'insight' | 'network-activity' | null {
  const category = textAt(record, 'eventCategory')
  const type = textAt(record, 'eventType')
  if (category === 'Insight' || type === 'AwsCloudTrailInsight') return 'insight'
  if (category === 'NetworkActivity' || type === 'AwsVpceEvents') return 'network-activity'
  return null
}
