import type { PaperResult } from '../../../../shared/domain/work-paper.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import { apartWords, paperReasonWords, paperTestWords } from '../../../../shared/messages/work-paper.ts'
import type { Piece } from '../layout/piece.ts'
import { gap } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { type Cell, fillWidth, headSpans, LOOKS, type Row, table } from '../layout/table.ts'
import { answer, footnote } from '../layout/text-blocks.ts'
import type { PaperFacts } from '../model.ts'
import { type Book, filled, number } from '../sections/book.ts'
import { total } from '../sections/integrity.ts'
import { plainCell, strongCell } from '../sections/parts.ts'
import { look } from '../sections/summary-tables.ts'
import type { Span } from '../text/lines.ts'
import { openPaperChapter, testAnchor, testMark } from './chapters.ts'
import { sumsAreRight } from './population-sums.ts'

const { size: SIZE } = LOOKS.normal

function genuine(book: Book, run: PaperFacts['integrity']): string {
  const words = workPaperWords[book.language]
  if (run === null) return words.summaryUnvalidated
  const { digests, logs, logsAtLeast, holds } = run.summary
  if (total(digests) === 0) return words.summaryNoDigests
  const { hash, signature } = logsAtLeast
  return holds ? fill(words.summaryHolds, { logs: total(logs), hash, signature }) : words.summaryFails
}

/** What takes from the numbers: files that were damaged, and how far the files are known to be genuine. */
function reservations(book: Book, { integrity }: PaperFacts): Span[] {
  const words = workPaperWords[book.language]
  const { partial, failed, reading } = book.model.sums
  const damaged = partial + failed + reading
  const texts = [
    ...(damaged > 0 ? [fill(words.summaryDamaged, { n: damaged })] : []),
    genuine(book, integrity),
    ...(integrity?.outdated === true ? [words.integrityOutdated] : []),
  ]
  return [{ text: texts.join(book.language === 'ja' ? '' : ' '), style: style(11) }]
}

/** Chapter 1: the numbers on one page. */
export function* paperSummary(book: Book, facts: PaperFacts): Generator<Piece> {
  const words = workPaperWords[book.language]
  const { results, population, sample } = facts.paper
  const answered = results.filter(({ reason }) => reason === null)
  const exceptions = answered.reduce((sum, result) => sum + result.exceptions, 0)
  const base = style(11)
  const lead = {
    population: { strong: population.inPeriod },
    exceptions: { strong: exceptions },
    answered: { strong: answered.length },
    tests: results.length,
  }
  const unanswered = results.length - answered.length
  const counted = (wanted: string) =>
    sample.items.filter(({ judgements }) => (judgements.at(-1)?.result ?? 'not-tested') === wanted).length
  const judged = {
    n: sample.items.length,
    pass: counted('pass'),
    exception: counted('exception'),
    open: counted('not-tested'),
  }
  yield* openPaperChapter(book, 'summary')
  yield* answer(book.set, [
    filled(words.summaryLead, lead, base),
    ...(unanswered > 0 ? [filled(words.summaryUnanswered, { n: unanswered }, base)] : []),
    [{ text: sumsAreRight(book, facts) ? words.summaryRight : words.summaryWrong, style: base }],
    reservations(book, facts),
    ...(judged.n > 0 ? [filled(words.summarySample, judged, base)] : []),
  ])
  yield gap(6 * MM)
  const columns = [
    { width: 12 * MM, head: headSpans('') },
    { width: 47 * MM, head: headSpans(words.test) },
    { width: 23 * MM, head: headSpans(words.examined), align: 'right' as const },
    { width: 25 * MM, head: headSpans(words.exceptions), align: 'right' as const },
    { width: 0, head: headSpans(words.apart) },
  ]
  yield* table(
    book.set,
    fillWidth(columns),
    results.map((result, index) => resultRow(book, result, index)),
    look(book),
  )
  yield* footnote(book.set, words.summaryNote)
}

function resultRow(book: Book, result: PaperResult, index: number): Row {
  const words = workPaperWords[book.language]
  const title: Cell = {
    parts: [
      [{ text: paperTestWords[book.language][result.test], style: style(SIZE, INK.text, 'sans-strong') }],
    ],
    link: testAnchor(index),
  }
  const mark = plainCell(testMark(index), SIZE, INK.third)
  const apart = apartLines(book, result)
  const aside: Cell =
    result.reason === null
      ? { parts: apart.map((text) => [{ text, style: style(7.6, INK.second) }]) }
      : {
          parts: [paperReasonWords[book.language][result.reason], ...apart].map((text) => [
            { text, style: style(7.6, INK.second) },
          ]),
        }
  if (result.reason !== null) {
    const none = plainCell(words.notAnswered, SIZE, INK.third)
    return { cells: [mark, title, none, plainCell('', SIZE), aside] }
  }
  const count = number(result.exceptions)
  return {
    cells: [
      mark,
      title,
      plainCell(number(result.examined), SIZE),
      result.exceptions > 0 ? strongCell(count, SIZE, INK.fail) : plainCell(count, SIZE),
      aside,
    ],
  }
}

/** `12 federated, MFA not visible to AWS`, one line for each reason. */
export function apartLines(book: Book, { apart }: Pick<PaperResult, 'apart'>): string[] {
  const ja = book.language === 'ja'
  return apart.map(({ why, count }) => {
    const word = apartWords[book.language][why]
    return fill(ja ? '{word}：{n} 件' : '{n} {word}', { n: count, word })
  })
}
