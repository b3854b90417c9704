import type { Impossible } from '../../../shared/domain/finding.ts'
import type { ReadableCase } from '../case/rights.ts'
import type { Rule } from './rule.ts'
import { trustedNetworks } from './trusted.ts'

/** What the case has beside its sign-ins. */
export interface AtHand {
  readonly addresses: boolean
  readonly trusted: boolean
}

export function atHand(db: ReadableCase): AtHand {
  const known = db.prepare('select 1 from address where country is not null limit 1').get()
  return { addresses: known !== undefined, trusted: trustedNetworks(db) !== null }
}

/** Why a rule cannot be asked of this case, or null when it can. */
export function impossibleFor(rule: Rule, has: AtHand): Impossible | null {
  if (rule.needs === 'address' && !has.addresses) return 'no-address-data'
  if (rule.needs === 'trusted' && !has.trusted) return 'no-trusted-network'
  return null
}
