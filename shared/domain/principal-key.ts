import { HIDDEN_NAME, NOT_STATED } from './filter.ts'
import type { SignInFacts } from './sign-in.ts'

/**
 * The key under which a row is counted among the principals, the same rule as the engine's SQL: masked names share
 * one key and are never one person; the kind is part of the key, because a role and a user may share a name.
 */
export function principalKey(facts: Pick<SignInFacts, 'principalKind' | 'principalName'>): string {
  if (facts.principalKind === 'hidden') return HIDDEN_NAME
  if (facts.principalName === null) return NOT_STATED
  return `${facts.principalKind}:${facts.principalName}`
}
