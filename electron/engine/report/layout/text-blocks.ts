import type { Span } from '../text/lines.ts'
import type { Anchor, Item, Piece } from './piece.ts'
import { inNode, lineItems, type Setter, style } from './setter.ts'
import { BODY_WIDTH, INK, MM } from './sheet.ts'
import { leaf, type NodeLook, type Role, type StructNode, whole } from './struct-node.ts'

export interface ParagraphOptions {
  readonly x?: number
  readonly width?: number
  readonly before?: number
  readonly lineHeight?: number
  readonly withNext?: boolean
  readonly verbatim?: boolean
  /** Drawn to the left of the first line, such as a bullet or a number. */
  readonly label?: { readonly spans: readonly Span[]; readonly x: number }
  /** A bar along the left edge, as beside the answer. */
  readonly bar?: boolean
  /** What it is in the structure of the report; a paragraph unless it says otherwise. */
  readonly role?: Role
  /** The list that it is an entry of, where it has a label. */
  readonly list?: StructNode
}

/** A paragraph, one piece per line; the first and last two lines stay together. */
export function paragraph(set: Setter, spans: readonly Span[], options: ParagraphOptions = {}): Piece[] {
  const x = options.x ?? 0
  const width = options.width ?? BODY_WIDTH - x
  const size = spans.reduce((largest, span) => Math.max(largest, span.style.size), 0)
  const lineHeight = options.lineHeight ?? size * set.leading
  const lines = set.lines(spans, width, { verbatim: options.verbatim === true })
  const { label: labelNode, text: textNode } = nodesOf(spans, options, x)
  return lines.map((line, index) => {
    const items: Item[] = []
    if (index === 0 && options.label !== undefined && labelNode !== null) {
      const [label] = set.lines(options.label.spans, BODY_WIDTH)
      if (label !== undefined)
        items.push(...inNode(labelNode, lineItems(label, options.label.x, 0, lineHeight)))
    }
    items.push(...inNode(textNode, lineItems(line, x, 0, lineHeight)))
    if (options.bar === true) {
      items.push({ kind: 'box', x: 0, y: -0.3, width: 1 * MM, height: lineHeight + 0.6, color: INK.accent })
    }
    const last = index === lines.length - 1
    const stay = lines.length > 1 && (index === 0 || index === lines.length - 2)
    const withNext = last ? options.withNext === true : stay
    return { height: lineHeight, before: index === 0 ? (options.before ?? 0) : 0, items, withNext }
  })
}

/** The place of a paragraph in the structure: one node, or an entry of a list with its label and its text. */
function nodesOf(
  spans: readonly Span[],
  options: ParagraphOptions,
  x: number,
): { readonly label: StructNode | null; readonly text: StructNode } {
  const { label, role = 'P' } = options
  const bar = options.bar === true
  const look: NodeLook = { bar, inset: !bar && x > 0, verbatim: options.verbatim === true }
  if (label === undefined) return { label: null, text: leaf(role, null, spans, { look }) }
  const list = options.list ?? { role: 'L', parent: null, numbering: 'None' }
  const entry = whole('LI', list, (node) => [leaf('Lbl', node, label.spans), leaf('LBody', node, spans)])
  const [first = entry, second = entry] = entry.children ?? []
  return { label: first, text: second }
}

/** A chapter heading. It begins a new page, or only where less than `needs` points of the page are left. */
export function chapter(
  set: Setter,
  number: string,
  title: string,
  anchor: Anchor,
  needs: number | null = null,
): Piece[] {
  const size = 17
  const lineHeight = size * 1.3
  const [mark] = set.lines([{ text: number, style: style(size, INK.accent) }], BODY_WIDTH)
  const indent = number === '' ? 0 : (mark?.width ?? 0) + 4 * MM
  const lines = set.lines([{ text: title, style: style(size, INK.text, 'sans-strong') }], BODY_WIDTH - indent)
  const bold = style(size, INK.text, 'sans-strong')
  const lead = number === '' ? [] : [{ text: `${number} `, style: style(size, INK.accent) }]
  const node = leaf('H2', null, [...lead, { text: title, style: bold }])
  return lines.map((line, index) => {
    const first = index === 0 && mark !== undefined ? lineItems(mark, 0, 0, lineHeight) : []
    const items = [...inNode(node, first, true), ...inNode(node, lineItems(line, indent, 0, lineHeight))]
    const start = index > 0 ? {} : needs === null ? { newPage: true, anchor } : { needs, anchor }
    const after = index === lines.length - 1 ? 4.2 * MM : 0
    const before = index === 0 ? 13 * MM : 0
    return { height: lineHeight + after, before, items, withNext: true, ...start }
  })
}

/** A heading within a chapter; `role` names its level where it stands below another one. */
export function heading(set: Setter, title: string, before = 6 * MM, role: Role = 'H3'): Piece[] {
  const spans = [{ text: title, style: style(10.4, INK.text, 'sans-strong') }]
  return withRoomBelow(
    paragraph(set, spans, { before, withNext: true, lineHeight: 10.4 * 1.5, role }),
    1.6 * MM,
  )
}

function withRoomBelow(pieces: Piece[], room: number): Piece[] {
  return pieces.map((piece, index) => ({
    ...piece,
    height: piece.height + (index === pieces.length - 1 ? room : 0),
    withNext: true,
  }))
}

export const BODY_SIZE = 9.2

/** Body text. */
export function body(set: Setter, text: string, options: ParagraphOptions = {}): Piece[] {
  return paragraph(set, [{ text, style: style(BODY_SIZE) }], options)
}

/** A small grey note, as under a table. */
export function footnote(set: Setter, text: string): Piece[] {
  return paragraph(set, [{ text, style: style(7.6, INK.third) }], { before: 3 * MM })
}

/** The answer: larger text with a bar beside it. */
export function answer(set: Setter, paragraphs: readonly (readonly Span[])[]): Piece[] {
  const bar: Item = { kind: 'box', x: 0, y: -0.3, width: 1 * MM, height: 2 * MM + 0.6, color: INK.accent }
  return paragraphs.flatMap((spans, index) => {
    const last = index === paragraphs.length - 1
    const lines = paragraph(set, spans, { x: 5 * MM, bar: true, withNext: !last })
    return last ? lines : [...lines, { height: 2 * MM, before: 0, items: [bar], withNext: true }]
  })
}

/** Bullets or numbers; `numbered` counts from 1. */
export function list(
  set: Setter,
  entries: readonly (readonly Span[])[],
  options: { readonly numbered?: boolean; readonly x?: number; readonly width?: number } = {},
): Piece[] {
  const x = options.x ?? 0
  const indent = options.numbered === true ? 6 * MM : 4 * MM
  const numbering = options.numbered === true ? 'Decimal' : 'Disc'
  const node: StructNode = { role: 'L', parent: null, numbering }
  return entries.flatMap((spans, index) => {
    const label = options.numbered === true ? `${index + 1}.` : '•'
    return paragraph(set, spans, {
      x: x + indent,
      width: (options.width ?? BODY_WIDTH) - indent,
      before: index === 0 ? 0 : 1.3 * MM,
      list: node,
      label: { spans: [{ text: label, style: style(BODY_SIZE, INK.second) }], x: x + 0.6 * MM },
    })
  })
}
