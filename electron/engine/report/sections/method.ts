import { fill } from '../../../../shared/messages/report-fill.ts'
import { methodWords } from '../../../../shared/messages/report-method.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { MM } from '../layout/sheet.ts'
import { fillWidth, type Row, table } from '../layout/table.ts'
import { heading, list } from '../layout/text-blocks.ts'
import { escapeOf } from '../text/escape.ts'
import { ESCAPE_COLOR } from '../text/marks.ts'
import { type Book, filled, momentInWords } from './book.ts'
import { openChapter } from './chapters.ts'
import { spansCell, strongCell } from './parts.ts'
import { look } from './summary-tables.ts'

const SIZE = 8.4

/** Root failures are in AWS's text of 2018-11-01 and were denied in that of 2018-03-12; before, they prove nothing. */
const ROOT_FAILURES_RECORDED = Date.parse('2018-11-01T00:00:00Z') / 1000

/** Chapter 7: what was done, in order, and what the records cannot tell. */
export function* method(book: Book): Generator<Piece> {
  const words = methodWords[book.language]
  yield* openChapter(book, 'method')
  yield* heading(book.set, words.steps, 0)
  yield* list(
    book.set,
    steps(book).map((text) => [{ text, style: style(9.2) }]),
    { numbered: true },
  )
  yield* heading(book.set, words.limits)
  const columns = fillWidth([{ width: 30 * MM }, { width: 0 }])
  const rows = limits(book).map(
    ([label, text, sample]): Row => ({
      cells: [
        strongCell(label, SIZE),
        spansCell(
          sample === null
            ? [{ text, style: style(SIZE) }]
            : filled(text, { sample }, style(SIZE)).map((span) =>
                span.text === sample ? { ...span, style: style(SIZE, ESCAPE_COLOR) } : span,
              ),
        ),
      ],
    }),
  )
  yield* table(book.set, columns, rows, look(book))
}

function steps(book: Book): string[] {
  const words = methodWords[book.language]
  const { exhibits, tool } = book.model
  const notes = exhibits.reduce((sum, { notes: all }) => sum + all.filter((note) => !note.removed).length, 0)
  return [
    words.stepRead,
    words.stepChoose,
    words.stepDuplicates,
    words.stepOutcome,
    words.stepMfa,
    words.stepOrder,
    fill(words.stepNotes, { notes, events: exhibits.length }),
    fill(words.stepPrint, { tool: `${tool.name} ${tool.version}` }),
  ]
}

function limits(book: Book): [string, string, string | null][] {
  const words = methodWords[book.language]
  const { summary, sums, addressData } = book.model
  const row = (label: string, text: string): [string, string, string | null] => [label, text, null]
  const { hiddenFailures: hidden } = summary
  const rows = [
    row(words.keyboard, words.keyboardText),
    row(words.hidden, hidden === 0 ? words.hiddenNone : fill(words.hiddenText, { n: hidden })),
    row(words.mfa, words.mfaText),
    row(words.sessionEnd, words.sessionEndText),
    row(words.region, words.regionText),
    row(
      words.address,
      addressData === null ? words.addressText : fill(words.addressLookedUp, { data: addressData }),
    ),
    row(words.delivery, words.deliveryText),
    row(words.digests, words.digestsText),
  ]
  if (sums.first !== null && sums.first < ROOT_FAILURES_RECORDED) {
    rows.push(row(words.rootBefore, fill(words.rootBeforeText, { first: momentInWords(book, sums.first) })))
  }
  const unread = sums.partial + sums.failed + sums.reading
  if (unread > 0) rows.push(row(words.damaged, fill(words.damagedText, { n: unread })))
  rows.push(row(words.unknown, words.unknownText))
  rows.push([words.escapes, words.escapesText, escapeOf(0x202e)])
  return rows
}
