import type { FacetName } from '../../../../shared/domain/filter.ts'
import type { TextColumn } from '../condition.ts'
import { matchesWhole, type TextPattern } from '../text-pattern.ts'
import type { RowStore, StoredColumn } from './row-store.ts'
import { sideTablesOf } from './side-tables.ts'

/** How the values of a facet come from a column; null is "not stated". Tags come from elsewhere. */
export interface FacetSource {
  readonly columns: StoredColumn[]
  readonly column: StoredColumn
  keyOf(store: RowStore): (value: string | null) => string | null
}

const plain = (column: StoredColumn): FacetSource => ({
  columns: [column],
  column,
  keyOf: () => (value) => value,
})

const ofAddress = (what: 'country' | 'network'): FacetSource => ({
  columns: ['ip'],
  column: 'ip',
  keyOf: (store) => {
    const known = sideTablesOf(store.db).addresses()
    return (ip) => (ip === null ? null : (known.get(ip)?.[what] ?? null))
  },
})

const untold: FacetSource = { columns: [], column: 'outcome', keyOf: () => () => null }

export const facetTable: Readonly<Record<FacetName, FacetSource>> = {
  outcome: plain('outcome'),
  event: plain('event'),
  user: plain('user'),
  mfa: plain('mfa'),
  account: plain('account'),
  region: plain('region'),
  country: ofAddress('country'),
  network: ofAddress('network'),
  browser: plain('browser'),
  system: plain('system'),
  ip: plain('ip'),
  agent: plain('agent'),
  tag: untold,
}

/** True when a value of a column is the one that is asked for; browsers and systems also without their version. */
export function columnMatches(column: TextColumn, pattern: TextPattern, value: string): boolean {
  if (matchesWhole(pattern, value)) return true
  if (column !== 'browser' && column !== 'system') return false
  const product = value.replace(/ [\d.]\S*$/, '')
  return product !== value && matchesWhole(pattern, product)
}
