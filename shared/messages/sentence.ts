import type { SignInFacts } from '../domain/sign-in.ts'
import type { Language } from '../domain/units.ts'
import { sentencesEn } from './sentence-en.ts'
import { sentencesJa } from './sentence-ja.ts'
import { flatten, type Piece, policyKindOf, type SentenceFacts, type SentencePart } from './sentence-parts.ts'
import type { Change, SentenceTemplates } from './sentence-templates.ts'

export type { SentencePart } from './sentence-parts.ts'

const templates: Readonly<Record<Language, SentenceTemplates>> = { en: sentencesEn, ja: sentencesJa }

/**
 * The record as one plain sentence. `factors` are the factor names of an Identity Center record as they stand
 * there, such as `PASSWORD,TOTP` (`mfaRaw` of the detail); without them the sentence speaks of MFA only. `place` is the
 * country of the address in words.
 *
 * A template claims that something happened, so it is used only where the record says so. A failure without a
 * sentence of its own, and a record that should print its result and does not, read "… called …: Failed".
 */
export function sentenceOf(
  facts: SignInFacts,
  language: Language,
  factors: string | null = null,
  place: string | null = null,
): readonly SentencePart[] {
  const parts = flatten(fill(templates[language], { ...facts, place }, factors))
  return language === 'en' ? capitalise(parts) : parts
}

/** The same as one text, for accessible names, exports and the command line. */
export function sentenceText(facts: SignInFacts, language: Language, factors: string | null = null): string {
  return sentenceOf(facts, language, factors)
    .map((part) => part.text)
    .join('')
}

function fill(t: SentenceTemplates, facts: SentenceFacts, factors: string | null): readonly Piece[] {
  switch (facts.eventName) {
    case 'ConsoleLogin':
      return consoleLogin(t, facts)
    case 'CredentialChallenge':
      return t.factorAsked(facts, factors)
    case 'CredentialVerification':
      return t.factorChecked(facts, factors)
    case 'ExternalIdPDirectoryLogin':
      return facts.outcome === 'failure' ? t.outsideProviderFailed(facts) : t.anythingElse(facts)
    case 'AssumeRole':
    case 'AssumeRoleWithSAML':
    case 'AssumeRoleWithWebIdentity':
      return facts.outcome === 'failure' ? t.roleRefused(facts) : t.roleTaken(facts)
    case null:
      return t.anythingElse(facts)
    default:
      return happened(facts)
        ? (ofEvent(t, facts, facts.eventName, factors) ?? t.anythingElse(facts))
        : t.anythingElse(facts)
  }
}

/** Records of the portal carry no result at all; one without an error is taken at its word. */
function happened(facts: SignInFacts): boolean {
  return facts.outcome === 'success' || (facts.outcome === 'not-stated' && isPortal(facts))
}

function isPortal(facts: SignInFacts): boolean {
  return facts.eventSource?.toLowerCase().startsWith('sso') ?? false
}

function consoleLogin(t: SentenceTemplates, facts: SignInFacts): readonly Piece[] {
  if (facts.outcome === 'not-stated') return t.anythingElse(facts)
  if (facts.outcome === 'failure') {
    if (policyKindOf(facts) !== null) return t.signInDenied(facts)
    return facts.principalKind === 'hidden' ? t.hiddenSignInFailed(facts) : t.signInFailed(facts)
  }
  switch (facts.principalKind) {
    case 'root':
      return t.rootSignedIn(facts)
    case 'role':
      return t.roleSignedIn(facts)
    case 'federated-user':
      return t.federatedUserSignedIn(facts)
    default:
      return t.signedIn(facts)
  }
}

function ofEvent(
  t: SentenceTemplates,
  facts: SignInFacts,
  eventName: string,
  factors: string | null,
): readonly Piece[] | null {
  switch (eventName) {
    case 'CheckMfa':
      return t.mfaStep(facts)
    case 'SwitchRole':
      return t.roleSwitched(facts)
    case 'ExitRole':
      return t.roleLeft(facts)
    case 'RenewRole':
      return t.roleRenewed(facts)
    case 'GetSigninToken':
      return t.keysTraded(facts)
    case 'PasswordRecoveryRequested':
      return t.recoveryRequested(facts)
    case 'PasswordRecoveryCompleted':
      return t.recoveryCompleted(facts)
    case 'PasswordUpdated':
      return t.rootPasswordChanged(facts)
    case 'EmailUpdated':
      return t.rootEmailChanged(facts)
    case 'UserAuthentication':
      return t.identityCenterSignIn(facts, factors)
    case 'AuthorizeOAuth2Access':
      return t.loginAllowed(facts)
    case 'CreateOAuth2Token':
    case 'CreateOAuth2TokenWithIAM':
      return t.tokenGiven(facts)
    default:
      return isPortal(facts) ? ofPortal(t, facts, eventName) : ofCredentials(t, facts, eventName)
  }
}

function ofPortal(t: SentenceTemplates, facts: SignInFacts, eventName: string): readonly Piece[] | null {
  switch (eventName) {
    case 'Authenticate':
      return t.portalOpened(facts)
    case 'Federate':
      return t.roleChosen(facts)
    case 'GetRoleCredentials':
      return t.roleKeysTaken(facts)
    case 'CreateToken':
    case 'CreateTokenWithIAM':
      return t.portalTokenTaken(facts)
    case 'Logout':
      return t.portalLeft(facts)
    default:
      return null
  }
}

const MFA_CHANGES: ReadonlyMap<string, Change> = new Map([
  ['EnableMFADevice', 'added'],
  ['CreateVirtualMFADevice', 'added'],
  ['DeactivateMFADevice', 'removed'],
  ['DeleteVirtualMFADevice', 'removed'],
  ['ResyncMFADevice', 'changed'],
])

const PASSWORD_CHANGES: ReadonlyMap<string, Change> = new Map([
  ['CreateLoginProfile', 'added'],
  ['UpdateLoginProfile', 'changed'],
  ['ChangePassword', 'changed'],
  ['DeleteLoginProfile', 'removed'],
])

function ofCredentials(t: SentenceTemplates, facts: SignInFacts, eventName: string): readonly Piece[] | null {
  const device = MFA_CHANGES.get(eventName)
  if (device !== undefined) return t.mfaDevice(facts, device)
  const password = PASSWORD_CHANGES.get(eventName)
  return password === undefined ? null : t.consolePassword(facts, password)
}

/** Templates begin in lower case, so that our own words get a capital and a name from the record keeps its own. */
function capitalise(parts: readonly SentencePart[]): readonly SentencePart[] {
  const [first, ...rest] = parts
  if (first === undefined || first.tone !== undefined) return parts
  return [{ text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }, ...rest]
}
