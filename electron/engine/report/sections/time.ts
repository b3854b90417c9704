import { utcText } from '../../../../shared/domain/time.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { timeWords } from '../../../../shared/messages/report-time.ts'
import type { Piece } from '../layout/piece.ts'
import { MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body } from '../layout/text-blocks.ts'
import { type Book, number } from './book.ts'
import { openChapter } from './chapters.ts'
import { plainCell } from './parts.ts'
import { look } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.2

/** What the printed times mean and what they do not. */
export function* time(book: Book): Generator<Piece> {
  const words = wordsOf(book, timeWords)
  const { zone, offsets } = book.model.zone
  const next = { before: 2.6 * MM }
  yield* openChapter(book, 'time')
  yield* body(book.set, words.source)
  if (!book.twoClocks) yield* body(book.set, words.utcOnly, next)
  else {
    yield* body(book.set, fill(words.both, { zone }), next)
    const [only] = offsets
    if (only === undefined) yield* body(book.set, fill(words.noRecords, { zone }), next)
    else if (offsets.length === 1) {
      yield* body(book.set, fill(words.oneOffset, { zone, offset: only.offset }), next)
    } else yield* offsetTable(book)
    yield* body(book.set, words.rules, next)
  }
  yield* body(book.set, words.delivery, next)
  yield* body(book.set, words.order, next)
  yield* body(book.set, book.twoClocks ? fill(words.people, { zone }) : words.peopleUtc, next)
}

function* offsetTable(book: Book): Generator<Piece> {
  const words = wordsOf(book, timeWords)
  const { zone, offsets } = book.model.zone
  yield* body(book.set, fill(words.manyOffsets, { zone }), { before: 2.6 * MM, withNext: true })
  const columns = fillWidth([
    { width: 30 * MM, head: headSpans(words.offset) },
    { width: 25 * MM, head: headSpans(words.listed), align: 'right' as const },
    { width: 50 * MM, head: headSpans(words.firstListed) },
    { width: 0, head: headSpans(words.lastListed) },
  ])
  const rows = offsets.map(
    ({ offset, count, first, last }): Row => ({
      cells: [`UTC${offset}`, number(count), utcText(first), utcText(last)].map((text) =>
        plainCell(text, SIZE),
      ),
    }),
  )
  yield* table(book.set, columns, rows, look(book))
}
