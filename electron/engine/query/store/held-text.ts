import { isAscii, isUtf8 } from 'node:buffer'
import type { RowStore } from './row-store.ts'
import { type Rows, rowsOf } from './rows.ts'
import type { Steps } from './steps.ts'
import { markCoded, markLiteral } from './text-blocks.ts'
import { createTextColumns, type TextColumns } from './text-columns.ts'
import { LOWER, partsOf } from './text-cuts.ts'

/** Records that are taken in between two turns: a few milliseconds of work. */
const PART = 500
/** With fewer records, looking through all of them is quick. */
const WORTH_IT = 20_000

/** Rows whose record has a text for certain, and rows where only the record can tell. */
export interface HeldAnswer {
  readonly certain: Rows
  readonly possible: Rows
}

/**
 * The texts of the records in memory, as columns of pieces of which each is held once: about 90 bytes per record of
 * 1,400. It is made after somebody looked for a text in all records of a large case, beside other work.
 */
export interface HeldText {
  /** Says that looking through all records was needed. */
  ask(): void
  /** True when it was asked for and does not hold all rows of the store. */
  isDue(): boolean
  /** Takes in what is missing. Ends early when the rows are read anew meanwhile. */
  fill(): Steps<void>
  /** Null when not all rows are held. Upper and lower case of ASCII are alike; the texts stand one behind the other. */
  find(texts: readonly string[]): HeldAnswer | null
}

const held = new WeakMap<RowStore, HeldText>()

export function heldText(store: RowStore): HeldText {
  const known = held.get(store)
  if (known !== undefined) return known
  const made = createHeldText(store)
  held.set(store, made)
  return made
}

function createHeldText(store: RowStore): HeldText {
  let asked = false
  let epoch = -1
  let columns: TextColumns = createTextColumns()
  /** `sign_in.id` per text, in the order in which they were added. */
  let ids: number[] = []
  let unheld: number[] = []
  const isWhole = () => epoch === store.epoch && (ids.at(-1) ?? 0) === store.lastId

  function* fill(): Steps<void> {
    const select = store.db.prepare(
      `select id, raw from sign_in where id > ? and id <= ? order by id limit ${PART}`,
    )
    while (!isWhole()) {
      if (epoch !== store.epoch) {
        columns = createTextColumns()
        ids = []
        unheld = []
        epoch = store.epoch
      }
      const part = select.raw().all(ids.at(-1) ?? 0, store.lastId) as [number, Buffer][]
      if (part.length === 0) return
      for (const [id, raw] of part) {
        ids.push(id)
        // SQLite ends a text at a zero byte and has its own way with what is not UTF-8.
        const plain = (isAscii(raw) || isUtf8(raw)) && !raw.includes(0)
        if (!columns.add(plain ? raw : Buffer.alloc(0)) || !plain) unheld.push(id)
      }
      // Before anybody else's turn: once all texts are there, the next search asks for them.
      if (isWhole()) columns.finish()
      yield
    }
  }

  /** One byte per text: 1 where a piece has the text. */
  function textsWith(text: Uint8Array): Uint8Array {
    const marks = new Uint8Array(ids.length)
    const hits = columns.entries.hits(text)
    let start = 0
    for (const { rows, coded, literal } of columns.blocks) {
      const into = marks.subarray(start, start + rows)
      for (const part of coded) {
        const codes = hits.get(part.column)
        if (codes !== undefined) markCoded(part, codes, rows, into)
      }
      for (const part of literal) markLiteral(part, text, rows, into)
      start += rows
    }
    return marks
  }

  function rowsOfTexts(marks: Uint8Array): Rows {
    const rows = rowsOf(store.size, false)
    for (let text = 0; text < marks.length; text += 1) {
      if (marks[text] !== 1) continue
      const row = store.rowOf(ids[text] ?? 0)
      if (row !== -1) rows[row] = 1
    }
    return rows
  }

  return {
    ask() {
      asked = true
    },
    isDue: () => asked && store.size >= WORTH_IT && !isWhole(),
    fill,
    find(texts) {
      if (!isWhole()) return null
      const wanted = texts.filter((text) => text !== '').map(lowered)
      let possible: Uint8Array | null = null
      let certain: Uint8Array | null = null
      for (const text of wanted) {
        const whole = textsWith(text)
        if (wanted.length === 1) certain = whole
        const parts = partsOf(text)
        let some = whole
        if (parts.length > 1) {
          some = parts.map(textsWith).reduce((all, part) => all.map((mark, at) => mark & (part[at] ?? 0)))
        }
        possible = possible === null ? some : possible.map((mark, at) => mark & (some[at] ?? 0))
      }
      const doubt = new Set([...unheld, ...store.rewritten])
      const none = new Uint8Array(ids.length)
      const answer = {
        certain: rowsOfTexts(certain ?? none),
        possible: rowsOfTexts(possible ?? none.fill(1)),
      }
      for (const id of doubt) {
        const row = store.rowOf(id)
        if (row === -1) continue
        answer.certain[row] = 0
        answer.possible[row] = 1
      }
      return answer
    },
  }
}

const lowered = (text: string): Uint8Array => Buffer.from(text).map((byte) => LOWER[byte] ?? 0)
