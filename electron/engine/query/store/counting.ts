import {
  type FacetCounts,
  type FacetName,
  HIDDEN_NAME,
  NOT_STATED,
} from '../../../../shared/domain/filter.ts'
import { facetTable } from './facet-table.ts'
import type { Rows } from './matching.ts'
import type { RowStore } from './row-store.ts'
import { sideTablesOf } from './side-tables.ts'

/** Values of one facet with their counts among some rows, most frequent first, then by key. */
export function countFacet(store: RowStore, facet: FacetName, rows: Rows): FacetCounts['values'] {
  const counts = facet === 'tag' ? countTags(store, rows) : countColumn(store, facet, rows)
  return [...counts]
    .map(([key, count]) => ({ key, count, ...whoIs(facet, key) }))
    .sort((a, b) => b.count - a.count || compare(a.key, b.key))
}

function countColumn(store: RowStore, facet: Exclude<FacetName, 'tag'>, rows: Rows): Map<string, number> {
  const { column, keyOf } = facetTable[facet]
  const { codes, values } = store.column(column)
  const perCode = new Uint32Array(values.length)
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] === 1) {
      const code = codes[row] ?? 0
      perCode[code] = (perCode[code] ?? 0) + 1
    }
  }
  const key = keyOf(store)
  const counts = new Map<string, number>()
  perCode.forEach((count, code) => {
    if (count === 0) return
    const name = key(values[code] ?? null) ?? NOT_STATED
    counts.set(name, (counts.get(name) ?? 0) + count)
  })
  return counts
}

function countTags(store: RowStore, rows: Rows): Map<string, number> {
  const counts = new Map<string, number>()
  const tagged = new Uint8Array(rows.length)
  for (const [name, ids] of sideTablesOf(store.db).tags()) {
    let count = 0
    for (const id of ids) {
      const row = store.rowOf(id)
      if (row === -1 || rows[row] !== 1) continue
      tagged[row] = 1
      count += 1
    }
    if (count > 0) counts.set(name, count)
  }
  let untagged = 0
  for (let row = 0; row < rows.length; row += 1) untagged += (rows[row] ?? 0) & ~(tagged[row] ?? 0)
  if (untagged > 0) counts.set(NOT_STATED, untagged)
  return counts
}

/** Kind and name of a principal, from the key under which it is counted. */
export function whoIs(facet: FacetName, key: string): { kind: string | null; name: string | null } {
  if (facet !== 'user') return { kind: null, name: null }
  if (key === HIDDEN_NAME) return { kind: 'hidden', name: null }
  if (key === NOT_STATED) return { kind: 'not-stated', name: null }
  const at = key.indexOf(':')
  return { kind: key.slice(0, at), name: key.slice(at + 1) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
