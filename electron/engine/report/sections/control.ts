import { utcText } from '../../../../shared/domain/time.ts'
import { controlWords } from '../../../../shared/messages/report-control.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { reportFormWords } from '../../../../shared/messages/report-form.ts'
import type { ReportRevision } from '../archive-facts.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { type Cell, fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading } from '../layout/text-blocks.ts'
import { type Book, dateClockSpans, grouped, momentInWords, orNotStated } from './book.ts'
import { openChapter } from './chapters.ts'
import { factTable, monoCell, plainCell, spansCell } from './parts.ts'
import { leftOut } from './scope.ts'
import { look, timeHead, timeWidth } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.4

/** One more than the reports that were handed over before. */
export function versionOf(book: Book): number {
  return book.model.revisions.length + 1
}

/** Which report this is, and which came before it. */
export function* control(book: Book): Generator<Piece> {
  const words = wordsOf(book, controlWords)
  const { set, model } = book
  const { options, revisions, contentHash, reportId } = model
  yield* openChapter(book, 'control')
  yield* body(set, book.form === 'html' ? reportFormWords[book.language].everywhere : words.lead)
  yield { height: 2.4 * MM, before: 0, items: [] }
  const text = (value: string): Cell => plainCell(value, SIZE)
  yield* factTable(
    book,
    [
      [words.report, text(reportId)],
      [words.version, text(fill(words.versionText, { n: versionOf(book) }))],
      [words.classification, text(orNotStated(book, options.classification.trim()))],
      [words.issued, text(momentInWords(book, options.issuedAt))],
      [words.leftOut, text(options.leaveOut.length === 0 ? words.nothing : leftOut(book))],
      [words.content, monoCell(grouped(contentHash))],
    ],
    SIZE,
    1.2 * MM,
  )
  yield* heading(set, words.history)
  if (revisions.length === 0) {
    yield* body(set, words.historyNone)
    return
  }
  yield* body(set, words.historyLead, { withNext: true })
  const columns = fillWidth([
    { width: 10 * MM, head: headSpans(words.number) },
    { width: timeWidth(book, true) + 2 * MM, head: timeHead(book) },
    { width: 26 * MM, head: headSpans(words.by) },
    { width: 0, head: headSpans(words.file, 'SHA-256') },
  ])
  const rows = revisions.map((revision, index): Row => revisionRow(book, revision, index + 1))
  yield* table(set, columns, rows, look(book))
}

function revisionRow(book: Book, revision: ReportRevision, version: number): Row {
  const words = wordsOf(book, controlWords)
  const { at, actor, name, sha256, entry, issuedAt, language, variant } = revision
  const facts = [
    ...(issuedAt === null ? [] : [fill(words.issuedAs, { moment: utcText(issuedAt) })]),
    ...[variant, language].filter((part) => part !== null),
    fill(words.entry, { n: String(entry) }),
  ]
  return {
    cells: [
      plainCell(String(version), SIZE),
      spansCell(dateClockSpans(book, Math.floor(at / 1000), SIZE)),
      plainCell(actor === '' ? words.unnamed : actor, SIZE),
      {
        parts: [
          [{ text: name ?? words.unnamed, style: style(SIZE) }],
          [{ text: facts.join(', '), style: style(7.2, INK.second) }],
          ...(sha256 === null
            ? []
            : [sha256.slice(0, 32), sha256.slice(32)].map((half) => [
                { text: grouped(half), style: style(6.2, INK.third, 'mono') },
              ])),
        ],
      },
    ],
  }
}
