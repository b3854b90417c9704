import type { FacetName } from '../../../../shared/domain/filter.ts'
import type { TextColumn } from '../condition.ts'
import { matchesWhole, type TextPattern } from '../text-pattern.ts'
import { addressColumn } from './address-column.ts'
import type { CodedColumn } from './coded-column.ts'
import type { RowStore, StoredColumn } from './row-store.ts'

/** The column whose values a facet counts. What is known of an address comes by way of the address. */
export type ColumnFacet = Exclude<FacetName, 'tag'>

const COLUMN: Readonly<Record<ColumnFacet, StoredColumn>> = {
  outcome: 'outcome',
  event: 'event',
  user: 'user',
  mfa: 'mfa',
  account: 'account',
  region: 'region',
  country: 'ip',
  network: 'ip',
  browser: 'browser',
  system: 'system',
  ip: 'ip',
  agent: 'agent',
}

/** The columns that must be loaded for a facet. */
export function facetColumns(facet: FacetName): StoredColumn[] {
  return facet === 'tag' ? [] : [COLUMN[facet]]
}

/** The values of a facet per row. */
export function facetColumn(store: RowStore, facet: ColumnFacet): FacetColumn {
  const column = store.column(COLUMN[facet])
  if (facet !== 'country' && facet !== 'network') return { column, values: column.values, through: null }
  const { codes, values } = addressColumn(store, facet)
  return { column, values, through: codes }
}

/** `through` leads from a code of the column to the index of the value; without it they are the same. */
export interface FacetColumn {
  readonly column: CodedColumn
  readonly values: readonly (string | null)[]
  readonly through: Uint32Array | null
}

/** True when a value of a column is the one that is asked for; browsers and systems also without their version. */
export function columnMatches(column: TextColumn, pattern: TextPattern, value: string): boolean {
  if (matchesWhole(pattern, value)) return true
  if (column !== 'browser' && column !== 'system') return false
  const product = value.replace(/ [\d.]\S*$/, '')
  return product !== value && matchesWhole(pattern, product)
}
