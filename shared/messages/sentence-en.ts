import type { SignInFacts } from '../domain/sign-in.ts'
import {
  accountOf,
  around,
  isInsideAws,
  type Piece,
  personOf,
  policyKindOf,
  type SentenceFacts,
  strong,
  switcherOf,
} from './sentence-parts.ts'
import type { SentenceTemplates } from './sentence-templates.ts'
import { outcomeWords } from './words.ts'

/** The English sentences. A part that the record does not have is left out with its preposition. */
export const sentencesEn: SentenceTemplates = {
  signedIn: (f) => [who(f), ' signed in', to(f), from(f), mfa(f), '.'],
  rootSignedIn: (f) => ['the root user', around(' of ', accountOf(f)), ' signed in', from(f), mfa(f), '.'],
  roleSignedIn: (f) => [person(f), ' signed in', to(f), around(' as role ', role(f)), from(f), mfa(f), '.'],
  federatedUserSignedIn: (f) => [who(f), federated(f), ' signed in', to(f), from(f), mfa(f), '.'],
  signInFailed: (f) => ['a sign-in', as(f), to(f), from(f), ' failed', around(': ', failure(f)), '.'],
  hiddenSignInFailed: (f) => [
    'a sign-in',
    to(f),
    from(f),
    ' failed. The name does not exist, so AWS hides it.',
  ],
  signInDenied: (f) => ['a sign-in', as(f), to(f), from(f), ' was denied by a ', policy(f), '.'],
  mfaStep: (f) => [who(f), ' reached the MFA step', around(' (', f.mfaDevice, ')'), from(f), '.'],
  roleSwitched: (f) => {
    const switcher = switcherOf(f)
    const target = around(' to role ', role(f)) ?? ' roles'
    const by = switcher.name ?? nobody(f)
    return [by, around(' of ', switcher.account), ' switched', target, inAccount(f), from(f), '.']
  },
  roleLeft: (f) => ['the console left ', anyRole(f), inAccount(f), '.'],
  roleRenewed: (f) => ['the console renewed ', anyRole(f), inAccount(f), '.'],
  keysTraded: (f) => [
    'temporary keys',
    around(' of ', strong(f.principalName)),
    ' were traded for a console token',
    around(', using ', f.agentName, from(f) === null ? '' : ','),
    from(f),
    '.',
  ],
  recoveryRequested: (f) => ['password recovery for root', of(f), ' was requested', from(f), '.'],
  recoveryCompleted: (f) => ['password recovery for root', of(f), ' was completed', from(f), '.'],
  rootPasswordChanged: (f) => ['the root password', of(f), ' was changed', from(f), '.'],
  rootEmailChanged: (f) => ['the root e-mail', of(f), ' was changed', from(f), '.'],
  outsideProviderFailed: (f) => [
    'an Identity Center sign-in through the outside provider',
    as(f),
    ' failed',
    around(': ', reason(f)),
    '.',
  ],
  factorAsked: (f, factors) => [
    'Identity Center asked ',
    who(f),
    ` for ${factors ?? 'a factor'}`,
    f.outcome === 'failure' ? `: ${outcome(f)}` : null,
    '.',
  ],
  factorChecked: (f, factors) => [
    `Identity Center checked ${factors ?? 'a factor'} of `,
    who(f),
    `: ${outcome(f)}.`,
  ],
  identityCenterSignIn: (f, factors) => [
    who(f),
    ' signed in to Identity Center',
    from(f),
    around(' with ', factors) ?? mfa(f),
    '.',
  ],
  loginAllowed: (f) => [who(f), ' allowed “aws login” in the browser', around(',', from(f)), '.'],
  tokenGiven: (f) => [
    'a token',
    around(' for ', strong(f.principalName)),
    ' was given',
    around(' to ', f.agentName),
    around(',', from(f)),
    '.',
  ],
  portalOpened: (f) => [who(f), ' opened the access portal', from(f), '.'],
  roleChosen: (f) => [who(f), ' chose ', anyRole(f), ' in the access portal', from(f), '.'],
  roleKeysTaken: (f) => [who(f), ' took short-term keys', around(' for ', role(f)), from(f), '.'],
  portalTokenTaken: (f) => [who(f), ' got a portal token', from(f), '.'],
  portalLeft: (f) => [who(f), ' signed out of the access portal', from(f), '.'],
  roleTaken: (f) => [who(f), ' took ', anyRole(f), inAccount(f), from(f), mfa(f), '.'],
  roleRefused: (f) => [who(f), ' was refused ', anyRole(f), around(': ', reason(f)), '.'],
  mfaDevice: (f, change) => [who(f), ` ${change} an MFA device.`],
  consolePassword: (f, change) => [who(f), ` ${change} a console password.`],
  anythingElse: (f) => [
    who(f),
    around(' called ', strong(f.eventName)) ?? ' made a call',
    around(' on ', f.eventSource),
    inAccount(f),
    from(f),
    `: ${outcome(f)}`,
    around(' (', reason(f), ')'),
    '.',
  ],
}

