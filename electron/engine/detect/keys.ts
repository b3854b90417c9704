import type { Grouping } from '../../../shared/domain/finding.ts'
import type { DetectEvent } from './event.ts'

/** Under what records belong together within a rule. */
export type JoinKey = Grouping | 'origin' | 'workflow'

/** The key of an event, or null when it has none: such an event belongs to nothing and nobody. */
export function keyOf(by: JoinKey, event: DetectEvent): string | null {
  switch (by) {
    case 'person':
      return event.person
    case 'address':
      return event.address
    case 'account':
      return event.account
    case 'account-region':
      return event.account === null || event.region === null ? null : `${event.account} ${event.region}`
    case 'role':
      return event.roleName === null ? null : `${event.account ?? ''} ${event.roleName}`
    // SwitchRole names whom it came from; every other record is its own origin.
    case 'origin':
      return event.switchedFrom ?? event.principalArn
    case 'workflow':
      return event.workflow
    case 'case':
      return ''
  }
}

/** The key under which a finding is kept; records that name nobody are grouped by their address instead. */
export function groupOf(per: Grouping, event: DetectEvent): string {
  return keyOf(per, event) ?? `?${event.address ?? ''}`
}

/** What a finding of this grouping is about, for people. */
export function subjectOf(per: Grouping, event: DetectEvent): string | null {
  switch (per) {
    case 'person':
      return event.name ?? event.address
    case 'address':
      return event.address
    case 'account':
      return event.account
    case 'account-region':
      return keyOf('account-region', event) ?? event.account
    case 'role':
      return event.roleName ?? event.name
    case 'case':
      return null
  }
}

/**
 * One person over all their records. Hidden names and records that name nobody are no person. A role of Identity
 * Center is one person by its session name whatever the role and account, because the portal puts the user name
 * there; any other role session is known by account, role and session.
 */
export function personOf(
  event: Pick<DetectEvent, 'kind' | 'name' | 'account' | 'roleName' | 'sessionName'>,
): string | null {
  const { kind, name, account } = event
  if (kind === 'root') return `root|${account ?? ''}`
  if (name === null || kind === 'hidden' || kind === 'not-stated' || kind === 'service') return null
  if (kind === 'identity-center-user') return `idc|${name}`
  if (
    kind === 'role' &&
    event.roleName?.startsWith('AWSReservedSSO_') === true &&
    event.sessionName !== null
  ) {
    return `sso|${event.sessionName}`
  }
  return `${kind}|${account ?? ''}|${name}`
}
