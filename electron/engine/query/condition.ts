import type { FacetName } from '../../../shared/domain/filter.ts'
import type { AddressRange } from './addresses.ts'
import type { TextPattern } from './text-pattern.ts'

/** Columns of `sign_in` whose whole value is compared. Each row has one value or none. */
export const TEXT_COLUMNS = {
  outcome: 'outcome',
  mfa: 'mfa',
  event: 'event_name',
  eventsource: 'event_source',
  type: 'event_type',
  version: 'event_version',
  id: 'event_id',
  kind: 'principal_kind',
  role: 'role_name',
  session: 'session_name',
  arn: 'principal_arn',
  // The account that was signed in to; records that do not name it name at least the one of the principal.
  account: 'ifnull(recipient_account_id, account_id)',
  useraccount: 'account_id',
  key: 'access_key_id',
  region: 'region',
  ip: 'source_ip',
  agent: 'user_agent',
  browser: 'agent_name',
  system: 'agent_system',
  reason: 'failure_reason',
  device: 'mfa_device',
  loginto: 'login_to',
  switchedfrom: 'switched_from',
} as const
export type TextColumn = keyof typeof TEXT_COLUMNS

/** Values that are looked up beside the row: of its address, or of what people added to it. */
export type SideField = 'country' | 'network' | 'tag' | 'note' | 'finding' | 'source'

/** What a row can have or be beside its values. */
export type Trait = 'bookmarked' | 'reviewed' | 'conflict' | 'duplicate' | 'finding'

/**
 * What a query asks of each row. There are two answers, yes and no: a row without a value is not equal to anything,
 * and so it is among those for which the condition is turned round by "not".
 */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  /** Somewhere in the record or in one of its names. */
  | { readonly kind: 'text'; readonly pattern: TextPattern }
  | { readonly kind: 'column'; readonly column: TextColumn; readonly pattern: TextPattern }
  /** The key of the principal, its name, or the name of its session. */
  | { readonly kind: 'user'; readonly pattern: TextPattern }
  /** Half-open, in seconds; null is no bound. Rows without a readable time are in no period. */
  | { readonly kind: 'time'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'address'; readonly range: AddressRange }
  /** A null pattern asks whether there is any. */
  | { readonly kind: 'side'; readonly field: SideField; readonly pattern: TextPattern | null }
  | { readonly kind: 'present'; readonly column: TextColumn | 'user' | 'time' }
  | { readonly kind: 'trait'; readonly trait: Trait }
  /** One of these facet values, compared as they are. */
  | { readonly kind: 'keys'; readonly facet: FacetName; readonly keys: readonly string[] }

/** Passes every row. */
export const EVERYTHING: Condition = { kind: 'and', parts: [] }
