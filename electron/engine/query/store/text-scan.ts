import type { TextPattern } from '../text-pattern.ts'
import { occursIn } from '../text-pattern.ts'
import { heldText } from './held-text.ts'
import type { RowStore, StoredColumn } from './row-store.ts'
import { addTo, butNot, inBoth } from './rows.ts'
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
  readonly pattern: TextPattern
  readonly rows: Uint8Array
}

const answers = new WeakMap<RowStore, Answer[]>()

/**
 * Rows among `within` in whose record or names a text occurs; ASCII letters of either case are alike in the record.
 * The columns `SEARCHED` must be there. The record's bytes stay in the case file: SQLite looks through them, only
 * where neither the names nor what is held of the texts says it (`held-text.ts`). Answers for a whole case are kept:
 * whoever types on is asking among them.
 */
export function* rowsWithText(store: RowStore, pattern: TextPattern, within: Uint8Array): Steps<Uint8Array> {
  const { generation } = store
  const size = within.length
  const known = (answers.get(store) ?? []).find(
    (answer) =>
      answer.generation === generation && answer.rows.length === size && implies(pattern, answer.pattern),
  )
  const open = known === undefined ? within : inBoth(within, known.rows)
  if (known !== undefined && implies(known.pattern, pattern)) return open.slice()

  const found = rowsWithName(store, pattern, size)
  const held = heldText(store).find(pattern.typed)
  if (held !== null) addTo(found, held.certain)
  const doubtful = held === null ? butNot(open, found) : butNot(inBoth(open, held.possible), found)
  const candidates: number[] = []
  for (let row = 0; row < size && candidates.length <= size / FEW; row += 1) {
    if (doubtful[row] === 1) candidates.push(store.ids[row] ?? 0)
  }
  const like = `%${pattern.typed.map((piece) => piece.replaceAll(/[\\%_]/g, '\\$&')).join('%')}%`
  if (candidates.length > size / FEW) {
    if (held === null) heldText(store).ask()
    yield* searchAll(store, like, size, found)
    if (generation === store.generation) keep(store, { generation, pattern, rows: found.slice() })
  } else yield* searchSome(store, like, candidates, found)
  return inBoth(found, within)
}

function rowsWithName(store: RowStore, pattern: TextPattern, size: number): Uint8Array {
  const found = new Uint8Array(size)
  for (const name of SEARCHED) {
    const { codes, values } = store.column(name)
    const hits = Uint8Array.from(values, (value) => (value !== null && occursIn(pattern, value) ? 1 : 0))
    if (!hits.includes(1)) continue
    for (let row = 0; row < size; row += 1) found[row] = (found[row] ?? 0) | (hits[codes[row] ?? 0] ?? 0)
  }
  return found
}

/** True when what has the first text has the second too. */
function implies(one: TextPattern, other: TextPattern): boolean {
  const [part, ...more] = other.typed.map(asciiFolded)
  // Half a letter is looked for in names only: SQLite has no such text.
  if (part?.isWellFormed() === false) return false
  return (
    part !== undefined && more.length === 0 && one.typed.some((piece) => asciiFolded(piece).includes(part))
  )
}

/** SQLite takes only the letters of ASCII for alike. */
function asciiFolded(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
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

function keep(store: RowStore, answer: Answer): void {
  answers.set(store, [answer, ...(answers.get(store) ?? [])].slice(0, KEPT))
}