function who(f: SignInFacts): Piece {
  return strong(f.principalName) ?? nobody(f)
}

function person(f: SignInFacts): Piece {
  return personOf(f) ?? nobody(f)
}

/** Says why there is no name. A hidden name is never called one person. */
function nobody(f: SignInFacts): string {
  switch (f.principalKind) {
    case 'hidden':
      return 'a name hidden by AWS'
    case 'iam-user':
      return 'an IAM user without a stated name'
    case 'role':
      return 'a role without a stated name'
    case 'federated-user':
      return 'a federated user without a stated name'
    case 'identity-center-user':
      return 'an Identity Center user without a stated name'
    case 'service':
      return 'an AWS service'
    default:
      return 'an identity that is not stated'
  }
}

/** ", a federated user," only after a name; without one `nobody` has said it. */
function federated(f: SignInFacts): Piece {
  return f.principalName === null ? null : ', a federated user,'
}

function as(f: SignInFacts): Piece {
  return around(' as ', personOf(f))
}

function to(f: SignInFacts): Piece {
  return around(' to ', accountOf(f))
}

function of(f: SignInFacts): Piece {
  return around(' of ', accountOf(f))
}

function inAccount(f: SignInFacts): Piece {
  return around(' in ', accountOf(f))
}

function from(f: SentenceFacts): Piece {
  if (f.sourceIp === null) return null
  if (isInsideAws(f.sourceIp)) return ` from inside AWS (${f.sourceIp})`
  return [' from ', strong(f.sourceIp), around(' (', f.place ?? null, ')')]
}

function role(f: SignInFacts): Piece {
  return strong(f.roleName)
}

function anyRole(f: SignInFacts): Piece {
  return around('role ', role(f)) ?? 'a role'
}

function mfa(f: SignInFacts): Piece {
  switch (f.mfa) {
    case 'used':
      return ' with MFA'
    case 'not-used':
      return f.outcome === 'success' ? { text: ' without MFA', tone: 'alarm' } : ' without MFA'
    case 'not-visible':
      return '; MFA is not visible to AWS'
    case 'not-stated':
      return null
  }
}

function outcome(f: SignInFacts): string {
  return outcomeWords.en[f.outcome]
}

/** The record's own words; a full stop at their end gives way to ours. */
function reason(f: SignInFacts): string | null {
  return f.failureReason?.replace(/\.$/, '') ?? null
}

/** `Failed authentication` is all that AWS says of a wrong password and of a wrong MFA code alike. */
function failure(f: SignInFacts): string | null {
  return f.failureReason === 'Failed authentication' ? 'wrong password or MFA code' : reason(f)
}

function policy(f: SignInFacts): string {
  return policyKindOf(f) === 'resource-control' ? 'resource control policy' : 'resource-based policy'
}
