import { type FacetName, NOT_STATED } from '../../../../shared/domain/filter.ts'
import { inRange } from '../addresses.ts'
import type { Condition, SideField } from '../condition.ts'
import { matchesWhole, occursIn, type TextPattern } from '../text-pattern.ts'
import { addressColumn } from './address-column.ts'
import { firstFrom } from './ascending.ts'
import { columnMatches, facetColumn, facetColumns } from './facet-table.ts'
import type { RowStore, StoredColumn } from './row-store.ts'
import { addTo, butNot, inBoth, type Rows, rowsOf } from './rows.ts'
import { sideTablesOf } from './side-tables.ts'
import type { Steps } from './steps.ts'
import { rowsWithText, SEARCHED } from './text-scan.ts'

/** The columns that a condition looks at. */
export function columnsOf(condition: Condition): StoredColumn[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(columnsOf)
    case 'not':
      return columnsOf(condition.part)
    case 'text':
      return [...SEARCHED]
    case 'column':
      return condition.column === 'id' ? [] : [condition.column]
    case 'user':
      return ['user', 'name', 'session']
    case 'address':
      return ['ip']
    case 'present':
      if (condition.column === 'time' || condition.column === 'id') return []
      return [condition.column === 'user' ? 'name' : condition.column]
    case 'side':
      return condition.field === 'country' || condition.field === 'network' ? ['ip'] : []
    case 'keys':
      return facetColumns(condition.facet)
    case 'time':
    case 'trait':
      return []
  }
}

/** All rows of a store. */
export function everyRow(store: RowStore): Rows {
  return rowsOf(store.size, true)
}

/**
 * The rows among `within` for which a condition holds; the answer is the caller's own. What is quick is asked first, so
 * that records are read only where the answer is still open.
 */
export function* rowsWith(store: RowStore, condition: Condition, within: Rows): Steps<Rows> {
  switch (condition.kind) {
    case 'and': {
      let rows: Rows | null = null
      for (const part of quickFirst(condition.parts)) rows = yield* rowsWith(store, part, rows ?? within)
      return rows ?? within.slice()
    }
    case 'or': {
      const rows = rowsOf(within.length, false)
      for (const part of quickFirst(condition.parts)) {
        addTo(rows, yield* rowsWith(store, part, readsRecords(part) ? butNot(within, rows) : within))
      }
      return rows
    }
    case 'not':
      return butNot(within, yield* rowsWith(store, condition.part, within))
    case 'text':
      return yield* rowsWithText(store, condition.pattern, within)
    default:
      return inBoth(within, singleRows(store, condition))
  }
}

/** Conditions that ask one thing, and do not read records for it. */
type Single = Exclude<Condition, { kind: 'and' | 'or' | 'not' | 'text' }>

interface Kept {
  readonly at: string
  readonly rows: Rows
}
const answers = new WeakMap<RowStore, Map<string, Kept>>()

/** Answers of single conditions that are kept, a byte per row each: facets ask for the same ones in other company. */
const KEPT = 8

/** The rows of the whole store with which a single condition holds; not to be changed. */
function singleRows(store: RowStore, condition: Single): Rows {
  const kept = answers.get(store) ?? new Map<string, Kept>()
  answers.set(store, kept)
  const at = `${store.generation} ${store.size} ${sideTablesOf(store.db).moment()}`
  const key = JSON.stringify(condition)
  const known = kept.get(key)
  kept.delete(key)
  const answer = known?.at === at ? known : { at, rows: rowsOfSingle(store, condition) }
  kept.set(key, answer)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return answer.rows
}

function rowsOfSingle(store: RowStore, condition: Single): Rows {
  switch (condition.kind) {
    case 'time':
      return rowsInTime(store, condition.from, condition.to)
    case 'column':
      return condition.column === 'id'
        ? rowsWithId(store, condition.pattern)
        : rowsWithCode(store, condition.column, (value) =>
            columnMatches(condition.column, condition.pattern, value),
          )
    case 'user': {
      const whole = (value: string) => matchesWhole(condition.pattern, value)
      const rows = rowsWithCode(store, 'user', whole)
      for (const column of ['name', 'session'] as const) addTo(rows, rowsWithCode(store, column, whole))
      return rows
    }
    case 'address':
      return rowsWithCode(store, 'ip', inRange(condition.range))
    case 'present':
      if (condition.column === 'time') return rowsInTime(store, null, null)
      if (condition.column === 'id') return rowsWithId(store, ANYTHING)
      return rowsWithCode(store, condition.column === 'user' ? 'name' : condition.column, () => true)
    case 'trait':
      return rowsWithTrait(store, condition.trait)
    case 'side':
      return rowsBeside(store, condition.field, condition.pattern)
    case 'keys':
      return rowsWithKeys(store, condition.facet, condition.keys)
  }
}

function quickFirst(parts: readonly Condition[]): readonly Condition[] {
  return [...parts].sort((a, b) => Number(readsRecords(a)) - Number(readsRecords(b)))
}

function readsRecords(condition: Condition): boolean {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts.some(readsRecords)
  return condition.kind === 'not' ? readsRecords(condition.part) : condition.kind === 'text'
}

