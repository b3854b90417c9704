import type { SignInFacts } from '../domain/sign-in.ts'
import type { Piece, SentenceFacts } from './sentence-parts.ts'

/** What was done to a console password or an MFA device. */
export type Change = 'added' | 'removed' | 'changed'

type Template = (facts: SentenceFacts) => readonly Piece[]

/** `factors` are the factor names as the record has them, such as `PASSWORD,TOTP`; null when not known here. */
type FactorTemplate = (facts: SentenceFacts, factors: string | null) => readonly Piece[]

/** One template per kind of record. Both languages have them all, or the program does not compile. */
export interface SentenceTemplates {
  readonly signedIn: Template
  readonly rootSignedIn: Template
  readonly roleSignedIn: Template
  readonly federatedUserSignedIn: Template
  readonly signInFailed: Template
  readonly hiddenSignInFailed: Template
  readonly signInDenied: Template
  readonly mfaStep: Template
  readonly roleSwitched: Template
  readonly roleLeft: Template
  readonly roleRenewed: Template
  readonly keysTraded: Template
  readonly recoveryRequested: Template
  readonly recoveryCompleted: Template
  readonly rootPasswordChanged: Template
  readonly rootEmailChanged: Template
  readonly outsideProviderFailed: Template
  readonly factorAsked: FactorTemplate
  readonly factorChecked: FactorTemplate
  readonly identityCenterSignIn: FactorTemplate
  readonly loginAllowed: Template
  readonly tokenGiven: Template
  readonly portalOpened: Template
  readonly roleChosen: Template
  readonly roleKeysTaken: Template
  readonly portalTokenTaken: Template
  readonly portalLeft: Template
  readonly roleTaken: Template
  readonly roleRefused: Template
  readonly mfaDevice: (facts: SignInFacts, change: Change) => readonly Piece[]
  readonly consolePassword: (facts: SignInFacts, change: Change) => readonly Piece[]
  readonly anythingElse: Template
}
