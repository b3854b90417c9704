import { createHash } from 'node:crypto'
import { utcText } from '../../../shared/domain/time.ts'
import type { EpochSeconds } from '../../../shared/domain/units.ts'
import type { JsonMap } from './identities.ts'

/** When, where and with what: the part that every record has. */
export interface Scene {
  readonly at: EpochSeconds
  /** The account the record is delivered for. */
  readonly account: string
  readonly region: string
  readonly ip: string
  readonly agent: string
}

/** Parts that only some records have; `undefined` ones are not printed. */
export interface Parts {
  readonly errorCode?: string | undefined
  readonly errorMessage?: string | undefined
  readonly request?: JsonMap | null
  readonly response?: JsonMap | null
  readonly data?: JsonMap | undefined
  readonly details?: JsonMap | undefined
  readonly readOnly?: boolean
}

/** One record of version 1.11, its keys in CloudTrail's order. Same input, same record, same event ID. */
export function record(
  eventType: string,
  eventSource: string,
  eventName: string,
  scene: Scene,
  userIdentity: JsonMap,
  parts: Parts = {},
): JsonMap {
  const body = {
    eventVersion: '1.11',
    userIdentity,
    eventTime: utcText(scene.at),
    eventSource,
    eventName,
    awsRegion: scene.region,
    sourceIPAddress: scene.ip,
    userAgent: scene.agent,
    errorCode: parts.errorCode,
    errorMessage: parts.errorMessage,
    requestParameters: parts.request ?? null,
    responseElements: parts.response ?? null,
    additionalEventData: parts.data,
  }
  return present({
    ...body,
    eventID: eventIdOf(JSON.stringify(body)),
    readOnly: parts.readOnly ?? false,
    eventType,
    managementEvent: true,
    recipientAccountId: scene.account,
    serviceEventDetails: parts.details,
    eventCategory: 'Management',
  })
}

/** A record of the console sign-in service, with its result under the event's own name. */
export function consoleRecord(
  eventName: string,
  scene: Scene,
  who: JsonMap,
  result: 'Success' | 'Failure' | null,
  parts: Parts = {},
): JsonMap {
  const response = result === null ? null : { [eventName]: result }
  return record('AwsConsoleSignIn', 'signin.amazonaws.com', eventName, scene, who, { response, ...parts })
}

/** A record of Identity Center's sign-in page. `workflow` joins the steps of one sign-in. */
export function identityCenterRecord(
  eventName: string,
  scene: Scene,
  who: JsonMap,
  result: 'Success' | 'Failure',
  step: { readonly userName: string; readonly credential: string; readonly workflow: string },
): JsonMap {
  return record('AwsServiceEvent', 'signin.amazonaws.com', eventName, scene, who, {
    data: {
      AuthWorkflowID: step.workflow,
      LoginTo: 'https://d-9567example.awsapps.com/start/',
      CredentialType: step.credential,
      UserName: step.userName,
    },
    details: { [eventName]: result },
  })
}

/** A record of the access portal, which prints no result. */
export function portalRecord(eventName: string, scene: Scene, who: JsonMap, details: JsonMap = {}): JsonMap {
  return record('AwsServiceEvent', 'sso.amazonaws.com', eventName, scene, who, { details, readOnly: true })
}

/** An ordinary API call. */
export function apiCall(
  eventSource: string,
  eventName: string,
  scene: Scene,
  who: JsonMap,
  parts: Parts = {},
): JsonMap {
  return record('AwsApiCall', eventSource, eventName, scene, who, parts)
}

/** A UUID that depends on the text alone. */
export function eventIdOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function present(values: JsonMap): JsonMap {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
