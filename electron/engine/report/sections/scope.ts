import { OPTIONAL_CHAPTERS } from '../../../../shared/domain/report.ts'
import { utcText } from '../../../../shared/domain/time.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { scopeWords } from '../../../../shared/messages/report-scope.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { MM } from '../layout/sheet.ts'
import type { Cell } from '../layout/table.ts'
import { body, heading, list } from '../layout/text-blocks.ts'
import type { Tally } from '../model.ts'
import { type Book, orNotStated } from './book.ts'
import { openChapter } from './chapters.ts'
import { examinerCell } from './examiner.ts'
import { filterLines } from './filter-words.ts'
import { factTable, plainCell } from './parts.ts'
import { ownWords } from './quotes.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 9

/** Who asked for what, what was looked at and what was not. */
export function* scope(book: Book): Generator<Piece> {
  const words = wordsOf(book, scopeWords)
  const { set, model } = book
  yield* openChapter(book, 'scope')
  yield* body(set, words.lead)
  yield { height: 3 * MM, before: 0, items: [], withNext: true }
  yield* factTable(book, rows(book), SIZE, 1.4 * MM)
  if (model.options.scope.trim() !== '') {
    yield* heading(set, words.own)
    yield* ownWords(book, model.options.scope)
  }
  yield* heading(set, words.notExamined)
  yield* list(
    set,
    notExamined(book).map((text) => [{ text, style: style(9.2) }]),
  )
}

function rows(book: Book): [string, Cell][] {
  const words = wordsOf(book, scopeWords)
  const { details, sums, summary, accounts, options } = book.model
  const text = (value: string): Cell => plainCell(orNotStated(book, value), SIZE)
  const lines = (values: readonly string[]): Cell => ({
    parts: values.map((value) => [{ text: value, style: style(SIZE) }]),
  })
  const asked = [details.requestedBy, details.organisation].filter((part) => part !== '')
  const { first, last } = sums
  const filter = filterLines(book, options.filter)
  const listed =
    filter.length === 0
      ? [fill(words.listedAll, { n: summary.inCase })]
      : [fill(words.listedSome, { listed: summary.listed, inCase: summary.inCase }), ...filter]
  const exhibits = options.leaveOut.includes('exhibits')
    ? [words.none]
    : [words[options.exhibits], ...(options.rawBytes ? [] : [words.rawOff])]
  return [
    [words.asked, text(asked.join(book.language === 'ja' ? '、' : ', '))],
    [words.question, text(details.question)],
    [words.by, examinerCell(book, SIZE)],
    [words.review, text(details.reviewer)],
    [
      words.period,
      text(
        first === null || last === null
          ? ''
          : fill(words.periodText, { first: utcText(first), last: utcText(last) }),
      ),
    ],
    [words.accounts, text(tallies(book, accounts))],
    [words.regions, text(tallies(book, sums.regions))],
    [words.listed, lines(listed)],
    [words.exhibits, lines(exhibits)],
  ]
}

/** Many accounts of an organisation are all named, because a reader looks for one of them. */
function tallies(book: Book, all: readonly Tally[]): string {
  const words = wordsOf(book, scopeWords)
  return all
    .map(({ name, count }) => fill(words.tally, { name: name ?? book.words.notStated, n: count }))
    .join(book.language === 'ja' ? '、' : ', ')
}

function notExamined(book: Book): string[] {
  const words = wordsOf(book, scopeWords)
  const { sources, sums, summary, coverage, integrity, findings, options } = book.model
  const comma = book.language === 'ja' ? '、' : ', '
  const others = sums.records - sums.signIns
  const damaged = sums.partial + sums.reading
  // Digest files hold no records; what came of them has its own chapter.
  const unused = sources.filter(
    ({ status, reason }) => (status === 'skipped' || status === 'failed') && reason !== 'digest',
  ).length
  return [
    words.beyond,
    ...(others > 0 ? [fill(words.otherRecords, { n: others })] : []),
    ...(unused > 0 ? [fill(words.skipped, { n: unused })] : []),
    ...(damaged > 0 ? [fill(words.damaged, { n: damaged })] : []),
    ...(coverage.absent.length > 0 ? [fill(words.absent, { regions: coverage.absent.join(comma) })] : []),
    ...(summary.listed < summary.inCase ? [fill(words.outside, { n: summary.inCase - summary.listed })] : []),
    ...(integrity.run === null ? [words.validation] : []),
    ...(findings.run === null ? [words.rules] : []),
    ...(options.leaveOut.length > 0 ? [fill(words.leftOut, { chapters: leftOut(book) })] : []),
  ]
}

/** Titles of the chapters that were left out, in the order of the report. */
export function leftOut(book: Book): string {
  return OPTIONAL_CHAPTERS.filter((id) => book.model.options.leaveOut.includes(id))
    .map((id) => book.words[id])
    .join(book.language === 'ja' ? '、' : ', ')
}
