import type { PaperResult, PaperTest } from '../../../../shared/domain/work-paper.ts'
import type { FillValue } from '../../../../shared/messages/report-fill.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import {
  paperCriterionWords,
  paperReasonWords,
  paperTestWords,
} from '../../../../shared/messages/work-paper.ts'
import { commands } from '../layout/listing.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import type { PaperFacts } from '../model.ts'
import type { Book } from '../sections/book.ts'
import { hoursInWords } from './basis.ts'
import { openPaperChapter, testAnchor, testMark } from './chapters.ts'
import { testCommands } from './commands.ts'
import { exceptionTable } from './exception-table.ts'
import { apartLines } from './summary.ts'

const NEXT = { before: 1.6 * MM }

/** Chapter 4: each test with its criterion, its result, its exceptions and how to get them again. */
export function* tests(book: Book, facts: PaperFacts): Generator<Piece> {
  yield* openPaperChapter(book, 'tests')
  for (const [index, result] of facts.paper.results.entries()) yield* oneTest(book, facts, result, index)
}

function* oneTest(book: Book, facts: PaperFacts, result: PaperResult, index: number): Generator<Piece> {
  const words = workPaperWords[book.language]
  const { set, language } = book
  const title = `${testMark(index)}  ${paperTestWords[language][result.test]}`
  const [first, ...rest] = heading(set, title, index === 0 ? 0 : 9 * MM)
  if (first !== undefined) yield { ...first, anchor: { id: testAnchor(index), title, level: 2 } }
  yield* rest
  yield* body(set, criterion(book, facts, result.test), { withNext: true })
  if (result.test === 'outside-networks' && result.reason === null) {
    const comma = language === 'ja' ? '、' : ', '
    const list = facts.paper.population.trusted.map(({ cidr }) => cidr).join(comma)
    yield* body(set, fill(words.trustedList, { list }), { ...NEXT, withNext: true })
  }
  const { holidays } = facts.paper.settings.officeHours
  if (result.test === 'outside-hours' && holidays.length > 0) {
    const list = holidays.join(language === 'ja' ? '、' : ', ')
    yield* body(set, fill(words.holidaysToo, { list }), { ...NEXT, withNext: true })
  }
  const apart = apartLines(book, result)
  const verdict =
    result.reason === null
      ? fill(words.result, { examined: result.examined, exceptions: result.exceptions })
      : paperReasonWords[language][result.reason]
  const ink = result.exceptions > 0 ? INK.fail : INK.text
  yield* paragraph(set, [{ text: verdict, style: style(9.2, ink, 'sans-strong') }], {
    ...NEXT,
    withNext: apart.length > 0,
  })
  if (apart.length > 0) {
    const list = apart.join(language === 'ja' ? '、' : '; ')
    yield* body(set, fill(words.apartLine, { list }), NEXT)
  }
  if (result.listed.length > 0) {
    yield { height: 2 * MM, before: 0, items: [], withNext: true }
    yield* exceptionTable(book, result)
  }
  if (result.listed.length < result.exceptions) {
    const { exceptions, listed } = result
    yield* body(set, fill(words.listedSome, { exceptions, listed: listed.length }), NEXT)
  }
  const lines = testCommands(result)
  if (lines.length === 0 || result.reason !== null) return
  yield* paragraph(set, [{ text: words.repeatTest, style: style(8, INK.third) }], {
    before: 2.4 * MM,
    withNext: true,
  })
  yield* commands(set, lines)
}

function criterion(book: Book, { paper }: PaperFacts, test: PaperTest): string {
  const { settings } = paper
  const values: Record<string, FillValue> = {
    zone: settings.zone,
    hours: hoursInWords(book.language, settings),
    days: settings.dormantDays,
    atLeast: settings.bursts.atLeast,
    gap: settings.bursts.gapMinutes,
  }
  return fill(paperCriterionWords[book.language][test], values)
}
