import { type FacetName, NOT_STATED } from '../../../../shared/domain/filter.ts'
import { inRange } from '../addresses.ts'
import type { Condition, SideField } from '../condition.ts'
import { matchesWhole, occursIn, type TextPattern } from '../text-pattern.ts'
import { addressColumn } from './address-column.ts'
import { columnMatches, facetColumn, facetColumns } from './facet-table.ts'
import type { RowStore, StoredColumn } from './row-store.ts'
import { sideTablesOf } from './side-tables.ts'
import type { Steps } from './steps.ts'
import { rowsWithText, SEARCHED } from './text-scan.ts'

/** One byte per row: 1 where a condition holds. */
export type Rows = Uint8Array

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
  return new Uint8Array(store.size).fill(1)
}

/**
 * The rows among `within` for which a condition holds; the answer is the caller's own. What is quick is asked first, so
 * that records are read only where the answer is still open.
 */
export function* rowsWith(store: RowStore, condition: Condition, within: Rows): Steps<Rows> {
  switch (condition.kind) {
    case 'and': {
      let rows: Rows = within.slice()
      for (const part of quickFirst(condition.parts)) rows = yield* rowsWith(store, part, rows)
      return rows
    }
    case 'or': {
      const rows = new Uint8Array(within.length)
      const open = within.slice()
      for (const part of quickFirst(condition.parts)) {
        const more = yield* rowsWith(store, part, open)
        for (let row = 0; row < rows.length; row += 1) {
          rows[row] = (rows[row] ?? 0) | (more[row] ?? 0)
          open[row] = (open[row] ?? 0) & ~(more[row] ?? 0)
        }
      }
      return rows
    }
    case 'not': {
      const rows = yield* rowsWith(store, condition.part, within)
      for (let row = 0; row < rows.length; row += 1) rows[row] = (within[row] ?? 0) & ~(rows[row] ?? 0)
      return rows
    }
    case 'text':
      return yield* rowsWithText(store, condition.pattern, within)
    case 'time':
      return rowsInTime(store, condition.from, condition.to, within)
    case 'column':
      return condition.column === 'id'
        ? rowsWithId(store, condition.pattern, within)
        : rowsWithCode(store, condition.column, within, (value) =>
            columnMatches(condition.column, condition.pattern, value),
          )
    case 'user': {
      const whole = (value: string) => matchesWhole(condition.pattern, value)
      const rows = rowsWithCode(store, 'user', within, whole)
      for (const column of ['name', 'session'] as const) {
        const more = rowsWithCode(store, column, within, whole)
        for (let row = 0; row < rows.length; row += 1) rows[row] = (rows[row] ?? 0) | (more[row] ?? 0)
      }
      return rows
    }
    case 'address':
      return rowsWithCode(store, 'ip', within, inRange(condition.range))
    case 'present':
      if (condition.column === 'time') return rowsInTime(store, null, null, within)
      if (condition.column === 'id') return rowsWithId(store, ANYTHING, within)
      return rowsWithCode(store, condition.column === 'user' ? 'name' : condition.column, within, () => true)
    case 'trait':
      return rowsWithTrait(store, condition.trait, within)
    case 'side':
      return rowsBeside(store, condition.field, condition.pattern, within)
    case 'keys':
      return rowsWithKeys(store, condition.facet, condition.keys, within)
  }
}

function quickFirst(parts: readonly Condition[]): readonly Condition[] {
  return [...parts].sort((a, b) => Number(readsRecords(a)) - Number(readsRecords(b)))
}

function readsRecords(condition: Condition): boolean {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts.some(readsRecords)
  return condition.kind === 'not' ? readsRecords(condition.part) : condition.kind === 'text'
}

function rowsInTime(store: RowStore, from: number | null, to: number | null, within: Rows): Rows {
  const rows = new Uint8Array(within.length)
  const low = from ?? Number.NEGATIVE_INFINITY
  const high = to ?? Number.POSITIVE_INFINITY
  const { times } = store
  for (let row = 0; row < rows.length; row += 1) {
    const time = times[row] ?? Number.NaN
    rows[row] = time >= low && time < high ? (within[row] ?? 0) : 0
  }
  return rows
}

/** Each value is looked at once, whatever the number of rows. */
function rowsWithCode(
  store: RowStore,
  column: StoredColumn,
  within: Rows,
  test: (value: string) => boolean,
): Rows {
  const { codes, values } = store.column(column)
  const hits = Uint8Array.from(values, (value) => (value !== null && test(value) ? 1 : 0))
  return rowsWithHits(codes, hits, within)
}

