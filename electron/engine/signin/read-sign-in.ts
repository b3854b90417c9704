import type { MfaBasis, OutcomeBasis, SignInFacts } from '../../../shared/domain/sign-in.ts'
import { readAgent } from './agent.ts'
import { readEventTime } from './event-time.ts'
import { accountAt, textAt } from './fields.ts'
import { readMfa } from './mfa.ts'
import { readOutcome } from './outcome.ts'
import { readPrincipal } from './principal.ts'
import { roleAskedFor } from './role-session.ts'

/** The facts of one record, and where outcome and MFA were read, for the inspector. */
export interface SignInReading {
  readonly facts: SignInFacts
  readonly outcomeBasis: OutcomeBasis
  readonly mfaBasis: MfaBasis
  /** The value that stood at `mfaBasis`, as it stands. */
  readonly mfaRaw: string | null
}

/**
 * Reads one CloudTrail record of any version from 1.0 on; unknown fields are left alone (CloudTrail record
 * contents: minor versions only add fields). Takes any JSON value and never throws: what is missing, empty or of
 * the wrong type becomes null.
 */
export function readSignIn(record: unknown): SignInReading {
  const eventTimeText = textAt(record, 'eventTime')
  const userAgent = textAt(record, 'userAgent')
  const outcome = readOutcome(record)
  const mfa = readMfa(record)
  const principal = readPrincipal(record)
  const askedFor = roleAskedFor(record)
  const facts: SignInFacts = {
    eventTime: readEventTime(eventTimeText),
    eventTimeText,
    eventName: textAt(record, 'eventName'),
    eventSource: textAt(record, 'eventSource'),
    eventType: textAt(record, 'eventType'),
    eventVersion: textAt(record, 'eventVersion'),
    eventId: textAt(record, 'eventID'),
    outcome: outcome.outcome,
    failureReason: outcome.reason,
    mfa: mfa.mfa,
    mfaDevice: mfa.device,
    principalKind: principal.kind,
    principalType: principal.type,
    principalName: principal.name,
    principalArn: principal.arn,
    roleName: askedFor === undefined ? principal.roleName : askedFor,
    sessionName: principal.sessionName,
    accountId: principal.accountId,
    recipientAccountId: accountAt(record, 'recipientAccountId'),
    accessKeyId: principal.accessKeyId,
    region: textAt(record, 'awsRegion'),
    sourceIp: textAt(record, 'sourceIPAddress'),
    userAgent,
    loginTo: textAt(record, 'additionalEventData', 'LoginTo'),
    switchedFrom: textAt(record, 'additionalEventData', 'SwitchFrom'),
    ...readAgent(userAgent),
  }
  return { facts, outcomeBasis: outcome.basis, mfaBasis: mfa.basis, mfaRaw: mfa.raw }
}
