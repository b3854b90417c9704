import type { MfaState, Outcome, PrincipalKind } from '../../../shared/domain/sign-in.ts'

/** What rules may look at. Empty and missing values are null; nothing is guessed. */
export interface DetectEvent {
  readonly id: number
  /** Whole seconds UTC; null when the record has no readable time. */
  readonly time: number | null
  readonly eventName: string
  readonly eventType: string | null
  readonly outcome: Outcome
  readonly failureReason: string | null
  readonly mfa: MfaState
  readonly kind: PrincipalKind
  /** As the timeline shows it; null for hidden and missing names. */
  readonly name: string | null
  readonly principalArn: string | null
  readonly roleName: string | null
  readonly sessionName: string | null
  readonly account: string | null
  readonly region: string | null
  /** A real IP address; null for `AWS Internal`, service names and nothing. */
  readonly address: string | null
  readonly userAgent: string | null
  readonly agentFamily: string | null
  readonly switchedFrom: string | null
  /** One person over all their records; null when the record names nobody. See `personOf`. */
  readonly person: string | null
  readonly country: string | null
  /** True when the address lies in a network that the examiner trusts. */
  readonly trusted: boolean

  // What this archive showed of the person before this record; false when too little is known of them.
  readonly newAddress: boolean
  readonly newAgent: boolean
  readonly newCountry: boolean
  readonly newRegion: boolean
  readonly newPerson: boolean
  readonly usedMfaBefore: boolean
  /** No earlier success of this person from this address, however little is known of them. */
  readonly elsewhere: boolean

  // Only in the record itself, which is parsed when a rule asks.
  readonly workflow: string | null
  readonly grantType: string | null
  readonly samlProvider: string | null
  readonly invokedBy: string | null
}

/** Fields that hold a text or a flag, on which a condition can be put. */
export type Field = Exclude<keyof DetectEvent, 'id' | 'time'>