function rowsWithHits(codes: ArrayLike<number>, hits: Uint8Array, within: Rows): Rows {
  const rows = new Uint8Array(within.length)
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = (hits[codes[row] ?? 0] ?? 0) & (within[row] ?? 0)
  }
  return rows
}

function rowsOfIds(store: RowStore, ids: Iterable<number>, within: Rows): Rows {
  const rows = new Uint8Array(within.length)
  for (const id of ids) {
    const row = store.rowOf(id)
    if (row !== -1 && row < rows.length) rows[row] = within[row] ?? 0
  }
  return rows
}

const ANYTHING: TextPattern = { pieces: ['', ''], typed: ['', ''] }

/** Event IDs are nearly all different: they stay in the case file, where their index is looked through. */
function rowsWithId(store: RowStore, pattern: TextPattern, within: Rows): Rows {
  const like = pattern.typed.map((piece) => piece.replaceAll(/[\\%_]/g, '\\$&')).join('%')
  const ids = store.db
    .prepare(`select id from sign_in where event_id is not null and event_id like ? escape '\\'`)
    .pluck()
    .all(like) as number[]
  return rowsOfIds(store, ids, within)
}

function rowsWithTrait(
  store: RowStore,
  trait: 'bookmarked' | 'reviewed' | 'conflict' | 'duplicate' | 'finding',
  within: Rows,
): Rows {
  const side = sideTablesOf(store.db)
  switch (trait) {
    case 'bookmarked':
      return rowsOfIds(store, side.marked('bookmark'), within)
    case 'reviewed':
      return rowsOfIds(store, side.marked('reviewed'), within)
    case 'finding':
      return rowsOfIds(store, side.inFindings(), within)
    case 'duplicate':
      return rowsOfIds(store, side.seenTwice(), within)
    case 'conflict':
      return within.map((mark, row) => mark & (store.conflicts[row] ?? 0))
  }
}

function rowsBeside(store: RowStore, field: SideField, pattern: TextPattern | null, within: Rows): Rows {
  const side = sideTablesOf(store.db)
  const whole = (text: string | null) => text !== null && (pattern === null || matchesWhole(pattern, text))
  const part = (text: string) => pattern === null || occursIn(pattern, text)
  switch (field) {
    case 'country':
      return rowsWithAddress(store, ['country'], whole, within)
    case 'network':
      return rowsWithAddress(store, ['network', 'number'], whole, within)
    case 'tag':
      return rowsOfIds(
        store,
        [...side.tags()].filter(([name]) => whole(name)).flatMap(([, ids]) => ids),
        within,
      )
    case 'note':
      return rowsOfIds(
        store,
        side.notes().flatMap(({ id, text }) => (part(text) ? [id] : [])),
        within,
      )
    case 'finding': {
      const findings = side.findings().filter(({ id, rule }) => whole(String(id)) || whole(rule))
      return rowsOfIds(
        store,
        findings.flatMap(({ id }) => side.fromFinding(id)),
        within,
      )
    }
    case 'source': {
      const sources = side.sources().filter(({ path }) => part(path))
      return rowsOfIds(
        store,
        sources.flatMap(({ id }) => side.fromSource(id)),
        within,
      )
    }
  }
}

function rowsWithAddress(
  store: RowStore,
  facts: readonly ('country' | 'network' | 'number')[],
  test: (value: string | null) => boolean,
  within: Rows,
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
  return rowsWithHits(codes, hits, within)
}

function rowsWithKeys(store: RowStore, facet: FacetName, keys: readonly string[], within: Rows): Rows {
  const wanted = new Set(keys)
  if (facet === 'tag') {
    const tags = sideTablesOf(store.db).tags()
    const rows = rowsOfIds(
      store,
      [...tags].flatMap(([name, ids]) => (wanted.has(name) ? ids : [])),
      within,
    )
    if (!wanted.has(NOT_STATED)) return rows
    const tagged = rowsOfIds(store, [...tags.values()].flat(), within)
    return rows.map((mark, row) => mark | ((within[row] ?? 0) & ~(tagged[row] ?? 0)))
  }
  const { column, values, through } = facetColumn(store, facet)
  const wantedValues = Uint8Array.from(values, (value) => (wanted.has(value ?? NOT_STATED) ? 1 : 0))
  const hits = through === null ? wantedValues : Uint8Array.from(through, (value) => wantedValues[value] ?? 0)
  return rowsWithHits(column.codes, hits, within)
}
