import { leaf, type NodeLook, type StructNode, whole } from './struct-node.ts'
import type { Cell, Column, Row } from './table.ts'

/** Where the rows of a table stand. A lone column without a head is no table but paragraphs. */
export interface TableNodes {
  readonly head: StructNode | null
  readonly body: StructNode | null
}

export function tableNodes(columns: readonly Column[]): TableNodes {
  const withHead = columns.some((column) => column.head !== undefined)
  if (!withHead && columns.length === 1) return { head: null, body: null }
  const table: StructNode = { role: 'Table', parent: null }
  const head: StructNode | null = withHead ? { role: 'THead', parent: table } : null
  return { head, body: { role: 'TBody', parent: table } }
}

export function headNode(columns: readonly Column[], head: StructNode): StructNode {
  return whole('TR', head, (row) =>
    columns.map((column) =>
      leaf('TH', row, column.head ?? [], { scope: 'Column', look: { right: column.align === 'right' } }),
    ),
  )
}

/**
 * A row with a cell for every column. In a table without a head the first cell names its row; a cell over all columns
 * names the rows below it.
 */
export function rowNode(columns: readonly Column[], row: Row, { head, body }: TableNodes): StructNode {
  if (body === null) return leaf('P', null, row.cells[0]?.parts.flat() ?? [], { look: lone(columns) })
  const look: NodeLook = { tinted: row.fill !== undefined }
  return whole(
    'TR',
    body,
    (node) => {
      if (row.wide === true) {
        const spans = row.cells.flatMap((cell) => cell.parts.flat())
        return [leaf('TH', node, spans, { scope: 'Row', span: columns.length })]
      }
      return columns.map((column, at) => {
        const names = head === null && at === 0
        return cellNode(node, row.cells[at] ?? { parts: [] }, column.align === 'right', names)
      })
    },
    { look },
  )
}

function lone(columns: readonly Column[]): NodeLook {
  return { right: columns[0]?.align === 'right' }
}

function cellNode(row: StructNode, cell: Cell, right: boolean, names: boolean): StructNode {
  const role = names ? 'TH' : 'TD'
  const look: NodeLook = { right, verbatim: cell.verbatim === true }
  const more = names ? ({ scope: 'Row', look } as const) : { look }
  const { link, links = [], parts } = cell
  if (link !== undefined) {
    return whole(role, row, (node) => [leaf('Link', node, parts.flat(), { to: link })], more)
  }
  if (parts.length < 2 && links.length === 0) return leaf(role, row, parts[0] ?? [], more)
  return whole(role, row, (node) => lines(node, cell), more)
}

function lines(node: StructNode, cell: Cell | undefined): StructNode[] {
  const look: NodeLook = { verbatim: cell?.verbatim === true }
  return (cell?.parts ?? []).map((spans, part) => {
    const to = cell?.links?.[part] ?? null
    return to === null ? leaf('P', node, spans, { look }) : leaf('Link', node, spans, { to })
  })
}

/** The nodes that say the text of a cell, one for each of its paragraphs. */
export function leavesOf(cell: StructNode): readonly StructNode[] {
  return cell.children ?? [cell]
}
