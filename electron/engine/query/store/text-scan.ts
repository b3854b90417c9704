import type { TextPattern } from '../text-pattern.ts'
import { occursIn } from '../text-pattern.ts'
import type { RowStore, StoredColumn } from './row-store.ts'
import type { Steps } from './steps.ts'

// Columns that are searched beside the raw text: there a name is readable even where the record escapes it (\u65e5).
export const SEARCHED = [
  'name',
  'role',
  'session',
  'reason',
  'agent',
] as const satisfies readonly StoredColumn[]

/** Rows that are searched between two turns. */
const PART = 20_000
/** With fewer candidates than one row in so many, they are fetched one by one instead of reading everything. */
const FEW = 8
/** Whole-case answers that are kept, a byte per row each. */
const KEPT = 8

interface Answer {
  readonly generation: number
  readonly rows: Uint8Array
}

const answers = new WeakMap<RowStore, Map<string, Answer>>()

/**
 * Rows among `within` in whose record or names a text occurs; ASCII letters of either case are alike in the record.
 * The columns `SEARCHED` must be there. The record's bytes stay in the case file: SQLite looks through them, only
 * where the names did not already say yes. The answer for a whole case is kept for the next question.
 */
export function* rowsWithText(store: RowStore, pattern: TextPattern, within: Uint8Array): Steps<Uint8Array> {
  const size = within.length
  const found = new Uint8Array(size)
  const key = JSON.stringify(pattern.typed)
  const kept = keptAnswers(store)
  const known = kept.get(key)
  if (known?.generation === store.generation && known.rows.length >= size) {
    for (let row = 0; row < size; row += 1) found[row] = (known.rows[row] ?? 0) & (within[row] ?? 0)
    return found
  }

  for (const name of SEARCHED) {
    const { codes, values } = store.column(name)
    const hits = Uint8Array.from(values, (value) => (value !== null && occursIn(pattern, value) ? 1 : 0))
    if (!hits.includes(1)) continue
    for (let row = 0; row < size; row += 1) found[row] = (found[row] ?? 0) | (hits[codes[row] ?? 0] ?? 0)
  }
  const candidates: number[] = []
  for (let row = 0; row < size && candidates.length <= size / FEW; row += 1) {
    if (within[row] === 1 && found[row] === 0) candidates.push(store.ids[row] ?? 0)
  }
  const like = `%${pattern.typed.map((piece) => piece.replaceAll(/[\\%_]/g, '\\$&')).join('%')}%`
  if (candidates.length > size / FEW) {
    yield* searchAll(store, like, size, found)
    keep(kept, key, { generation: store.generation, rows: found.slice() })
  } else yield* searchSome(store, like, candidates, found)
  for (let row = 0; row < size; row += 1) found[row] = (found[row] ?? 0) & (within[row] ?? 0)
  return found
}

function* searchAll(store: RowStore, like: string, size: number, found: Uint8Array): Steps<void> {
  const select = store.db
    .prepare(`select id from sign_in where id > ? and id <= ? and cast(raw as text) like ? escape '\\'`)
    .pluck()
  const last = store.lastId
  for (let id = 0; id < last; id += PART) {
    if (id > 0) yield
    for (const match of select.all(id, id + PART, like) as number[]) {
      const row = store.rowOf(match)
      if (row !== -1 && row < size) found[row] = 1
    }
  }
}

function* searchSome(
  store: RowStore,
  like: string,
  candidates: readonly number[],
  found: Uint8Array,
): Steps<void> {
  const select = store.db
    .prepare(
      `select s.id from json_each(?) c join sign_in s on s.id = c.value
       where cast(s.raw as text) like ? escape '\\'`,
    )
    .pluck()
  for (let from = 0; from < candidates.length; from += PART) {
    if (from > 0) yield
    const part = JSON.stringify(candidates.slice(from, from + PART))
    for (const id of select.all(part, like) as number[]) found[store.rowOf(id)] = 1
  }
}

function keptAnswers(store: RowStore): Map<string, Answer> {
  const known = answers.get(store)
  if (known !== undefined) return known
  const made = new Map<string, Answer>()
  answers.set(store, made)
  return made
}

function keep(kept: Map<string, Answer>, key: string, answer: Answer): void {
  kept.delete(key)
  kept.set(key, answer)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
}
