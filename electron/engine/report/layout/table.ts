import type { Line, Span } from '../text/lines.ts'
import type { Item, LinkItem, Piece } from './piece.ts'
import { addLine, type Setter, style } from './setter.ts'
import { BODY_HEIGHT, BODY_WIDTH, INK, MM } from './sheet.ts'
import type { StructNode } from './struct-node.ts'
import { headNode, leavesOf, rowNode, tableNodes } from './table-nodes.ts'

export interface Column {
  /** Points, with the gutter to the right. */
  readonly width: number
  readonly head?: readonly Span[]
  readonly align?: 'left' | 'right'
}

/** Paragraphs of a cell, one above the other; a string is set in the table's own style. */
export interface Cell {
  readonly parts: readonly (readonly Span[])[]
  readonly verbatim?: boolean
  /** The whole cell leads to this anchor. */
  readonly link?: string
  /** Or single paragraphs of it do: an anchor for each, null for those that do not. */
  readonly links?: readonly (string | null)[]
}

export interface Row {
  readonly cells: readonly Cell[]
  readonly fill?: string
  /** One cell over all columns, such as the line of a new day. */
  readonly wide?: boolean
  readonly withNext?: boolean
  /** Where links to this row lead. */
  readonly anchor?: string
}

export interface TableLook {
  readonly size: number
  readonly lineHeight: number
  /** Above and below the text of a row. */
  readonly pad: number
  readonly gutter: number
  readonly x?: number
  /** Drawn above every row; the last row of a sum has a strong one. */
  readonly rule?: (index: number) => { readonly height: number; readonly color: string }
}

/** Sizes of the tables of the report, in points. */
export const LOOKS = {
  normal: { size: 8.4, lineHeight: 8.4 * 1.42, pad: 1.7 * MM, gutter: 3 * MM },
  dense: { size: 7.8, lineHeight: 7.8 * 1.36, pad: 1.05 * MM, gutter: 2.4 * MM },
  sum: { size: 9.2, lineHeight: 9.2 * 1.4, pad: 1.2 * MM, gutter: 3 * MM },
} as const satisfies Record<string, TableLook>

const HAIR = { height: 0.25 * MM, color: INK.line }

/**
 * A table, one piece per row. Its head is printed again on every page. A row that would fill most of a page is cut
 * between lines.
 */
export function* table(
  set: Setter,
  columns: readonly Column[],
  rows: Iterable<Row>,
  look: TableLook,
): Generator<Piece> {
  const nodes = tableNodes(columns)
  const head = nodes.head === null ? null : headOf(set, columns, look, headNode(columns, nodes.head))
  if (head !== null) yield { ...head, withNext: true }
  let index = 0
  for (const row of rows) {
    const repeat = head === null ? {} : { repeat: head }
    const node = rowNode(columns, row, nodes)
    for (const piece of rowPieces(set, columns, row, look, index, node)) yield { ...piece, ...repeat }
    index += 1
  }
}

function headOf(set: Setter, columns: readonly Column[], look: TableLook, node: StructNode): Piece {
  const lineHeight = 8 * 1.42
  let x = look.x ?? 0
  const items: Item[] = []
  let lines = 1
  for (const [at, column] of columns.entries()) {
    const width = column.width - look.gutter
    const set2 = set.lines(column.head ?? [], width)
    lines = Math.max(lines, set2.length)
    set2.forEach((line, index) => {
      const cell = node.children?.[at] ?? node
      addLine(items, line, x, index * lineHeight, lineHeight, { align: column.align, width, node: cell })
    })
    x += column.width
  }
  const height = lines * lineHeight + 1.4 * MM
  const width = x - (look.x ?? 0)
  items.push({ kind: 'box', x: look.x ?? 0, y: height - 0.4 * MM, width, height: 0.4 * MM, color: INK.text })
  return { height, before: 0, items }
}

/** A column head in the bold of tables. */
export function headSpans(text: string, quiet?: string): Span[] {
  const spans = [{ text, style: style(8, INK.second, 'sans-strong') }]
  return quiet === undefined ? spans : [...spans, { text: ` ${quiet}`, style: style(8, INK.third) }]
}

interface CellLine {
  readonly line: Line
  readonly height: number
  readonly node: StructNode
}