/** The rows with a time stand in its order, so a period is one stretch of them. */
function rowsInTime({ size, times, dated }: RowStore, from: number | null, to: number | null): Rows {
  const rows = rowsOf(size, false)
  const low = from === null ? 0 : firstFrom(times, dated, from)
  const high = to === null ? dated : firstFrom(times, dated, to)
  return high > low ? rows.fill(1, low, high) : rows
}

/** Each value is looked at once, whatever the number of rows. */
function rowsWithCode(store: RowStore, column: StoredColumn, test: (value: string) => boolean): Rows {
  const { codes, values } = store.column(column)
  const hits = Uint8Array.from(values, (value) => (value !== null && test(value) ? 1 : 0))
  return rowsWithHits(store, codes, hits)
}

function rowsWithHits({ size }: RowStore, codes: ArrayLike<number>, hits: Uint8Array): Rows {
  const rows = rowsOf(size, false)
  if (!hits.includes(1)) return rows
  for (let row = 0; row < size; row += 1) rows[row] = hits[codes[row] ?? 0] ?? 0
  return rows
}

function rowsOfIds(store: RowStore, ids: Iterable<number>): Rows {
  const rows = rowsOf(store.size, false)
  for (const id of ids) {
    const row = store.rowOf(id)
    if (row !== -1) rows[row] = 1
  }
  return rows
}

const ANYTHING: TextPattern = { pieces: ['', ''], typed: ['', ''] }

/** Event IDs are nearly all different: they stay in the case file, where their index is looked through. */
function rowsWithId(store: RowStore, pattern: TextPattern): Rows {
  const like = pattern.typed.map((piece) => piece.replaceAll(/[\\%_]/g, '\\$&')).join('%')
  const ids = store.db
    .prepare(`select id from sign_in where event_id is not null and event_id like ? escape '\\'`)
    .pluck()
    .all(like) as number[]
  return rowsOfIds(store, ids)
}

function rowsWithTrait(
  store: RowStore,
  trait: 'bookmarked' | 'reviewed' | 'conflict' | 'duplicate' | 'finding',
): Rows {
  const side = sideTablesOf(store.db)
  switch (trait) {
    case 'bookmarked':
      return rowsOfIds(store, side.marked('bookmark'))
    case 'reviewed':
      return rowsOfIds(store, side.marked('reviewed'))
    case 'finding':
      return rowsOfIds(store, side.inFindings())
    case 'duplicate':
      return rowsOfIds(store, side.seenTwice())
    case 'conflict':
      return store.conflicts.slice(0, store.size)
  }
}

function rowsBeside(store: RowStore, field: SideField, pattern: TextPattern | null): Rows {
  const side = sideTablesOf(store.db)
  const whole = (text: string | null) => text !== null && (pattern === null || matchesWhole(pattern, text))
  const part = (text: string) => pattern === null || occursIn(pattern, text)
  switch (field) {
    case 'country':
      return rowsWithAddress(store, ['country'], whole)
    case 'network':
      return rowsWithAddress(store, ['network', 'number'], whole)
    case 'tag':
      return rowsOfIds(
        store,
        [...side.tags()].filter(([name]) => whole(name)).flatMap(([, ids]) => ids),
      )
    case 'note':
      return rowsOfIds(
        store,
        side.notes().flatMap(({ id, text }) => (part(text) ? [id] : [])),
      )
    case 'finding': {
      const findings = side.findings().filter(({ id, rule }) => whole(String(id)) || whole(rule))
      return rowsOfIds(
        store,
        findings.flatMap(({ id }) => side.fromFinding(id)),
      )
    }
    case 'source': {
      const sources = side.sources().filter(({ path }) => part(path))
      return rowsOfIds(
        store,
        sources.flatMap(({ id }) => side.fromSource(id)),
      )
    }
  }
}

function rowsWithAddress(
  store: RowStore,
  facts: readonly ('country' | 'network' | 'number')[],
  test: (value: string | null) => boolean,
): Rows {
  const { codes, values: addresses } = store.column('ip')
  const hits = new Uint8Array(addresses.length)
  for (const fact of facts) {
    const known = addressColumn(store, fact)
    const good = known.values.map(test)
    known.codes.forEach((value, code) => {
      if (good[value] === true) hits[code] = 1
    })
  }
  return rowsWithHits(store, codes, hits)
}

function rowsWithKeys(store: RowStore, facet: FacetName, keys: readonly string[]): Rows {
  const wanted = new Set(keys)
  if (facet === 'tag') {
    const tags = sideTablesOf(store.db).tags()
    const rows = rowsOfIds(
      store,
      [...tags].flatMap(([name, ids]) => (wanted.has(name) ? ids : [])),
    )
    if (!wanted.has(NOT_STATED)) return rows
    const tagged = rowsOfIds(store, [...tags.values()].flat())
    addTo(rows, butNot(everyRow(store), tagged))
    return rows
  }
  const { column, values, through } = facetColumn(store, facet)
  const wantedValues = Uint8Array.from(values, (value) => (wanted.has(value ?? NOT_STATED) ? 1 : 0))
  const hits = through === null ? wantedValues : Uint8Array.from(through, (value) => wantedValues[value] ?? 0)
  return rowsWithHits(store, column.codes, hits)
}
