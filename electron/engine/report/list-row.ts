import type { SignInFacts } from '../../../shared/domain/sign-in.ts'
import { utcText } from '../../../shared/domain/time.ts'

/**
 * One sign-in as it is handed over: a line of JSON Lines or CSV, and of the command `list`. Values are those of
 * the record; null means that the record does not say.
 */
export interface ListRow {
  readonly eventId: string | null
  /** UTC, `2024-09-14T13:52:07Z`; the record's own text where it is no readable time. */
  readonly eventTime: string | null
  readonly eventName: string | null
  readonly eventSource: string | null
  readonly outcome: string
  readonly failureReason: string | null
  readonly mfa: string
  readonly principalType: string | null
  /** Null also where AWS hides the name. */
  readonly principalName: string | null
  readonly principalArn: string | null
  readonly accountId: string | null
  readonly recipientAccountId: string | null
  readonly region: string | null
  readonly sourceIp: string | null
  readonly userAgent: string | null
  /** Path of the first file that holds the record, as in the evidence manifest. */
  readonly source: string | null
  /** Number of the record in that file, from 1. */
  readonly recordNumber: number | null
}

/** Where a record was seen first. */
export interface FirstSighting {
  readonly source: string
  readonly recordNumber: number
}

export function toListRow(facts: SignInFacts, seen: FirstSighting | null): ListRow {
  return {
    eventId: facts.eventId,
    eventTime: facts.eventTime === null ? facts.eventTimeText : utcText(facts.eventTime),
    eventName: facts.eventName,
    eventSource: facts.eventSource,
    outcome: facts.outcome,
    failureReason: facts.failureReason,
    mfa: facts.mfa,
    principalType: facts.principalType,
    principalName: facts.principalName,
    principalArn: facts.principalArn,
    accountId: facts.accountId,
    recipientAccountId: facts.recipientAccountId,
    region: facts.region,
    sourceIp: facts.sourceIp,
    userAgent: facts.userAgent,
    source: seen?.source ?? null,
    recordNumber: seen?.recordNumber ?? null,
  }
}
