import type { IntakeLimits } from '../limits.ts'
import { createByteWindow } from './byte-window.ts'
import type { Range } from './json-members.ts'
import type { TextReader } from './read-text.ts'

/** A row and its cells, quotes included; ranges within the bytes that were read. */
export interface CsvRow {
  readonly cells: readonly Range[]
  /** Index after the last cell. */
  readonly end: number
  /** Index after the line end. */
  readonly next: number
  /** Where the row breaks the rules of RFC 4180, in words; null in a sound row. */
  readonly damage: { readonly at: number; readonly detail: string } | null
}

/** Takes rows, in order. The range and the cells are within `bytes`, which is valid during the call. */
export interface RowSink {
  row(start: number, bytes: Uint8Array, row: CsvRow, isEnded: boolean): void
  /** A row that the content ends in, or that exceeds the limit. */
  cut(start: number, end: number, reason: 'csv-truncated' | 'record-too-large'): void
}

const QUOTE = 0x22
const COMMA = 0x2c
const NEWLINE = 0x0a
const RETURN = 0x0d

/**
 * Splits CSV (RFC 4180: commas, quotes doubled inside quotes, LF or CRLF) that arrives in pieces into rows. Our own,
 * because the CSV packages hand out values, and evidence needs the range of bytes that each came from.
 */
export function createCsvRows(limits: IntakeLimits, sink: RowSink): TextReader {
  const window = createByteWindow()
  /** While one row grows over many pieces, look again only when twice as much is there. */
  let tryFrom = 0
  let isOver = false

  function run(isLast: boolean): void {
    const bytes = window.bytes
    let at = 0
    while (at < bytes.length) {
      const row = rowAt(bytes, at, isLast)
      if (row === null) break
      if (row.end > at) {
        sink.row(window.offset, bytes.subarray(at, row.end), shifted(row, at), row.next > row.end)
      }
      window.drop(row.next - at)
      at = row.next
    }
    const rest = bytes.length - at
    tryFrom = rest > 4096 ? rest * 2 : 0
    if (rest === 0) return
    if (isLast) sink.cut(window.offset, window.offset + rest, 'csv-truncated')
    else if (rest > limits.maxRecordBytes) {
      sink.cut(window.offset, window.offset + rest, 'record-too-large')
      isOver = true
    }
  }

  return {
    push(chunk) {
      if (isOver) return
      window.append(chunk)
      if (window.bytes.length >= tryFrom) run(false)
    },
    end() {
      if (!isOver) run(true)
    },
    keptFrom: () => window.offset,
  }
}

/**
 * The row that starts at `from`, or null when it does not end in the bytes that are there. With `isLast` the end of
 * the bytes ends it too, unless that is inside quotes.
 */
export function rowAt(bytes: Uint8Array, from: number, isLast: boolean): CsvRow | null {
  const cells: Range[] = []
  let at = from
  for (;;) {
    const start = at
    if (bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at, isLast)
      if (close < 0) return null
      at = close + 1
    } else {
      let quotes = 0
      for (; at < bytes.length && bytes[at] !== COMMA && bytes[at] !== NEWLINE; at += 1) {
        if (bytes[at] === QUOTE) quotes += 1
      }
      if (quotes % 2 === 1) return damaged(bytes, cells, at, isLast, 'A quote without its other half.')
    }
    const byte = bytes[at]
    if (byte === undefined && !isLast) return null
    if (byte === COMMA) {
      cells.push({ start, end: at })
      at += 1
      continue
    }
    const isReturn = byte === RETURN && (bytes[at + 1] === NEWLINE || (at + 1 === bytes.length && isLast))
    if (byte === RETURN && at + 1 === bytes.length && !isLast) return null
    if (byte === undefined || byte === NEWLINE || isReturn) {
      const hasReturn = byte === NEWLINE && at > start && bytes[at - 1] === RETURN
      const end = hasReturn ? at - 1 : at
      cells.push({ start, end })
      const next = byte === undefined ? at : Math.min(at + (isReturn ? 2 : 1), bytes.length)
      return { cells, end, next, damage: null }
    }
    return damaged(bytes, cells, at, isLast, 'Text between a closing quote and the next comma.')
  }
}

/** Goes on at the next line: what stands between is not to be told apart. */
function damaged(
  bytes: Uint8Array,
  cells: readonly Range[],
  at: number,
  isLast: boolean,
  detail: string,
): CsvRow | null {
  const line = bytes.indexOf(NEWLINE, at)
  if (line < 0 && !isLast) return null
  const end = line < 0 ? bytes.length : line
  return { cells, end, next: Math.min(end + 1, bytes.length), damage: { at, detail } }
}

/** Index of the quote that closes the cell that opens at `from`; -1 when it is not there or not yet certain. */
function closingQuote(bytes: Uint8Array, from: number, isLast: boolean): number {
  let at = from + 1
  for (;;) {
    const quote = bytes.indexOf(QUOTE, at)
    if (quote < 0) return -1
    if (bytes[quote + 1] !== QUOTE) return quote + 1 < bytes.length || isLast ? quote : -1
    at = quote + 2
  }
}

function shifted(row: CsvRow, by: number): CsvRow {
  return {
    cells: row.cells.map(({ start, end }) => ({ start: start - by, end: end - by })),
    end: row.end - by,
    next: row.next - by,
    damage: row.damage === null ? null : { ...row.damage, at: row.damage.at - by },
  }
}

/** The text of a cell: without its quotes, doubled quotes made one. A cell without quotes is its own text. */
export function cellText(cell: Uint8Array): Uint8Array {
  if (cell[0] !== QUOTE) return cell
  const inner = cell.subarray(1, cell.length - 1)
  if (inner.indexOf(QUOTE) < 0) return inner
  const text = new Uint8Array(inner.length)
  let length = 0
  for (let at = 0; at < inner.length; at += 1) {
    text[length] = inner[at] ?? 0
    length += 1
    if (inner[at] === QUOTE) at += 1
  }
  return text.subarray(0, length)
}

/** Where in a cell in quotes that stands which stands at these ascending offsets of its text. */
export function cellTextPlaces(cell: Uint8Array, offsets: readonly number[]): number[] {
  let at = 1
  let inText = 0
  return offsets.map((offset) => {
    for (; inText < offset; inText += 1) at += cell[at] === QUOTE ? 2 : 1
    return at
  })
}
