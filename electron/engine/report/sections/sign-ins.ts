import { dateInWords } from '../../../../shared/domain/time.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { summaryWords } from '../../../../shared/messages/report-summary.ts'
import { eventWord, mfaWords, outcomeWords, principalKindWords } from '../../../../shared/messages/words.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { type Cell, type Column, headSpans, LOOKS, type Row, table } from '../layout/table.ts'
import { body, footnote, heading, list } from '../layout/text-blocks.ts'
import type { ReportRow } from '../model.ts'
import { type Book, clockSpans } from './book.ts'
import { openChapter } from './chapters.ts'
import { filterLines } from './filter-words.ts'
import { inShort } from './in-short.ts'
import { plainCell, spansCell, strongCell } from './parts.ts'
import { exhibitCell, kindTable, timeHead, timeWidth } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const { size: SIZE } = LOOKS.dense
const SMALL = 6.2

/** Every listed sign-in with both times. */
export function* signIns(book: Book): Generator<Piece> {
  const words = wordsOf(book, summaryWords)
  const { summary, options } = book.model
  yield* openChapter(book, 'sign-ins')
  yield* body(book.set, fill(words.signInsLead, { n: summary.listed }))
  const filter = filterLines(book, options.filter)
  if (filter.length === 0) yield* body(book.set, words.noFilter, { before: 3 })
  else {
    const { listed, inCase } = summary
    yield* body(book.set, fill(words.filterLead, { listed, inCase }), { before: 3, withNext: true })
    yield* list(
      book.set,
      filter.map((text) => [{ text, style: style(8.6) }]),
    )
  }
  if (summary.listed > 0) {
    yield* kindTable(book)
    const look = { ...LOOKS.dense, lineHeight: SIZE * (book.language === 'ja' ? 1.46 : 1.36) }
    yield* heading(book.set, words.list)
    yield* table(book.set, columnsOf(book), rowsOf(book), look)
    yield* footnote(book.set, fill(words.signInsNote, { zone: book.model.zone.zone }))
  }
}

function columnsOf(book: Book): Column[] {
  const { words } = book
  const fixed = [timeWidth(book, false), 16.5 * MM, 23.5 * MM, 17 * MM, 9.5 * MM]
  const rest = BODY_WIDTH - fixed.reduce((sum, width) => sum + width, 0)
  const [time = 0, outcome = 0, what = 0, mfa = 0, exhibit = 0] = fixed
  return [
    { width: time, head: timeHead(book) },
    { width: outcome, head: headSpans(words.outcome) },
    { width: rest * 0.43, head: headSpans(words.who) },
    { width: what, head: headSpans(words.what) },
    { width: rest * 0.57, head: headSpans(words.where) },
    { width: mfa, head: headSpans(words.mfa) },
    { width: exhibit, head: headSpans(words.exhibitShort) },
  ]
}

function* rowsOf(book: Book): Generator<Row> {
  let day: string | null = null
  for (const row of book.model.rows) {
    const date = row.time === null ? '' : book.utc(row.time).date
    if (date !== day) {
      day = date
      const title =
        date === '' ? wordsOf(book, summaryWords).noTimes : `${dateInWords(date, book.language)} UTC`
      yield { cells: [strongCell(title, SIZE, INK.second)], wide: true, withNext: true }
    }
    yield signInRow(book, row)
  }
}

function signInRow(book: Book, row: ReportRow): Row {
  const cells = [
    row.time === null ? timeAsWritten(book, row) : spansCell(clockSpans(book, row.time, SIZE)),
    outcomeCell(book, row),
    whoCell(book, row),
    plainCell(
      row.event === null ? book.words.notStated : inShort(book, eventWord(book.language, row.event)),
      SIZE,
    ),
    whereCell(book, row),
    plainCell(mfaWords[book.language][row.mfa], SIZE),
    exhibitCell(row.exhibit, SIZE),
  ]
  return row.exhibit === null ? { cells } : { cells, fill: INK.exhibit }
}

function timeAsWritten(book: Book, row: ReportRow): Cell {
  const text =
    row.timeText === null ? book.words.noTime : fill(book.words.timeAsWritten, { text: row.timeText })
  return plainCell(text, SIZE, INK.third)
}

function outcomeCell(book: Book, row: ReportRow): Cell {
  const word = outcomeWords[book.language][row.outcome]
  const cell = row.outcome === 'failure' ? strongCell(word, SIZE, INK.fail) : plainCell(word, SIZE)
  if (!row.conflict) return cell
  const differs = [{ text: wordsOf(book, summaryWords).differs, style: style(SMALL, INK.fail) }]
  return { parts: [...cell.parts, differs] }
}

function whoCell(book: Book, row: ReportRow): Cell {
  const word = principalKindWords[book.language][row.kind]
  if (row.name === null) return plainCell(word, SIZE, INK.third)
  // `Role/session`: who it was stands first, the often long name of the role below.
  const cut = row.kind === 'role' ? row.name.indexOf('/') : -1
  if (cut === -1) return plainCell(inShort(book, row.name), SIZE)
  const session = [{ text: inShort(book, row.name.slice(cut + 1)), style: style(SIZE) }]
  return {
    parts: [session, [{ text: inShort(book, row.name.slice(0, cut)), style: style(SMALL, INK.third) }]],
  }
}

function whereCell(book: Book, row: ReportRow): Cell {
  const from = [
    {
      text: inShort(book, row.ip ?? book.words.notStated),
      style: style(SIZE, row.ip === null ? INK.third : INK.text),
    },
  ]
  const recorded = [row.region, row.account].filter((part) => part !== null).join(', ')
  return recorded === ''
    ? { parts: [from] }
    : { parts: [from, [{ text: recorded, style: style(SMALL, INK.third) }]] }
}
