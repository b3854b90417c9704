import type { Outdated } from '../../../shared/domain/finding.ts'
import type { ReadableCase } from '../case/rights.ts'
import { RULES_SHA256 } from './rules.ts'

/** What a run was made from. Another basis means that another run may find something else. */
export interface Basis {
  readonly signIns: string
  readonly rules: string
  readonly addresses: string
  readonly networks: string
}

/** The basis as it is now. Costs one pass over an index. */
export function basisOf(db: ReadableCase): Basis {
  const one = (sql: string) => Object.values(db.prepare(sql).get() as object).join(' ')
  return {
    signIns: one('select count(*) as n, max(id) as last from sign_in'),
    rules: RULES_SHA256,
    addresses: one(
      'select count(*) as n, count(country) as known, min(dataset) as first, max(dataset) as last from address',
    ),
    networks: one(
      'select count(*) as n, max(id) as last, group_concat(cidr) as all_of_them from known_network where trusted = 1',
    ),
  }
}

/** What has changed since `then`. */
export function outdatedBy(then: Basis, now: Basis): Outdated[] {
  const parts = ['signIns', 'rules', 'addresses', 'networks'] as const
  const words = { signIns: 'sign-ins', rules: 'rules', addresses: 'addresses', networks: 'networks' } as const
  return parts.filter((part) => then[part] !== now[part]).map((part) => words[part])
}
