import { emptyFilter, type SignInFilter } from '../../shared/domain/filter.ts'
import { principalKey } from '../../shared/domain/principal-key.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'

export const AROUND_KINDS = ['principal', 'address', 'key'] as const
export type AroundKind = (typeof AROUND_KINDS)[number]

/** What the records share with `row`, or null when it does not state it. */
export function aroundValue(row: SignInRow, kind: AroundKind): string | null {
  if (kind === 'address') return row.sourceIp
  if (kind === 'key') return row.accessKeyId
  return row.principalName ?? row.principalArn
}

/** Everything that shares it within `minutes` before and after; null when the record says too little for that. */
export function aroundFilter(row: SignInRow, kind: AroundKind, minutes: number): SignInFilter | null {
  const value = aroundValue(row, kind)
  if (value === null || row.eventTime === null) return null
  const period = { from: row.eventTime - minutes * 60, to: row.eventTime + minutes * 60 + 1 }
  if (kind === 'key') return { ...emptyFilter, ...period, query: `key:"${value}"` }
  const key = kind === 'address' ? value : principalKey(row)
  const facet = kind === 'address' ? 'ip' : 'user'
  return { ...emptyFilter, ...period, chosen: [{ facet, key, not: false }] }
}
