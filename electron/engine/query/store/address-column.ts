import type { CodedColumn } from './coded-column.ts'
import type { KnownAddress, KnownAddresses } from './known-addresses.ts'
import type { RowStore } from './row-store.ts'
import { sideTablesOf } from './side-tables.ts'

/** What is known of each address of the column `ip`: per code of the column the index of the value, 0 for nothing. */
export interface AddressColumn {
  readonly codes: Uint32Array
  readonly values: readonly (string | null)[]
}

interface Kept extends AddressColumn {
  readonly known: KnownAddresses
  readonly column: CodedColumn
  readonly values: (string | null)[]
  readonly codeOf: Map<string | null, number>
  /** How many of the changes of `known` are taken in. */
  readonly changes: number
}

const kept = new WeakMap<RowStore, Map<keyof KnownAddress, Kept>>()

/** Looks every address up once, and again when what is known of it has changed. */
export function addressColumn(store: RowStore, what: keyof KnownAddress): AddressColumn {
  const known = sideTablesOf(store.db).addresses()
  const column = store.column('ip')
  const byKind = kept.get(store) ?? new Map<keyof KnownAddress, Kept>()
  kept.set(store, byKind)
  const last = byKind.get(what)
  const isSame = last?.known === known && last.column === column
  const before: Kept = isSame ? last : { known, column, ...nothingKnown() }
  const isCurrent = column.values.length === before.codes.length && known.changed.length === before.changes
  const after = isCurrent ? before : broughtUp(before, what)
  byKind.set(what, after)
  return after
}

function nothingKnown(): Pick<Kept, 'codes' | 'values' | 'codeOf' | 'changes'> {
  return { codes: new Uint32Array(0), values: [null], codeOf: new Map([[null, 0]]), changes: 0 }
}

/** With the addresses, and what is known of them, that have come since. */
function broughtUp(before: Kept, what: keyof KnownAddress): Kept {
  const { known, column, values, codeOf } = before
  const codes = new Uint32Array(column.values.length)
  codes.set(before.codes)
  const look = (index: number) => {
    const address = column.values[index] ?? null
    const value = address === null ? null : (known.of.get(address)?.[what] ?? null)
    let code = codeOf.get(value)
    if (code === undefined) {
      code = values.length
      values.push(value)
      codeOf.set(value, code)
    }
    codes[index] = code
  }
  for (let index = before.codes.length; index < codes.length; index += 1) look(index)
  for (let change = before.changes; change < known.changed.length; change += 1) {
    const index = column.codeOf(known.changed[change] ?? null)
    if (index !== undefined) look(index)
  }
  return { ...before, codes, changes: known.changed.length }
}
