import type { MfaBasis, MfaState } from '../../../shared/domain/sign-in.ts'
import { sameWord, textAt, valueAt } from './fields.ts'
import { readOutcome } from './outcome.ts'

/** The MFA state, where it was read, and the value that stood there. */
export interface MfaReading {
  readonly mfa: MfaState
  readonly basis: MfaBasis
  readonly raw: string | null
  /** ARN of the device, else the kind of device that CheckMfa names. */
  readonly device: string | null
}

type State = Omit<MfaReading, 'device'>

const NOT_STATED: State = { mfa: 'not-stated', basis: 'none', raw: null }

/** Events that carry no MFA field at all; the sign-in before them tells (CloudTrail User Guide, sign-in events). */
const SAY_NOTHING: ReadonlySet<string> = new Set([
  'SwitchRole',
  'ExitRole',
  'RenewRole',
  'PasswordRecoveryRequested',
  'PasswordRecoveryCompleted',
  'PasswordUpdated',
  'EmailUpdated',
  'ExternalIdPDirectoryLogin',
])

/**
 * Whether a second factor was used, in four states. A federated sign-in is never called "not used": its second
 * factor is the identity provider's affair and AWS cannot see it.
 */
export function readMfa(record: unknown): MfaReading {
  const device =
    textAt(record, 'additionalEventData', 'MFAIdentifier') ?? textAt(record, 'additionalEventData', 'MfaType')
  return { ...stateOf(record), device }
}

function stateOf(record: unknown): State {
  const name = textAt(record, 'eventName') ?? ''
  if (SAY_NOTHING.has(name)) return NOT_STATED
  switch (name) {
    case 'ConsoleLogin':
      return ofConsoleLogin(record)
    case 'CheckMfa':
      return ofCheckMfa(record)
    case 'UserAuthentication':
    case 'CredentialVerification':
    case 'CredentialChallenge':
      return ofCredentialType(record, name)
    default:
      return ofSession(record)
  }
}

/**
 * `additionalEventData.MFAUsed`, Yes or No in any letter case: AWS's own root sample prints `YES`. A role or
 * federated session prints No whatever its identity provider asked for, and some SAML records lack the field
 * (CloudTrail User Guide, sign-in events).
 */
function ofConsoleLogin(record: unknown): State {
  const raw = textAt(record, 'additionalEventData', 'MFAUsed')
  if (sameWord(raw, 'Yes')) return { mfa: 'used', basis: 'MFAUsed', raw }
  if (raw !== null && !sameWord(raw, 'No')) return { mfa: 'not-stated', basis: 'MFAUsed', raw }
  if (isFederated(record)) return { mfa: 'not-visible', basis: 'federated', raw }
  if (raw === null) return NOT_STATED
  const unknownWho = sameWord(textAt(record, 'userIdentity', 'type'), 'Unknown')
  return { mfa: unknownWho ? 'not-stated' : 'not-used', basis: 'MFAUsed', raw }
}

/** CheckMfa is the MFA step itself: passed, a factor was used; failed, nothing is known of the sign-in. */
function ofCheckMfa(record: unknown): State {
  const { outcome, raw } = readOutcome(record)
  return { mfa: outcome === 'success' ? 'used' : 'not-stated', basis: 'CheckMfa', raw }
}

/** Factors beyond the password that Identity Center names (IAM Identity Center User Guide, sign-in events). */
const SECOND_FACTORS: ReadonlySet<string> = new Set(['TOTP', 'WEBAUTHN', 'RESYNC_TOTP'])

/**
 * `additionalEventData.CredentialType`. UserAuthentication lists all factors of a finished sign-in, so a password
 * alone means no second factor. CredentialVerification is about one factor only, and CredentialChallenge asks for
 * one and proves nothing. A factor that is not known here (a smart card, a code by mail) stays not stated.
 */
function ofCredentialType(record: unknown, name: string): State {
  const raw = textAt(record, 'additionalEventData', 'CredentialType')
  if (raw === null) return NOT_STATED
  const state = (mfa: MfaState): State => ({ mfa, basis: 'CredentialType', raw })
  if (name === 'CredentialChallenge') return state('not-stated')
  const factors = raw.split(',').map((factor) => factor.trim().toUpperCase())
  if (readOutcome(record).outcome === 'success' && factors.some((factor) => SECOND_FACTORS.has(factor))) {
    return state('used')
  }
  if (name === 'CredentialVerification') return state('not-stated')
  if (factors.every((factor) => factor === 'PASSWORD')) return state('not-used')
  if (factors.every((factor) => factor === 'EXTERNAL_IDP')) return state('not-visible')
  return state('not-stated')
}

/**
 * `sessionContext.attributes.mfaAuthenticated` of the session that made the call; a text, `true` or `false`
 * (CloudTrail userIdentity element). A JSON boolean, as some tools re-write it, is read alike.
 */
function ofSession(record: unknown): State {
  const value = valueAt(record, 'userIdentity', 'sessionContext', 'attributes', 'mfaAuthenticated')
  const raw = typeof value === 'boolean' ? String(value) : typeof value === 'string' ? value : ''
  if (raw === '') return NOT_STATED
  const state = (mfa: MfaState): State => ({ mfa, basis: 'mfaAuthenticated', raw })
  if (sameWord(raw, 'true')) return state('used')
  if (!sameWord(raw, 'false')) return state('not-stated')
  if (isFederated(record)) return state('not-visible')
  const type = textAt(record, 'userIdentity', 'type')
  return state(sameWord(type, 'IAMUser') || sameWord(type, 'Root') ? 'not-used' : 'not-stated')
}

const FEDERATED_TYPES: ReadonlySet<string> = new Set([
  'assumedrole',
  'role',
  'federateduser',
  'samluser',
  'webidentityuser',
  'identitycenteruser',
  'directory',
])

/** True when someone other than IAM checked who it was, by type, by SAML provider, or by a role of Identity Center. */
function isFederated(record: unknown): boolean {
  const type = textAt(record, 'userIdentity', 'type')?.toLowerCase() ?? ''
  if (FEDERATED_TYPES.has(type)) return true
  if (textAt(record, 'additionalEventData', 'SamlProviderArn') !== null) return true
  return textAt(record, 'userIdentity', 'arn')?.includes('/AWSReservedSSO_') ?? false
}
