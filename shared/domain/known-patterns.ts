import { type AlarmSettings, USUAL_ALARM } from './alarm.ts'

/** What such a pattern cannot see or sees too much of; printed beside its result. */
export type BlindSpot =
  | 'mfa-spelling'
  | 'mfa-missing'
  | 'federated-no'
  | 'unknown-names'
  | 'policy-denials'
  | 'idp-as-root'
  | 'no-identity-center'
  | 'sign-ins-only'
  | 'one-address'
  | 'mask-is-wildcard'

/** A published pattern, as data. Its words are in `messages/known-patterns.ts`. */
export interface KnownPattern {
  readonly id: string
  readonly pattern: string
  /** Numbers in the benchmarks that ask for it. */
  readonly benchmarks: readonly string[]
  readonly alarm: AlarmSettings
  readonly blindSpots: readonly BlindSpot[]
}

/** The alarms of Security Hub: one match in five minutes. */
const ONE: AlarmSettings = { ...USUAL_ALARM, threshold: 1 }

const anyEvent = (names: readonly string[]) =>
  `{ ${names.map((name) => `($.eventName = ${name})`).join(' || ')} }`

/** Names of the calls that change IAM policies, in the order of the benchmark. */
const POLICY_CHANGES = [
  'DeleteGroupPolicy',
  'DeleteRolePolicy',
  'DeleteUserPolicy',
  'PutGroupPolicy',
  'PutRolePolicy',
  'PutUserPolicy',
  'CreatePolicy',
  'DeletePolicy',
  'CreatePolicyVersion',
  'DeletePolicyVersion',
  'AttachRolePolicy',
  'DetachRolePolicy',
  'AttachUserPolicy',
  'DetachUserPolicy',
  'AttachGroupPolicy',
  'DetachGroupPolicy',
] as const
const TRAIL_CHANGES = ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'] as const

/**
 * Patterns about sign-ins that benchmarks and articles publish: the CloudWatch controls of Security Hub with their
 * numbers in the CIS AWS Foundations Benchmark, and two from articles about console sign-ins.
 */
export const KNOWN_PATTERNS: readonly KnownPattern[] = [
  {
    id: 'root-usage',
    pattern:
      '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
    benchmarks: ['CIS 1.2: 1.1, 3.3', 'CIS 1.4: 1.7, 4.3', 'CloudWatch.1'],
    alarm: ONE,
    blindSpots: ['idp-as-root', 'no-identity-center', 'sign-ins-only'],
  },
  {
    id: 'sign-in-without-mfa',
    pattern:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
    benchmarks: ['CIS 1.2: 3.2', 'CloudWatch.3'],
    alarm: ONE,
    blindSpots: ['mfa-spelling', 'mfa-missing', 'no-identity-center'],
  },
  {
    id: 'sign-in-without-mfa-short',
    pattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
    benchmarks: ['CIS 1.2: 3.2'],
    alarm: ONE,
    blindSpots: ['federated-no', 'mfa-spelling', 'mfa-missing', 'no-identity-center'],
  },
  {
    id: 'failed-authentication',
    pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
    benchmarks: ['CIS 1.2: 3.6', 'CIS 1.4: 4.6', 'CloudWatch.6'],
    alarm: ONE,
    blindSpots: ['unknown-names', 'policy-denials', 'no-identity-center'],
  },
  {
    id: 'unauthorized-calls',
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    benchmarks: ['CIS 1.2: 3.1', 'CloudWatch.2'],
    alarm: ONE,
    blindSpots: ['sign-ins-only'],
  },
  {
    id: 'policy-changes',
    pattern: anyEvent(POLICY_CHANGES),
    benchmarks: ['CIS 1.2: 3.4', 'CIS 1.4: 4.4', 'CloudWatch.4'],
    alarm: ONE,
    blindSpots: ['sign-ins-only'],
  },
  {
    id: 'trail-changes',
    pattern: anyEvent(TRAIL_CHANGES),
    benchmarks: ['CIS 1.2: 3.5', 'CIS 1.4: 4.5', 'CloudWatch.5'],
    alarm: ONE,
    blindSpots: ['sign-ins-only'],
  },
  {
    id: 'outside-office',
    pattern: '{ $.responseElements.ConsoleLogin = "Success" && $.sourceIPAddress !="203.0.113.10" }',
    benchmarks: [],
    alarm: ONE,
    blindSpots: ['one-address', 'mask-is-wildcard', 'no-identity-center'],
  },
  {
    id: 'success-no-mfa',
    pattern: '{ $.responseElements.ConsoleLogin = "Success" && $.additionalEventData.MFAUsed = "No" }',
    benchmarks: [],
    alarm: ONE,
    blindSpots: ['federated-no', 'no-identity-center'],
  },
]
