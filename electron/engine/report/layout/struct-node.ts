import type { Span } from '../text/lines.ts'

/** What a stretch of the report is, by the standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
export type Role =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'P'
  | 'Code'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'

/**
 * A place in the structure of the report, for readers that do not see the page, and for the report as HTML. Pieces of
 * one paragraph, list or table carry the same object, also across pages. A node either says its text (`content`), or
 * names all its parts (`children`), or is open-ended and gets its parts as they are set (a table, a list).
 */
export interface StructNode {
  readonly role: Role
  /** Null: stands in the body of the report. */
  readonly parent: StructNode | null
  readonly content?: readonly Span[]
  readonly children?: readonly StructNode[]
  /** Of a TH: whether it names its column or its row. */
  readonly scope?: 'Column' | 'Row'
  /** Columns that a cell spans, where more than one. */
  readonly span?: number
  /** Of an L: what its labels are. */
  readonly numbering?: 'Disc' | 'Decimal' | 'None'
  /** Of a Link: the anchor it leads to. */
  readonly to?: string
  readonly look?: NodeLook
}

/** What the page shows by place and line, for the report as HTML. */
export interface NodeLook {
  readonly right?: boolean
  /** Every space counts and a line may end anywhere. */
  readonly verbatim?: boolean
  readonly bar?: boolean
  readonly inset?: boolean
  readonly listing?: boolean
  readonly legend?: boolean
  readonly steps?: number
  readonly cited?: string
  readonly tinted?: boolean
}

/** A node that says its text. */
export function leaf(
  role: Role,
  parent: StructNode | null,
  content: readonly Span[],
  more: Pick<StructNode, 'scope' | 'span' | 'to' | 'look'> = {},
): StructNode {
  return { role, parent, content, ...more }
}

/** A node whose parts are all known; `make` is given the node, for the parts to name as their parent. */
export function whole(
  role: Role,
  parent: StructNode | null,
  make: (node: StructNode) => readonly StructNode[],
  more: Pick<StructNode, 'scope' | 'span' | 'look'> = {},
): StructNode {
  const children: StructNode[] = []
  const node: StructNode = { role, parent, children, ...more }
  children.push(...make(node))
  return node
}
