import { z } from 'zod'
import { AddressKind } from './address.ts'
import { RowFlag } from './finding.ts'
import { NoteView } from './note.ts'
import { SourceStatus } from './source.ts'
import { Bytes, Count, EpochSeconds, Sha256, SignInId } from './units.ts'

export const OUTCOMES = ['success', 'failure', 'not-stated'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

/**
 * Four states. `not-visible`: a federated sign-in, where the identity provider asks for the second factor and
 * AWS cannot see it. `not-stated`: this kind of record has no such field, or the field has an unknown value.
 */
export const MFA_STATES = ['used', 'not-used', 'not-visible', 'not-stated'] as const
export const MfaState = z.enum(MFA_STATES)
export type MfaState = z.infer<typeof MfaState>

/** Who, in the words of the timeline. AWS's own `userIdentity.type` is kept beside it as `principalType`. */
export const PRINCIPAL_KINDS = [
  'iam-user',
  'root',
  'role',
  'federated-user',
  'identity-center-user',
  'hidden',
  'service',
  'other',
  'not-stated',
] as const
export const PrincipalKind = z.enum(PRINCIPAL_KINDS)
export type PrincipalKind = z.infer<typeof PrincipalKind>

/** Which part of the record the MFA state was read from. */
export const MFA_BASES = [
  'MFAUsed',
  'CheckMfa',
  'CredentialType',
  'mfaAuthenticated',
  'federated',
  'none',
] as const
export const MfaBasis = z.enum(MFA_BASES)
export type MfaBasis = z.infer<typeof MfaBasis>

/** Which part of the record the outcome was read from, in the order of the reference (section 1.6). */
export const OUTCOME_BASES = [
  'errorCode',
  'serviceEventDetails',
  'responseElements',
  'errorMessage',
  'api-call',
  'none',
] as const
export const OutcomeBasis = z.enum(OUTCOME_BASES)
export type OutcomeBasis = z.infer<typeof OutcomeBasis>

/**
 * What the kept bytes are. `record`: the JSON text of the CloudTrail record. The others are rows of tables, which
 * state less and mean something only below their header line.
 */
export const RAW_FORMS = ['record', 'event-history-row', 'athena-row', 'lake-row'] as const
export const RawForm = z.enum(RAW_FORMS)
export type RawForm = z.infer<typeof RawForm>

const text = z.string().nullable()

/**
 * What a record says, each value read from the record or null. Column names in the case file are the same in
 * snake_case. An empty string in the record counts as absent.
 */
export const SignInFacts = z.object({
  eventTime: EpochSeconds.nullable(),
  /** `eventTime` exactly as the record has it; kept because it may be unreadable. */
  eventTimeText: text,
  eventName: text,
  eventSource: text,
  eventType: text,
  eventVersion: text,
  eventId: text,
  outcome: Outcome,
  failureReason: text,
  mfa: MfaState,
  mfaDevice: text,
  principalKind: PrincipalKind,
  /** `userIdentity.type` as it stands. */
  principalType: text,
  /** User name, `Role/session`, `root`; null when the record has none or AWS hides it. */
  principalName: text,
  principalArn: text,
  roleName: text,
  sessionName: text,
  /** The account of the principal (`userIdentity.accountId`). */
  accountId: text,
  /** The account the record was delivered for; the one signed in to. */
  recipientAccountId: text,
  accessKeyId: text,
  region: text,
  sourceIp: text,
  userAgent: text,
  loginTo: text,
  switchedFrom: text,
  /** Browser or tool and system, from the user agent by a library; null when it knows neither. */
  agentName: text,
  agentSystem: text,
})
export type SignInFacts = z.infer<typeof SignInFacts>

/** One row of the timeline. */
export const SignInRow = SignInFacts.extend({
  id: SignInId,
  /** Two copies of one event ID differ: both are rows and both carry this flag. */
  conflict: z.boolean(),
  sightings: Count,
  notes: Count,
  /** What the source address is, and its country, from data sets, approximate; null until looked up or not known. */
  addressKind: AddressKind.nullable(),
  country: text,
  /** The worst finding of the row; null where there is none, where all were dismissed, and for mere hints. */
  flag: RowFlag.nullable(),
})
export type SignInRow = z.infer<typeof SignInRow>

/** One place where the record was seen. Byte ranges are half-open: `byteStart` is in, `byteEnd` is not. */
export const Sighting = z.object({
  sourceId: z.number().int().positive(),
  path: z.string(),
  shownPath: z.string(),
  status: SourceStatus,
  /** 1 for the first record of the file. */
  recordNumber: z.number().int().positive(),
  recordsInSource: Count,
  byteStart: Bytes,
  byteEnd: Bytes,
  /** How the record stands between these bytes: `plain`, inside a JSON string, inside a CSV cell … */
  encoding: z.string(),
  /** SHA-256 of the file as it lies on the disk. */
  sha256: Sha256.nullable(),
  /** SHA-256 of its unpacked content, which the byte range refers to. */
  contentSha256: Sha256.nullable(),
})
export type Sighting = z.infer<typeof Sighting>

/** All that the inspector shows of one record. */
export const SignInDetail = z.object({
  row: SignInRow,
  outcomeBasis: OutcomeBasis,
  mfaBasis: MfaBasis,
  /** The value that stood at `mfaBasis`, as it stands. */
  mfaRaw: text,
  rawForm: RawForm,
  /** The header line above a row of a table. */
  rawHeader: text,
  /** The record's bytes as text. Bytes that are not UTF-8 appear as U+FFFD; the case file has the bytes. */
  raw: z.string(),
  rawIsUtf8: z.boolean(),
  rawSha256: Sha256,
  sightings: z.array(Sighting),
  /** Other rows with the same event ID that differ from this one. */
  conflictsWith: z.array(SignInId),
  /** This record is an addendum to these, or these are addenda to it (`addendum`, since eventVersion 1.08). */
  amends: z.array(SignInId),
  amendedBy: z.array(SignInId),
  notes: z.array(NoteView),
})
export type SignInDetail = z.infer<typeof SignInDetail>
