import type { CodedColumn } from './coded-column.ts'
import type { RowStore } from './row-store.ts'
import { type KnownAddress, sideTablesOf } from './side-tables.ts'

/** What is known of each address of the column `ip`: per code of the column the index of the value, 0 for nothing. */
export interface AddressColumn {
  readonly codes: Uint32Array
  readonly values: readonly (string | null)[]
}

interface Kept extends AddressColumn {
  readonly of: ReadonlyMap<string, KnownAddress>
  readonly column: CodedColumn
  readonly values: (string | null)[]
  readonly codeOf: Map<string | null, number>
}

const kept = new WeakMap<RowStore, Map<keyof KnownAddress, Kept>>()

/** Looks every address up once; again only when what is known has changed, or all rows were read anew. */
export function addressColumn(store: RowStore, what: keyof KnownAddress): AddressColumn {
  const of = sideTablesOf(store.db).addresses()
  const column = store.column('ip')
  const byKind = kept.get(store) ?? new Map<keyof KnownAddress, Kept>()
  kept.set(store, byKind)
  const known = byKind.get(what)
  const isSame = known?.of === of && known.column === column
  const before: Kept = isSame ? known : { of, column, ...nothingKnown() }
  const after = column.values.length > before.codes.length ? extended(before, what) : before
  byKind.set(what, after)
  return after
}

function nothingKnown(): Pick<Kept, 'codes' | 'values' | 'codeOf'> {
  return { codes: new Uint32Array(0), values: [null], codeOf: new Map([[null, 0]]) }
}

/** With the addresses that have come since. */
function extended(before: Kept, what: keyof KnownAddress): Kept {
  const { of, column, values, codeOf } = before
  const codes = new Uint32Array(column.values.length)
  codes.set(before.codes)
  for (let index = before.codes.length; index < codes.length; index += 1) {
    const address = column.values[index] ?? null
    const value = address === null ? null : (of.get(address)?.[what] ?? null)
    let code = codeOf.get(value)
    if (code === undefined) {
      code = values.length
      values.push(value)
      codeOf.set(value, code)
    }
    codes[index] = code
  }
  return { ...before, codes }
}
