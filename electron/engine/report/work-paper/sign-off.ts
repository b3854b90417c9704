import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import type { Item, Piece } from '../layout/piece.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { type Cell, fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading } from '../layout/text-blocks.ts'
import type { Book } from '../sections/book.ts'
import { examinerCell } from '../sections/examiner.ts'
import { plainCell } from '../sections/parts.ts'
import { look } from '../sections/summary-tables.ts'
import { openPaperChapter } from './chapters.ts'

const SIZE = 8.8

/** Chapter 7: room for the conclusion, and for preparer and reviewer to sign. */
export function* signOff(book: Book): Generator<Piece> {
  const words = workPaperWords[book.language]
  const { set, model } = book
  const { reviewer } = model.details
  yield* openPaperChapter(book, 'signOff')
  yield* body(set, words.signLead, { withNext: true })
  yield* heading(set, words.conclusionBox)
  yield room(38 * MM)
  yield { height: 6 * MM, before: 0, items: [], withNext: true }
  const columns = fillWidth([
    { width: 30 * MM, head: headSpans('') },
    { width: 48 * MM, head: headSpans(words.name) },
    { width: 32 * MM, head: headSpans(words.date) },
    { width: 0, head: headSpans(words.signature) },
  ])
  const row = (label: string, name: Cell): Row => ({
    cells: [plainCell(label, SIZE, INK.third), name, plainCell('', SIZE), plainCell('', SIZE)],
    withNext: true,
  })
  yield* table(
    set,
    columns,
    [row(words.preparer, examinerCell(book, SIZE)), row(words.reviewer, plainCell(reviewer, SIZE))],
    {
      ...look(book),
      pad: 5 * MM,
    },
  )
  const edge: Item = { kind: 'box', x: 0, y: 0, width: BODY_WIDTH, height: 0.25 * MM, color: INK.line }
  yield { height: 1, before: 0, items: [edge] }
}

/** An empty frame to write in. */
function room(height: number): Piece {
  const line = 0.3 * MM
  const box = (x: number, y: number, width: number, tall: number): Item => ({
    kind: 'box',
    x,
    y,
    width,
    height: tall,
    color: INK.line,
  })
  const items = [
    box(0, 0, BODY_WIDTH, line),
    box(0, height - line, BODY_WIDTH, line),
    box(0, 0, line, height),
    box(BODY_WIDTH - line, 0, line, height),
  ]
  return { height, before: 0, items, withNext: true }
}
