import type { Columns } from './csv-columns.ts'
import { type Shape, structOf, structsOf } from './struct-text.ts'
import { EVENT_DATA, RESOURCE, TLS_DETAILS, USER_IDENTITY } from './user-identity.ts'

type Cells = readonly (string | null)[]

const TEXTS = [
  'eventVersion',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'requestID',
  'eventID',
  'eventType',
  'apiVersion',
  'recipientAccountId',
  'sharedEventID',
  'vpcEndpointId',
  'eventCategory',
  'sessionCredentialFromConsole',
] as const
const FLAGS = ['readOnly', 'managementEvent'] as const
const DATA = ['requestParameters', 'responseElements', 'additionalEventData', 'serviceEventDetails'] as const
const IDENTITY = ['type', 'principalId', 'arn', 'accountId', 'invokedBy', 'accessKeyId', 'userName'] as const

/**
 * The record that a row of an Athena or CloudTrail Lake result speaks of, as far as the row states it: names get
 * CloudTrail's letters back, structs and JSON text become objects. What a column does not hold for certain is left
 * out (see `structOf`).
 */
export function recordOfTableRow(columns: Columns, cells: Cells): Record<string, unknown> {
  const cell = (name: string) => {
    const index = columns.indexOf(name.toLowerCase())
    return index === null ? null : (cells[index] ?? null)
  }
  const record: Record<string, unknown> = {}
  const put = (name: string, value: unknown) => {
    if (value !== null && value !== undefined) record[name] = value
  }
  for (const name of TEXTS) put(name, cell(name))
  for (const name of FLAGS) put(name, flagOf(cell(name)))
  for (const name of DATA) put(name, dataOf(cell(name)))
  put('eventTime', isoTime(cell('eventTime')))
  put('userIdentity', identityOf(cell))
  put('tlsDetails', objectOf(cell('tlsDetails'), TLS_DETAILS))
  put('resources', structsOf(cell('resources') ?? '', RESOURCE))
  return withoutDoubtfulType(record, columns)
}

/**
 * A row of an Event history download. It has no outcome and no MFA column, so that neither is stated; who it was is
 * a name without a kind.
 */
export function recordOfHistoryRow(columns: Columns, cells: Cells): Record<string, unknown> {
  const cell = (...names: readonly string[]) => {
    const index = names.map((name) => columns.indexOf(name)).find((found) => found !== null)
    return index === undefined || index === null ? null : cells[index] || null
  }
  const stated: Record<string, unknown> = {
    eventTime: isoTime(cell('eventtime')),
    eventSource: cell('eventsource'),
    eventName: cell('eventname'),
    awsRegion: cell('awsregion', 'region'),
    sourceIPAddress: cell('sourceipaddress'),
    userAgent: cell('useragent'),
    errorCode: cell('errorcode'),
    errorMessage: cell('errormessage'),
    requestID: cell('requestid'),
    eventID: cell('eventid'),
    eventType: cell('eventtype'),
    recipientAccountId: cell('recipientaccountid'),
    readOnly: flagOf(cell('readonly')),
  }
  const who = present({ userName: cell('username'), accessKeyId: cell('awsaccesskey', 'accesskeyid') })
  if (Object.keys(who).length > 0) stated['userIdentity'] = who
  return withoutDoubtfulType(present(stated), columns)
}

/** The struct, or for a query that took it apart, columns such as `useridentity.arn`. */
function identityOf(cell: (name: string) => string | null): Record<string, unknown> | null {
  const struct = objectOf(cell('userIdentity'), USER_IDENTITY)
  if (struct !== null) return struct
  const parts = present(Object.fromEntries(IDENTITY.map((name) => [name, cell(`userIdentity${name}`)])))
  return Object.keys(parts).length > 0 ? parts : null
}

/**
 * An API call without error counts as a success (CloudTrail record contents). A table that has no column for errors
 * cannot say that there was none, so its rows must not say that they are API calls.
 */
function withoutDoubtfulType(record: Record<string, unknown>, columns: Columns): Record<string, unknown> {
  if (columns.has('errorcode')) return record
  const { eventType, ...rest } = record
  return typeof eventType === 'string' && eventType.toLowerCase() !== 'awsapicall' ? record : rest
}

function objectOf(text: string | null, shape: Shape): Record<string, unknown> | null {
  if (text === null) return null
  return jsonObject(text) ?? structOf(text, shape)
}

/** JSON text as Athena has it, else a map as Lake prints it. */
function dataOf(text: string | null): unknown {
  return objectOf(text, EVENT_DATA)
}

function jsonObject(text: string): Record<string, unknown> | null {
  if (!text.trimStart().startsWith('{')) return null
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return null
  }
}

function flagOf(text: string | null): boolean | null {
  const word = text?.toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : null
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.0+)?(\.\d+)?(?: UTC| Z|Z)?$/

/** A timestamp column prints `2024-09-14 10:00:00.000`, in UTC; any other text stays as it is. */
function isoTime(text: string | null): string | null {
  return text?.replace(TIMESTAMP, '$1T$2$3Z') ?? null
}

function present(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}
