import { beside } from '../layout/compose.ts'
import type { Item, Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { type Cell, fillWidth, LOOKS, type Row, table } from '../layout/table.ts'
import { heading } from '../layout/text-blocks.ts'
import type { Span } from '../text/lines.ts'
import { type Book, number } from './book.ts'

export function plainCell(text: string, size: number, color: string = INK.text): Cell {
  return { parts: [[{ text, style: style(size, color) }]] }
}

export function spansCell(spans: readonly Span[]): Cell {
  return { parts: [spans] }
}

export function strongCell(text: string, size: number, color: string = INK.text): Cell {
  return { parts: [[{ text, style: style(size, color, 'sans-strong') }]] }
}

/** Monospaced text that may be broken anywhere, such as a hash or a path. */
export function monoCell(text: string, size = 7.2): Cell {
  return { parts: [[{ text, style: style(size, INK.text, 'mono') }]], verbatim: true }
}

export interface SumLine {
  readonly label: string
  readonly value: number
}

export interface Sum {
  readonly title: string
  readonly lines: readonly SumLine[]
  readonly total: SumLine
  /** What stands beside the total when the sum was checked; null where there is nothing to check. */
  readonly verdict: { readonly text: string; readonly right: boolean } | null
}

/** A sum as a table: its lines, a strong rule, the total, and whether it is right. */
export function sumTable(book: Book, sum: Sum, width: number): Piece[] {
  const { size } = LOOKS.sum
  const rows: Row[] = sum.lines.map(({ label, value }) => ({
    cells: [plainCell(label, size), plainCell(number(value), size)],
    withNext: true,
  }))
  rows.push({ cells: [strongCell(sum.total.label, size), strongCell(number(sum.total.value), size)] })
  const last = rows.length - 1
  const look = {
    ...LOOKS.sum,
    gutter: 0,
    rule: (index: number) =>
      index === last ? { height: 0.5 * MM, color: INK.text } : { height: 0.25 * MM, color: INK.line },
  }
  const columns = [{ width: width - 18 * MM }, { width: 18 * MM, align: 'right' as const }]
  const pieces = [...heading(book.set, sum.title), ...table(book.set, columns, rows, look)]
  if (sum.verdict === null) return pieces
  const mark = sum.verdict.right ? '✓ ' : '✗ '
  const spans = [
    { text: mark + sum.verdict.text, style: style(7.6, sum.verdict.right ? INK.third : INK.fail) },
  ]
  const columnsBelow = [{ width, align: 'right' as const }]
  const look2 = { ...LOOKS.sum, pad: 0, gutter: 0, rule: () => ({ height: 0, color: INK.line }) }
  return [...pieces, ...table(book.set, columnsBelow, [{ cells: [spansCell(spans)] }], look2)]
}

const GAP = 14 * MM

/** Two sums next to each other. */
export function sumPair(book: Book, left: Sum, right: Sum): Piece {
  const width = (BODY_WIDTH - GAP) / 2
  return beside(sumTable(book, left, width), sumTable(book, right, width), width + GAP)
}

/** Label and value in two columns, as on the cover. */
export function* factTable(
  book: Book,
  rows: readonly (readonly [string, Cell])[],
  size: number,
  pad: number,
): Generator<Piece> {
  const columns = fillWidth([{ width: 34 * MM }, { width: 0 }])
  const look = { size, lineHeight: size * (book.language === 'ja' ? 1.6 : 1.45), pad, gutter: 3 * MM }
  yield* table(
    book.set,
    columns,
    rows.map(([label, cell]) => ({ cells: [plainCell(label, size, INK.third), cell] })),
    look,
  )
}

/** A hash with its label in a frame. */
export function framed(pieces: readonly Piece[], before: number): Piece {
  const pad = 3.4 * MM
  const items: Item[] = []
  let y = pad
  for (const [index, piece] of pieces.entries()) {
    y += index === 0 ? 0 : piece.before
    items.push(...piece.items.map((item) => ({ ...item, x: item.x + 4 * MM, y: item.y + y })))
    y += piece.height
  }
  const height = y + pad
  const line = 0.3 * MM
  const edge = (x: number, top: number, width: number, tall: number): Item => ({
    kind: 'box',
    x,
    y: top,
    width,
    height: tall,
    color: INK.line,
  })
  items.push(edge(0, 0, BODY_WIDTH, line), edge(0, height - line, BODY_WIDTH, line))
  items.push(edge(0, 0, line, height), edge(BODY_WIDTH - line, 0, line, height))
  return { height, before, items }
}