function* rowPieces(
  set: Setter,
  columns: readonly Column[],
  row: Row,
  look: TableLook,
  index: number,
  node: StructNode,
): Generator<Piece> {
  const left = look.x ?? 0
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = row.wide === true ? [total] : columns.map((column) => column.width - look.gutter)
  const cells = row.cells.map((cell, at) =>
    cellLines(set, cell, widths[at] ?? total, look, leavesOf(node.children?.[at] ?? node)),
  )
  const longest = Math.max(...cells.map((lines) => heightOf(lines)))
  const limit = BODY_HEIGHT * 0.7
  const rule = look.rule?.(index) ?? HAIR
  if (longest <= limit) {
    yield { ...rowPiece(columns, row, cells, look, left, total, rule), ...anchorOf(row) }
    return
  }
  // The cut is by number of lines, so that each part is the same stretch of every cell.
  const perPart = Math.max(1, Math.floor(limit / look.lineHeight))
  const parts = Math.ceil(Math.max(...cells.map((lines) => lines.length)) / perPart)
  for (let part = 0; part < parts; part += 1) {
    const cut = cells.map((lines) => lines.slice(part * perPart, (part + 1) * perPart))
    const edge = part === 0 ? rule : { height: 0, color: INK.line }
    const piece = rowPiece(columns, row, cut, look, left, total, edge)
    yield part === 0 ? { ...piece, ...anchorOf(row) } : piece
  }
}

function anchorOf({ anchor }: Row): Pick<Piece, 'anchor'> {
  return anchor === undefined ? {} : { anchor: { id: anchor, title: '', level: null } }
}

function rowPiece(
  columns: readonly Column[],
  row: Row,
  cells: readonly (readonly CellLine[])[],
  look: TableLook,
  left: number,
  total: number,
  rule: { readonly height: number; readonly color: string },
): Piece {
  const height = Math.max(0, ...cells.map((lines) => heightOf(lines))) + 2 * look.pad
  const items: Item[] = []
  if (row.fill !== undefined)
    items.push({ kind: 'box', x: left, y: 0, width: total, height, color: row.fill })
  if (rule.height > 0) {
    items.push({ kind: 'box', x: left, y: 0, width: total, height: rule.height, color: rule.color })
  }
  let x = left
  cells.forEach((lines, at) => {
    const column = columns[at]
    const width = (column?.width ?? total) - look.gutter
    let y = look.pad
    for (const { line, height: lineHeight, node } of lines) {
      addLine(items, line, x, y, lineHeight, { align: column?.align, width, node })
      y += lineHeight
    }
    items.push(...linksOf(lines, x, look.pad, width))
    x += column?.width ?? total
  })
  return { height, before: 0, items, withNext: row.withNext === true }
}

/** What leads elsewhere in a cell: the lines of each link together. */
function linksOf(lines: readonly CellLine[], x: number, top: number, width: number): LinkItem[] {
  const links: LinkItem[] = []
  let y = top
  for (const { line, height, node } of lines) {
    if (node.to !== undefined) {
      const alt = line.runs.map((run) => run.text).join('')
      const last = links.at(-1)
      if (last?.node !== node) links.push({ kind: 'link', x, y, width, height, to: node.to, node, alt })
      else links[links.length - 1] = { ...last, height: last.height + height, alt: `${last.alt} ${alt}` }
    }
    y += height
  }
  return links
}

function cellLines(
  set: Setter,
  cell: Cell,
  width: number,
  look: TableLook,
  leaves: readonly StructNode[],
): CellLine[] {
  return cell.parts.flatMap((spans, part) => {
    const node = leaves[part] ?? leaves.at(-1)
    if (node === undefined) return []
    const size = spans.reduce((largest, span) => Math.max(largest, span.style.size), 0)
    const height = size < look.size - 0.8 ? size * 1.4 : look.lineHeight
    return set
      .lines(spans, width, { verbatim: cell.verbatim === true })
      .map((line) => ({ line, height, node }))
  })
}

function heightOf(lines: readonly CellLine[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0)
}

/** A table over the full text width whose last column takes what the others leave. */
export function fillWidth(columns: readonly Column[], total: number = BODY_WIDTH): Column[] {
  const fixed = columns.slice(0, -1).reduce((sum, column) => sum + column.width, 0)
  return columns.map((column, index) =>
    index === columns.length - 1 ? { ...column, width: total - fixed } : column,
  )
}
