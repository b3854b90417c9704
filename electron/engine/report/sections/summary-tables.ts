import { OUTCOMES } from '../../../../shared/domain/sign-in.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { summaryWords } from '../../../../shared/messages/report-summary.ts'
import { eventWord, outcomeWords, principalKindWords } from '../../../../shared/messages/words.ts'
import { total } from '../collect/sign-ins.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { type Column, fillWidth, headSpans, LOOKS, type Row, table } from '../layout/table.ts'
import { heading, paragraph } from '../layout/text-blocks.ts'
import type { EventTally, PrincipalTally } from '../model.ts'
import { type Book, dateClockSpans, exhibitName, number } from './book.ts'
import { exhibitAnchor } from './chapters.ts'
import { inShort } from './in-short.ts'
import { plainCell, spansCell } from './parts.ts'
import { sentenceSpans } from './sentence-spans.ts'
import { wordsOf } from './words-of.ts'

const SIZE = LOOKS.normal.size
const SHOWN_KINDS = 30

/** Successes whose record states that MFA was not used: the first thing an auditor asks for. */
export function* withoutMfaTable(book: Book, most: number): Generator<Piece> {
  const words = wordsOf(book, summaryWords)
  const { count, shown: first } = book.model.summary.withoutMfa
  const shown = first.slice(0, most)
  yield* heading(book.set, words.withoutMfa)
  const columns = [
    { width: timeWidth(book, true), head: timeHead(book) },
    { width: 0, head: headSpans(book.words.what) },
    { width: 14 * MM, head: headSpans(book.words.exhibitShort) },
  ]
  const rows = shown.map(({ row, exhibit }): Row => {
    const when = row.eventTime === null ? book.words.noTime : null
    return {
      cells: [
        when === null && row.eventTime !== null
          ? spansCell(dateClockSpans(book, row.eventTime, SIZE))
          : plainCell(when ?? '', SIZE, INK.third),
        spansCell(sentenceSpans(book, row, null, SIZE)),
        exhibitCell(exhibit, SIZE),
      ],
    }
  })
  yield* table(book.set, middleFills(columns), rows, look(book))
  const more = count - shown.length
  if (more > 0) {
    yield* paragraph(
      book.set,
      [{ text: fill(words.withoutMfaMore, { n: more }), style: style(8, INK.third) }],
      {
        before: 4,
      },
    )
  }
}

/** How many records of each kind, by outcome. */
export function* kindTable(book: Book): Generator<Piece> {
  const words = wordsOf(book, summaryWords)
  const { events } = book.model.summary
  yield* heading(book.set, words.byKind)
  const rows = events.slice(0, SHOWN_KINDS).map((tally): Row => {
    const label = tally.name === null ? book.words.notStated : eventWord(book.language, tally.name)
    const named = tally.name !== null && label !== tally.name ? `  ${tally.name}` : ''
    return {
      cells: [
        spansCell([
          { text: label, style: style(SIZE) },
          { text: named, style: style(7.6, INK.third) },
        ]),
        ...countCells(tally),
      ],
    }
  })
  const rest = events.slice(SHOWN_KINDS)
  if (rest.length > 0) {
    const counts = { success: 0, failure: 0, 'not-stated': 0 }
    for (const tally of rest) for (const state of OUTCOMES) counts[state] += tally.counts[state]
    rows.push({ cells: [plainCell(`+ ${rest.length}`, SIZE, INK.third), ...countCells({ counts })] })
  }
  yield* table(book.set, countColumns(book, book.words.event), rows, look(book))
}

/** Who appears, most records first. A name that AWS hides has a line of its own and is never one person. */
export function* whoTable(book: Book, most: number): Generator<Piece> {
  const words = wordsOf(book, summaryWords)
  const { principals } = book.model.summary
  yield* heading(book.set, words.whoAppears)
  const rows = principals.slice(0, most).map(
    (principal): Row => ({
      cells: [spansCell(whoSpans(book, principal)), ...countCells(principal)],
    }),
  )
  keepLast(rows, principals.length > most)
  yield* table(book.set, countColumns(book, book.words.who), rows, look(book))
  const more = principals.length - most
  if (more > 0) {
    yield* paragraph(book.set, [{ text: fill(words.whoMore, { n: more }), style: style(8, INK.third) }], {
      before: 4,
    })
  }
}

/** Keeps a line such as "12 more" on the page of the last row. */
function keepLast(rows: Row[], more: boolean): void {
  const last = rows.at(-1)
  if (more && last !== undefined) rows[rows.length - 1] = { ...last, withNext: true }
}

function whoSpans(book: Book, { kind, name }: PrincipalTally) {
  const kinds = principalKindWords[book.language]
  if (kind === 'hidden') {
    return [{ text: wordsOf(book, summaryWords).hiddenRow, style: style(SIZE, INK.second) }]
  }
  if (name === null) return [{ text: kinds[kind], style: style(SIZE, INK.second) }]
  const tail = kind === 'root' ? '' : `  ${kinds[kind]}`
  return [
    { text: inShort(book, name), style: style(SIZE, INK.text, 'sans-strong') },
    { text: tail, style: style(7.6, INK.third) },
  ]
}

function countCells({ counts }: Pick<EventTally, 'counts'>) {
  const cells = OUTCOMES.map((state) => plainCell(number(counts[state]), SIZE))
  return [...cells, plainCell(number(total(counts)), SIZE)]
}

function countColumns(book: Book, first: string): Column[] {
  const words = outcomeWords[book.language]
  const count = (text: string): Column => ({ width: 21 * MM, head: headSpans(text), align: 'right' })
  const columns = [{ width: 0, head: headSpans(first) }, ...OUTCOMES.map((state) => count(words[state]))]
  return fillFirst([...columns, count(book.words.total)])
}

/** Head of a column of times: UTC in bold, the other zone in grey. */
export function timeHead(book: Book) {
  return book.twoClocks ? headSpans('UTC', book.city) : headSpans('UTC')
}

/** Width of a column of times, with or without the date. */
export function timeWidth(book: Book, withDate: boolean): number {
  return (book.twoClocks ? 33 : 17) * MM + (withDate ? 19 * MM : 0)
}

/** The number of an exhibit, which leads to it. */
export function exhibitCell(exhibit: number | null, size: number) {
  if (exhibit === null) return plainCell('', size)
  const parts = [[{ text: exhibitName(exhibit), style: style(size, INK.accent, 'sans-strong') }]]
  return { parts, link: exhibitAnchor(exhibit) }
}

/** The look of tables, with more air between Japanese lines. */
export function look(book: Book) {
  const { normal } = LOOKS
  return book.language === 'ja' ? { ...normal, lineHeight: normal.size * 1.55 } : normal
}

function fillFirst(columns: readonly Column[]): Column[] {
  const [first, ...rest] = columns
  return first === undefined ? [] : rotate(fillWidth([...rest, first]))
}

function middleFills(columns: readonly Column[]): Column[] {
  const [first, middle, last] = columns
  if (first === undefined || middle === undefined || last === undefined) return [...columns]
  const [one, two, three] = fillWidth([first, last, middle])
  return one === undefined || two === undefined || three === undefined ? [] : [one, three, two]
}

function rotate(columns: readonly Column[]): Column[] {
  const last = columns.at(-1)
  return last === undefined ? [] : [last, ...columns.slice(0, -1)]
}
