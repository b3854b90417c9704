import type { Span } from '../text/lines.ts'
import type { Item, Piece, TextItem } from './piece.ts'
import { baselineOf, inNode, lineItems, type Setter, style } from './setter.ts'
import { BODY_WIDTH, INK, MM } from './sheet.ts'
import { leaf, type StructNode, whole } from './struct-node.ts'

/** One numbered line of a listing; `mark` is the letter of a cited line. */
export interface ListingLine {
  readonly indent: number
  readonly text: string
  readonly mark: string | null
}

const SIZE = 7.2
const LINE = SIZE * 1.56
const NUMBER = 9 * MM
const EDGE = 0.3 * MM
const DISC = 1.9 * MM

/**
 * A framed listing with line numbers. Cited lines are tinted and carry their letter in a disc. Long lines are
 * wrapped at any character and every space is kept, so nothing of the text is lost.
 */
export function* listing(set: Setter, lines: readonly ListingLine[]): Generator<Piece> {
  const list: StructNode = { role: 'L', parent: null, numbering: 'Decimal', look: { listing: true } }
  for (const [index, line] of lines.entries()) {
    const x = NUMBER + line.indent * 3.2 * MM
    const width = BODY_WIDTH - x - 8 * MM
    const spans = [{ text: line.text, style: style(SIZE, INK.text, 'mono') }]
    const rows = set.lines(spans, Math.max(width, 40 * MM), { verbatim: true })
    const { label, text } = lineNodes(list, line, index + 1, spans)
    for (const [at, row] of rows.entries()) {
      const first = index === 0 && at === 0
      const last = index === lines.length - 1 && at === rows.length - 1
      const top = first ? 2 * MM : 0
      const height = top + LINE + (last ? 2 * MM : 0)
      const items: Item[] = []
      if (line.mark !== null) {
        items.push({ kind: 'box', x: 0, y: top, width: BODY_WIDTH, height: LINE, color: INK.mark })
      }
      items.push(...frame(height, first, last))
      if (at === 0) items.push(...inNode(label, numberItems(set, index + 1, top)))
      items.push(...inNode(text, lineItems(row, x, top, LINE)))
      if (line.mark !== null && at === 0)
        items.push(...disc(set, line.mark, BODY_WIDTH - 4.4 * MM, top + LINE / 2, text))
      yield { height, before: 0, items, withNext: first || index === lines.length - 2 }
    }
  }
}

/** A line of the listing as an entry of a list: its number, its text, and the letter of a cited line. */
function lineNodes(list: StructNode, line: ListingLine, number: number, spans: readonly Span[]) {
  const look = { verbatim: true, steps: line.indent, ...(line.mark === null ? {} : { cited: line.mark }) }
  const entry = whole('LI', list, (node) => [
    leaf('Lbl', node, [{ text: String(number), style: style(6.6, INK.third, 'mono') }]),
    leaf('LBody', node, spans, { look }),
  ])
  const [label = entry, text = entry] = entry.children ?? []
  return { label, text }
}

/** A letter in a disc, its centre at `x`, `y`, with its place in the structure. */
export function disc(set: Setter, letter: string, x: number, y: number, node: StructNode): Item[] {
  const [line] = set.lines([{ text: letter, style: style(6.8, INK.white, 'sans-strong') }], BODY_WIDTH)
  const items: Item[] = [{ kind: 'disc', x, y, radius: DISC, color: INK.accent }]
  for (const run of line?.runs ?? []) {
    items.push({
      kind: 'text',
      x: x - (line?.width ?? 0) / 2 + run.x,
      y: y - LINE / 2 + baselineOf(LINE, 6.8) - 0.2,
      run,
      node,
    })
  }
  return items
}

function numberItems(set: Setter, number: number, y: number): TextItem[] {
  const [line] = set.lines([{ text: String(number), style: style(6.6, INK.third, 'mono') }], NUMBER)
  return line === undefined ? [] : lineItems(line, 0, y, LINE, 'right', NUMBER - 3 * MM)
}

function frame(height: number, first: boolean, last: boolean): Item[] {
  const side = (x: number): Item => ({ kind: 'box', x, y: 0, width: EDGE, height, color: INK.line })
  const edge = (y: number): Item => ({
    kind: 'box',
    x: 0,
    y,
    width: BODY_WIDTH,
    height: EDGE,
    color: INK.line,
  })
  return [
    side(0),
    side(BODY_WIDTH - EDGE),
    ...(first ? [edge(0)] : []),
    ...(last ? [edge(height - EDGE)] : []),
  ]
}

/** Lines of a program on a grey ground, as typed. Long programs may be broken between lines, not near their ends. */
export function commands(set: Setter, lines: readonly string[], x = 0): Piece[] {
  const width = BODY_WIDTH - x
  const lineHeight = COMMAND_SIZE * 1.45
  const spansOf = (text: string) => [{ text, style: style(COMMAND_SIZE, INK.text, 'mono') }]
  const program = whole('P', null, (node) =>
    lines.map((text) => leaf('Code', node, spansOf(text), { look: { verbatim: true } })),
  )
  const rows = lines.flatMap((text, number) => {
    const parts = set.lines(spansOf(text), width - 6 * MM, { verbatim: true })
    const node = program.children?.[number] ?? program
    return parts.map((line, at) => ({ line, indent: at === 0 ? 0 : 3 * MM, node }))
  })
  return rows.map(({ line, indent, node }, index) => {
    const first = index === 0
    const last = index === rows.length - 1
    const top = first ? 1.6 * MM : 0
    const height = top + lineHeight + (last ? 1.6 * MM : 0)
    const ground: Item = { kind: 'box', x, y: -0.1, width, height: height + 0.2, color: INK.code }
    const text = inNode(node, lineItems(line, x + 3 * MM + indent, top, lineHeight))
    const withNext = !last && (index < 3 || index >= rows.length - 4)
    return { height, before: first ? 1.4 * MM : 0, items: [ground, ...text], withNext }
  })
}

const COMMAND_SIZE = 7
