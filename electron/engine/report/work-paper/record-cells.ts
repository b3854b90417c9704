import type { PaperRow } from '../../../../shared/domain/work-paper.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import { eventWord, mfaWords, outcomeWords, principalKindWords } from '../../../../shared/messages/words.ts'
import { style } from '../layout/setter.ts'
import { INK } from '../layout/sheet.ts'
import type { Cell } from '../layout/table.ts'
import { type Book, dateClockSpans } from '../sections/book.ts'
import { inShort } from '../sections/in-short.ts'
import { spansCell } from '../sections/parts.ts'
import type { Span } from '../text/lines.ts'

export const RECORD_SIZE = 7.8
const SMALL = 6.6

/** Date, UTC and the zone's clock. */
export function timeCell(book: Book, row: PaperRow): Cell {
  return spansCell(dateClockSpans(book, row.time, RECORD_SIZE))
}

/** Who did what with which outcome, and the event ID by which anybody finds the record. */
export function whoWhatParts(book: Book, row: PaperRow): Span[][] {
  const words = workPaperWords[book.language]
  const { language } = book
  const name = row.name ?? principalKindWords[language][row.kind]
  const outcome = fill(words.outcomeMfa, {
    outcome: outcomeWords[language][row.outcome],
    mfa: mfaWords[language][row.mfa],
  })
  const ink = row.name === null ? INK.third : INK.text
  return [
    [
      { text: inShort(book, name), style: style(RECORD_SIZE, ink, 'sans-strong') },
      { text: `  ${eventWord(language, row.eventName)}`, style: style(RECORD_SIZE, INK.second) },
    ],
    [{ text: outcome, style: style(7, INK.third) }],
  ]
}

/** The event ID in small type. */
export function eventIdPart(book: Book, row: PaperRow): Span[] {
  const words = workPaperWords[book.language]
  const text = row.eventId === null ? words.noEventId : row.eventId
  return [{ text, style: style(SMALL, INK.third, 'mono') }]
}

/** Address, region and account. */
export function fromParts(book: Book, row: PaperRow): Span[][] {
  const where = [row.region, row.account].filter((part) => part !== null).join(', ')
  const ip = { text: row.sourceIp ?? book.words.notStated, style: style(RECORD_SIZE) }
  return where === '' ? [[ip]] : [[ip], [{ text: where, style: style(SMALL, INK.third) }]]
}

/** Notes of the case on the record, each a paragraph. */
export function noteParts(book: Book, row: PaperRow): Span[][] {
  const label = workPaperWords[book.language].notes
  const colon = book.language === 'ja' ? '：' : ': '
  return row.notes.map((text) => [
    { text: `${label}${colon}`, style: style(7.2, INK.accent, 'sans-strong') },
    { text, style: style(7.2) },
  ])
}
