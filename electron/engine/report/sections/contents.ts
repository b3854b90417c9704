import { oneLine } from '../layout/one-line.ts'
import type { Item, Piece } from '../layout/piece.ts'
import { inNode, lineItems, style } from '../layout/setter.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { leaf, type StructNode, whole } from '../layout/struct-node.ts'
import { chapter, paragraph } from '../layout/text-blocks.ts'
import type { Book } from './book.ts'
import { type ContentsEntry, contentsEntries } from './chapters.ts'
import { leftOut } from './scope.ts'

/** The contents list. Its length does not depend on the page numbers, so pages can be counted before they are known. */
export function* contents(
  book: Book,
  entries: readonly ContentsEntry[] = contentsEntries(book),
): Generator<Piece> {
  const title = book.words.contents
  yield* chapter(book.set, '', title, { id: 'contents', title, level: 1 })
  const list: StructNode = { role: 'TOC', parent: null }
  let below: StructNode | null = null
  for (const entry of entries) {
    if (entry.level === 1) below = null
    else below ??= { role: 'TOC', parent: list }
    yield contentsLine(book, entry, below ?? list)
  }
  if (book.model.options.leaveOut.length === 0) return
  const text = `${book.words.leftOut}${book.language === 'ja' ? '：' : ': '}${leftOut(book)}`
  yield* paragraph(book.set, [{ text, style: style(8.8, INK.second) }], { before: 4 * MM })
}

function contentsLine(book: Book, entry: ContentsEntry, list: StructNode): Piece {
  const { set } = book
  const main = entry.level === 1
  const size = main ? 9.6 : 8.4
  const height = main ? 21 : 14.5
  const ink = main ? INK.text : INK.second
  const left = main ? 0 : 9 * MM
  const indent = left + (main ? 9 * MM : 13 * MM)
  const [mark] = set.lines([{ text: entry.mark, style: style(size, INK.accent) }], BODY_WIDTH)
  const title = oneLine(set, entry.title, style(size, ink), BODY_WIDTH - indent - 16 * MM)
  const page = book.pageOf(entry.anchor)
  const [number] = set.lines([{ text: page === null ? '' : String(page), style: style(size, ink) }], 14 * MM)
  const node = linkNode(list, entry)
  const items: Item[] = []
  if (mark !== undefined) items.push(...inNode(node, lineItems(mark, left, 0, height), true))
  items.push(...inNode(node, lineItems(title, indent, 0, height), true))
  if (number !== undefined)
    items.push(...inNode(node, lineItems(number, BODY_WIDTH - 14 * MM, 0, height, 'right', 14 * MM)))
  if (main) items.push({ kind: 'box', x: 0, y: 0, width: BODY_WIDTH, height: 0.25 * MM, color: INK.line })
  const alt = entry.mark === '' ? entry.title : `${entry.mark} ${entry.title}`
  items.push({ kind: 'link', x: 0, y: 0, width: BODY_WIDTH, height, to: entry.anchor, node, alt })
  return { height, before: 0, items }
}

/** An entry of the contents list; the page number is set on the page only. */
function linkNode(list: StructNode, { mark, title, anchor }: ContentsEntry): StructNode {
  const look = style(9.6)
  const lead = mark === '' ? [] : [{ text: `${mark} `, style: style(9.6, INK.accent) }]
  const entry = whole('TOCI', list, (item) => [
    whole('Reference', item, (reference) => [
      leaf('Link', reference, [...lead, { text: title, style: look }], { to: anchor }),
    ]),
  ])
  return entry.children?.[0]?.children?.[0] ?? entry
}
