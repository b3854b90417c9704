import { oneLine } from '../layout/one-line.ts'
import type { Item, Piece } from '../layout/piece.ts'
import { lineItems, style } from '../layout/setter.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { chapter } from '../layout/text-blocks.ts'
import type { Book } from './book.ts'
import { type ContentsEntry, contentsEntries } from './chapters.ts'

/** The contents list. Its length does not depend on the page numbers, so pages can be counted before they are known. */
export function* contents(book: Book): Generator<Piece> {
  const title = book.words.contents
  yield* chapter(book.set, '', title, { id: 'contents', title, level: 1 })
  for (const entry of contentsEntries(book)) yield contentsLine(book, entry)
}

function contentsLine(book: Book, entry: ContentsEntry): Piece {
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
  const items: Item[] = []
  if (mark !== undefined) items.push(...lineItems(mark, left, 0, height))
  items.push(...lineItems(title, indent, 0, height))
  if (number !== undefined)
    items.push(...lineItems(number, BODY_WIDTH - 14 * MM, 0, height, 'right', 14 * MM))
  if (main) items.push({ kind: 'box', x: 0, y: 0, width: BODY_WIDTH, height: 0.25 * MM, color: INK.line })
  items.push({ kind: 'link', x: 0, y: 0, width: BODY_WIDTH, height, to: entry.anchor })
  return { height, before: 0, items }
}
