import type { Grouping, Severity } from '../../../shared/domain/finding.ts'
import type { RuleId } from '../../../shared/domain/rule-ids.ts'
import type { Condition } from './condition.ts'
import type { JoinKey } from './keys.ts'

interface About {
  readonly id: RuleId
  readonly severity: Severity
  /** ATT&CK techniques. */
  readonly attack: readonly string[]
  /** Where the idea was published; null for an idea of this program. */
  readonly source: string | null
  /** Numbers of the published ideas that the rule answers, as tests and the list of what is not here name them. */
  readonly ideas: readonly (number | string)[]
  /** Event names that the rule looks at. */
  readonly on: readonly string[]
  /** What the case must have beside sign-ins. */
  readonly needs?: 'address' | 'trusted'
  /** One finding for each of these. */
  readonly per: Grouping
}

/** Every record that matches. `gap` begins another finding after so many quiet seconds; null never does. */
export interface EachRule extends About {
  readonly kind: 'each'
  readonly when: Condition
  readonly gap: number | null
}

/**
 * At least `atLeast` matching records, or different values of `distinct` among them, within `within` seconds under
 * one key `by`. The finding goes on until `within` seconds are quiet. With `per` other than `by` all of them are
 * joined into one finding.
 */
export interface BurstRule extends About {
  readonly kind: 'burst'
  readonly when: Condition
  readonly by: JoinKey
  readonly within: number
  readonly atLeast: number
  readonly distinct?: 'person' | 'address' | 'country'
}

/**
 * A run of at least `atLeast` records that match `before`, unbroken by `next`, and then one that matches `next`, all
 * under one key and each at most `within` seconds after the one before.
 */
export interface SequenceRule extends About {
  readonly kind: 'sequence'
  readonly before: Condition
  readonly atLeast: number
  /** So many different persons, hidden names counted as one, must be among the run. */
  readonly persons?: number
  readonly next: Condition
  readonly by: JoinKey
  readonly within: number
  /** The two addresses must differ, and be of one kind (IPv4 or IPv6) so that they can be compared. */
  readonly addressesDiffer?: true
}

/** A record that matches `when`, after which none under the same key matches `next` within `within` seconds. */
export interface MissingRule extends About {
  readonly kind: 'missing'
  readonly when: Condition
  readonly next: Condition
  readonly by: JoinKey
  readonly within: number
  readonly gap: number | null
}

/** A count in `bucket` seconds above mean plus `sigmas` standard deviations of the same key's earlier counts. */
export interface UnusualRule extends About {
  readonly kind: 'unusual'
  readonly when: Condition
  readonly by: JoinKey
  readonly bucket: number
  readonly sigmas: number
  /** Smaller counts are never unusual. */
  readonly atLeast: number
  /** So many earlier counts are needed to know what is usual. */
  readonly history: number
}

/** Records that match `when` and are a small `share` of those that match `among`, of which there are enough. */
export interface ShareRule extends About {
  readonly kind: 'share'
  readonly when: Condition
  readonly among: Condition
  readonly share: number
  readonly atLeast: number
}

export type Rule = EachRule | BurstRule | SequenceRule | MissingRule | UnusualRule | ShareRule
