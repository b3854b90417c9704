import {
  type FacetCounts,
  type FacetName,
  HIDDEN_NAME,
  NOT_STATED,
} from '../../../../shared/domain/filter.ts'
import type { CodedColumn } from './coded-column.ts'
import { facetColumn } from './facet-table.ts'
import type { Rows } from './rows.ts'
import type { Selection } from './selection.ts'
import { sideTablesOf } from './side-tables.ts'

/** How many of some rows have each value of a facet. Null among the values is "not stated". */
export interface Tally {
  readonly values: readonly (string | null)[]
  readonly counts: Uint32Array
}

export function tallyFacet(selection: Selection, facet: FacetName): Tally {
  if (facet === 'tag') return tallyTags(selection)
  const { column, values, through } = facetColumn(selection.store, facet)
  const perCode = countCodes(selection, column)
  if (through === null) return { values, counts: perCode }
  const counts = new Uint32Array(values.length)
  for (let code = 0; code < perCode.length; code += 1) {
    const value = through[code] ?? 0
    counts[value] = (counts[value] ?? 0) + (perCode[code] ?? 0)
  }
  return { values, counts }
}

/** How many values some row has. */
export function countDistinct({ counts }: Tally): number {
  let distinct = 0
  for (const count of counts) if (count > 0) distinct += 1
  return distinct
}

/** The count of one key. */
export function countOf({ values, counts }: Tally, key: string): number {
  const index = values.indexOf(key === NOT_STATED && !values.includes(key) ? null : key)
  return index === -1 ? 0 : (counts[index] ?? 0)
}

interface KeyCount {
  readonly key: string
  readonly count: number
}

/** The most frequent values, then by key. There may be as many values as addresses: not all of them are sorted. */
export function mostFrequent(
  { values, counts }: Tally,
  facet: FacetName,
  top: number = Number.POSITIVE_INFINITY,
): FacetCounts['values'] {
  const least = counts.length > top ? Math.max(1, nthLargest(counts, top)) : 1
  const found: KeyCount[] = []
  // Where every address was seen once, almost all are as frequent as the last one that is wanted.
  const last: KeyCount[] = []
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index] ?? 0
    if (count < least) continue
    const key = values[index] ?? NOT_STATED
    if (count > least || top === Number.POSITIVE_INFINITY) found.push({ key, count })
    else keepFirst(last, key, count, top)
  }
  return [...found, ...last]
    .sort((a, b) => b.count - a.count || compare(a.key, b.key))
    .slice(0, top)
    .map(({ key, count }) => ({ key, count, ...whoIs(facet, key) }))
}

/** Puts a key among the first `most`, if it belongs there. */
function keepFirst(first: KeyCount[], key: string, count: number, most: number): void {
  if (first.length >= most && key >= (first[most - 1]?.key ?? '')) return
  let at = first.length
  while (at > 0 && key < (first[at - 1]?.key ?? '')) at -= 1
  first.splice(at, 0, { key, count })
  if (first.length > most) first.pop()
}

/** The `nth` largest of some counts, at least 0. Small `nth`: the largest ones so far are kept in order. */
function nthLargest(counts: Uint32Array, nth: number): number {
  const largest = new Uint32Array(nth)
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index] ?? 0
    if (count <= (largest[nth - 1] ?? 0)) continue
    let at = nth - 1
    while (at > 0 && (largest[at - 1] ?? 0) < count) {
      largest[at] = largest[at - 1] ?? 0
      at -= 1
    }
    largest[at] = count
  }
  return largest[nth - 1] ?? 0
}

/** How many of the rows have each code of a column. Of all rows the column itself knows that. */
export function countCodes({ store, rows, few, count }: Selection, column: CodedColumn): Uint32Array {
  // Rows that are just being loaded are counted there already.
  const isWhole = count === store.size
  return isWhole ? column.counts.slice(0, column.values.length) : counted(column, rows, few)
}

function counted({ codes, values }: CodedColumn, rows: Rows, few: Uint32Array | null): Uint32Array {
  const counts = new Uint32Array(values.length)
  if (few !== null) {
    for (let at = 0; at < few.length; at += 1) {
      const code = codes[few[at] ?? 0] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
    return counts
  }
  // Adding 0 or 1 everywhere is quicker than asking each row.
  for (let row = 0; row < rows.length; row += 1) {
    const code = codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + (rows[row] ?? 0)
  }
  return counts
}

function tallyTags({ store, rows, count: all }: Selection): Tally {
  const values: (string | null)[] = [null]
  const counts = [0]
  const tagged = new Set<number>()
  for (const [name, ids] of sideTablesOf(store.db).tags()) {
    let count = 0
    for (const id of ids) {
      const row = store.rowOf(id)
      if (row === -1 || rows[row] !== 1) continue
      tagged.add(row)
      count += 1
    }
    values.push(name)
    counts.push(count)
  }
  counts[0] = all - tagged.size
  return { values, counts: Uint32Array.from(counts) }
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
