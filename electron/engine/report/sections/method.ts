import type { CustodyAction } from '../../../../shared/domain/custody.ts'
import { isEmptyFilter } from '../../../../shared/domain/filter.ts'
import { custodyActionWords } from '../../../../shared/messages/report-custody.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { methodWords } from '../../../../shared/messages/report-method.ts'
import { commands } from '../layout/listing.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading, list, paragraph } from '../layout/text-blocks.ts'
import { type Book, dateClockSpans, number } from './book.ts'
import { openChapter } from './chapters.ts'
import { filterLines } from './filter-words.ts'
import { plainCell, spansCell } from './parts.ts'
import { look, timeWidth } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.2

/** What was done, in order: the steps, filter and query and rules as they were, and what people did when. */
export function* method(book: Book): Generator<Piece> {
  const words = wordsOf(book, methodWords)
  yield* openChapter(book, 'method')
  yield* heading(book.set, words.steps, 0)
  yield* list(
    book.set,
    steps(book).map((text) => [{ text, style: style(9.2) }]),
    { numbered: true },
  )
  yield* queries(book)
  yield* rules(book)
  yield* actions(book)
}

function steps(book: Book): string[] {
  const words = wordsOf(book, methodWords)
  const { exhibits, tool, notesInCase, integrity, findings } = book.model
  const events = exhibits.filter(({ notes }) => notes.some((note) => !note.removed)).length
  const counts = { notes: notesInCase, events, exhibits: exhibits.length }
  return [
    words.stepRead,
    words.stepChoose,
    words.stepDuplicates,
    words.stepOutcome,
    words.stepMfa,
    words.stepOrder,
    ...(integrity.run === null ? [] : [words.stepValidate]),
    ...(findings.run === null
      ? []
      : [fill(words.stepRules, { n: findings.asked.length, hash: findings.rulesSha256 })]),
    exhibits.length === 0 ? words.stepNotCited : fill(words.stepNotes, counts),
    fill(words.stepPrint, { tool: `${tool.name} ${tool.version}` }),
  ]
}

/** In words, and as the machine has it, so that nobody has to translate back. */
function* queries(book: Book): Generator<Piece> {
  const words = wordsOf(book, methodWords)
  const { filter } = book.model.options
  yield* heading(book.set, words.queries)
  if (isEmptyFilter(filter)) {
    yield* body(book.set, words.queriesNone)
    return
  }
  yield* list(
    book.set,
    filterLines(book, filter).map((text) => [{ text, style: style(9.2) }]),
  )
  yield* commands(book.set, JSON.stringify(filter, null, 1).split('\n'))
}

function* rules(book: Book): Generator<Piece> {
  const words = wordsOf(book, methodWords)
  const { findings } = book.model
  yield* heading(book.set, words.rules)
  if (findings.run === null) {
    yield* body(book.set, words.rulesNever)
    return
  }
  const found = new Map<string, number>()
  for (const { row } of findings.findings) found.set(row.rule, (found.get(row.rule) ?? 0) + 1)
  const { notAsked } = findings
  const asked = findings.asked.map((id) => {
    const n = found.get(id)
    return n === undefined ? id : `${id} (${n})`
  })
  yield* body(book.set, words.rulesAsked, { withNext: true })
  yield* idLines(book, asked)
  if (notAsked.length === 0) return
  yield* body(book.set, words.rulesNotAsked, { before: 2 * MM, withNext: true })
  yield* idLines(book, notAsked)
}

function idLines(book: Book, ids: readonly string[]): Piece[] {
  return paragraph(book.set, [{ text: ids.join('  '), style: style(7.2, INK.text, 'mono') }], {
    before: 1 * MM,
  })
}

function* actions(book: Book): Generator<Piece> {
  const words = wordsOf(book, methodWords)
  const named = custodyActionWords[book.language]
  const kinds = new Map<CustodyAction, { count: number; first: number; last: number }>()
  for (const { action, at } of book.model.custody.entries) {
    const known = kinds.get(action)
    kinds.set(action, { count: (known?.count ?? 0) + 1, first: known?.first ?? at, last: at })
  }
  if (kinds.size === 0) return
  yield* heading(book.set, words.actions)
  yield* body(book.set, words.actionsLead, { withNext: true })
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  const time = timeWidth(book, true)
  const counts = [
    { width: 17 * MM, head: headSpans(words.count), align: 'right' as const },
    { width: time, head: headSpans(book.words.first) },
    { width: time, head: headSpans(book.words.last) },
  ]
  const [, , , wide] = fillWidth([...counts, { width: 0, head: headSpans(words.action) }])
  const rows = [...kinds].map(
    ([action, { count, first, last }]): Row => ({
      cells: [
        plainCell(named[action] ?? action, SIZE),
        plainCell(number(count), SIZE),
        ...[first, last].map((at) => spansCell(dateClockSpans(book, Math.floor(at / 1000), 7.8))),
      ],
    }),
  )
  yield* table(book.set, [...(wide === undefined ? [] : [wide]), ...counts], rows, look(book))
}
