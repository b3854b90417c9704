import type { RowStore } from './row-store.ts'
import { type KnownAddress, sideTablesOf } from './side-tables.ts'

/** What is known of each address of the column `ip`: per code of the column the index of the value, 0 for nothing. */
export interface AddressColumn {
  readonly codes: Uint32Array
  readonly values: readonly (string | null)[]
}

interface Kept extends AddressColumn {
  readonly of: ReadonlyMap<string, KnownAddress>
  readonly generation: number
  readonly addresses: number
}

const kept = new WeakMap<RowStore, Map<keyof KnownAddress, Kept>>()

/** Looks every address up once; again only when what is known, or the addresses of the case, have changed. */
export function addressColumn(store: RowStore, what: keyof KnownAddress): AddressColumn {
  const of = sideTablesOf(store.db).addresses()
  const { values: addresses } = store.column('ip')
  const byKind = kept.get(store) ?? new Map<keyof KnownAddress, Kept>()
  kept.set(store, byKind)
  const known = byKind.get(what)
  if (
    known !== undefined &&
    known.of === of &&
    known.generation === store.generation &&
    known.addresses === addresses.length
  ) {
    return known
  }
  const codes = new Uint32Array(addresses.length)
  const values: (string | null)[] = [null]
  const codeOf = new Map<string | null, number>([[null, 0]])
  addresses.forEach((address, index) => {
    const value = address === null ? null : (of.get(address)?.[what] ?? null)
    let code = codeOf.get(value)
    if (code === undefined) {
      code = values.length
      values.push(value)
      codeOf.set(value, code)
    }
    codes[index] = code
  })
  const made = { codes, values, of, generation: store.generation, addresses: addresses.length }
  byKind.set(what, made)
  return made
}
