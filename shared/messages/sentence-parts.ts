import type { SignInFacts } from '../domain/sign-in.ts'

/** The facts of a sentence; `place` is the country of the address in words, where it is known. */
export type SentenceFacts = SignInFacts & { readonly place?: string | null }

/** A run of text. `strong` marks values to find at a glance, `alarm` a success without MFA. Never markup. */
export interface SentencePart {
  readonly text: string
  readonly tone?: 'strong' | 'alarm'
}

/** What a template is made of; null is a missing part and leaves no trace. */
export type Piece = string | SentencePart | null | readonly Piece[]

/** A value from the record, emphasised; null stays null. */
export function strong(value: string | null): SentencePart | null {
  return value === null ? null : { text: value, tone: 'strong' }
}

/** A value with the words around it; nothing at all when the value is missing. */
export function around(before: string, value: Piece, after = ''): Piece {
  return isNothing(value) ? null : [before, value, after]
}

/** Flattens a template, drops what is missing and joins neighbours of the same tone. */
export function flatten(pieces: readonly Piece[]): readonly SentencePart[] {
  const parts: SentencePart[] = []
  for (const part of pieces.flatMap(partsOf)) {
    const last = parts.at(-1)
    if (last !== undefined && last.tone === undefined && part.tone === undefined) {
      parts[parts.length - 1] = { text: last.text + part.text }
    } else if (part.text !== '') {
      parts.push(part)
    }
  }
  return parts
}

function partsOf(piece: Piece): readonly SentencePart[] {
  if (piece === null) return []
  if (typeof piece === 'string') return [{ text: piece }]
  return isList(piece) ? piece.flatMap(partsOf) : [piece]
}

function isNothing(piece: Piece): boolean {
  return piece === null || (isList(piece) && piece.every(isNothing))
}

function isList(piece: Exclude<Piece, null>): piece is readonly Piece[] {
  return Array.isArray(piece)
}

/** The account signed in to: the one the record was delivered for, else the principal's. */
export function accountOf(facts: SignInFacts): SentencePart | null {
  return strong(facts.recipientAccountId ?? facts.accountId)
}

/**
 * True when `sourceIPAddress` is no address but AWS itself: `AWS Internal`, with or without a number, or the name
 * of a service (CloudTrail record contents).
 */
export function isInsideAws(sourceIp: string): boolean {
  return /^AWS Internal\b/i.test(sourceIp) || /\.amazonaws\.com(\.cn)?$/i.test(sourceIp)
}

/** Whose session a role is; else the principal as it is named. */
export function personOf(facts: SignInFacts): SentencePart | null {
  return strong(facts.sessionName ?? facts.principalName)
}

/**
 * Who switched the role, from the ARN in `SwitchFrom`: the user or `Role/session`, and its account when that is
 * not the account switched to. A text that is no ARN stands as it is.
 */
export function switcherOf(facts: SignInFacts): { name: SentencePart | null; account: SentencePart | null } {
  const arn = facts.switchedFrom
  if (arn === null) return { name: personOf(facts), account: null }
  const [, , , account = '', ...rest] = arn.startsWith('arn:') ? arn.split(':').slice(1) : []
  const resource = rest.join(':')
  if (resource === '') return { name: strong(arn), account: null }
  // A user's path is left out; a role session keeps `Role/session`.
  const name = resource.startsWith('user/')
    ? resource.slice(resource.lastIndexOf('/') + 1)
    : resource.replace(/^(assumed-role|federated-user)\//, '')
  const here = facts.recipientAccountId ?? facts.accountId
  return { name: strong(name || arn), account: account === '' || account === here ? null : strong(account) }
}

/** Which kind of policy denied a sign-in (AWS Sign-In User Guide, resource-based policies). */
export function policyKindOf(facts: SignInFacts): 'resource-based' | 'resource-control' | null {
  const reason = facts.failureReason ?? ''
  if (/resource-based policy/i.test(reason)) return 'resource-based'
  return /resource control policy/i.test(reason) ? 'resource-control' : null
}
