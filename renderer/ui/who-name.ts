import { visibleName } from './visible-text.ts'

/** The name of a principal where there is little room: what to print strong, and what beside it. */
export interface ShortWho {
  readonly name: string
  /** The session of a role, which is the person. */
  readonly aside: string | null
}

const UUID = /^(?:[0-9a-f]{10}-)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
/** The name IAM Identity Center gives to the role of a permission set: `AWSReservedSSO_<permission set>_<16 hex>`. */
const RESERVED = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/

/**
 * A name for a narrow column. IDs of one identity store begin alike, so both ends are kept; the fixed parts around
 * the name of a permission set are left out. The whole name belongs in a tooltip beside it.
 */
export function shortName(name: string): string {
  const kept = UUID.test(name) ? `${name.slice(0, 4)}…${name.slice(-6)}` : (RESERVED.exec(name)?.[1] ?? name)
  return visibleName(kept)
}

/** Who did it, short. Null when the record has no name or AWS hides it; words for the kind then stand there. */
export function shortWho(facts: {
  readonly principalKind: string
  readonly principalName: string | null
  readonly roleName: string | null
  readonly sessionName: string | null
}): ShortWho | null {
  const { principalKind, principalName, roleName, sessionName } = facts
  if (principalKind === 'hidden' || principalName === null) return null
  // A role beside another kind of principal is what was chosen or asked for, not who did it.
  if (principalKind !== 'role' || roleName === null) return { name: shortName(principalName), aside: null }
  return { name: shortName(roleName), aside: sessionName === null ? null : visibleName(sessionName) }
}
