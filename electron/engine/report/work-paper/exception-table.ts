import { dateInWords } from '../../../../shared/domain/time.ts'
import type { PaperException, PaperResult, PaperTest } from '../../../../shared/domain/work-paper.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { type Column, fillWidth, headSpans, LOOKS, type Row, table } from '../layout/table.ts'
import { type Book, momentInWords } from '../sections/book.ts'
import { plainCell } from '../sections/parts.ts'
import { timeHead, timeWidth } from '../sections/summary-tables.ts'
import { eventIdPart, fromParts, noteParts, RECORD_SIZE, timeCell, whoWhatParts } from './record-cells.ts'

/** The exceptions of a test in order of time, with what makes each one and the notes on its record. */
export function* exceptionTable(book: Book, result: PaperResult): Generator<Piece> {
  const words = workPaperWords[book.language]
  const columns: Column[] = fillWidth([
    { width: 10 * MM, head: headSpans(words.number) },
    { width: timeWidth(book, true) + 2 * MM, head: timeHead(book) },
    { width: 41 * MM, head: headSpans(book.words.where) },
    {
      width: 0,
      head: headSpans(`${book.words.who}${book.language === 'ja' ? '・' : ', '}${book.words.what}`),
    },
  ])
  const look = { ...LOOKS.dense, lineHeight: RECORD_SIZE * (book.language === 'ja' ? 1.46 : 1.36) }
  yield* table(
    book.set,
    columns,
    result.listed.map((exception) => exceptionRow(book, result.test, exception)),
    look,
  )
}

function exceptionRow(book: Book, test: PaperTest, exception: PaperException): Row {
  const { number, row } = exception
  const why = reasonOf(book, test, exception)
  return {
    cells: [
      plainCell(String(number), RECORD_SIZE, INK.third),
      timeCell(book, row),
      { parts: fromParts(book, row) },
      {
        parts: [
          ...whoWhatParts(book, row),
          ...(why === null ? [] : [[{ text: why, style: style(7.2, INK.second) }]]),
          eventIdPart(book, row),
          ...noteParts(book, row),
        ],
      },
    ],
  }
}

/** What of a record makes it an exception, where time, name and outcome do not say it. */
function reasonOf(book: Book, test: PaperTest, { row, burst, lastBefore }: PaperException): string | null {
  const words = workPaperWords[book.language]
  if (burst !== null) {
    const { count, names, hidden, successes } = burst
    return fill(words.burstLine, {
      count,
      names,
      hidden,
      successes,
      last: momentInWords(book, burst.lastTime),
    })
  }
  switch (test) {
    case 'dormant':
      return lastBefore === null
        ? words.neverBefore
        : fill(words.lastBefore, { moment: momentInWords(book, lastBefore) })
    case 'role-switches':
      return fill(words.switchLine, {
        from: row.switchedFrom ?? book.words.notStated,
        to: row.arn ?? row.name ?? book.words.notStated,
      })
    case 'outside-hours': {
      const day = dateInWords(book.clock(row.time).date, book.language)
      return fill(words.localDay, { day, city: book.city })
    }
    default:
      return null
  }
}
