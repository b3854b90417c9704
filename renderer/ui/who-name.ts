import { visibleText } from './visible-text.ts'

/** The name of a principal where there is little room: what to print strong, and what beside it. */
export interface ShortWho {
  readonly name: string
  /** The session of a role, which is the person; or the role that somebody chose. */
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
  const kept = UUID.test(name) ? `${name.slice(0, 8)}…${name.slice(-6)}` : (RESERVED.exec(name)?.[1] ?? name)
  return visibleText(kept)
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
  const role = roleName === null ? null : shortName(roleName)
  if (principalKind !== 'role' || role === null) return { name: shortName(principalName), aside: role }
  return { name: role, aside: sessionName === null ? null : visibleText(sessionName) }
}
