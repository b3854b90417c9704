import type { Verdict } from '../../../../shared/domain/finding.ts'
import { severityWords } from '../../../../shared/messages/detections.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { reportFindingsWords } from '../../../../shared/messages/report-findings.ts'
import { ruleWords } from '../../../../shared/messages/rule-words.ts'
import { eventWord, outcomeWords, principalKindWords } from '../../../../shared/messages/words.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { headSpans, LOOKS, type Row, table } from '../layout/table.ts'
import { body, heading, list, paragraph } from '../layout/text-blocks.ts'
import type { ReportFinding } from '../model.ts'
import { type Book, dateClockSpans, itemName, momentInWords, momentOf } from './book.ts'
import { openChapter } from './chapters.ts'
import { inShort } from './in-short.ts'
import { plainCell, spansCell } from './parts.ts'
import { exhibitCell } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const { size: SIZE } = LOOKS.dense
/** What people accepted stands first, what they dismissed last. */
const ORDER: readonly Verdict[] = ['accepted', 'open', 'dismissed']

/** For each finding the facts, with the place of each record; how they are read stands in a chapter of its own. */
export function* findings(book: Book): Generator<Piece> {
  const words = wordsOf(book, reportFindingsWords)
  const { set } = book
  const all = book.model.findings
  yield* openChapter(book, 'findings')
  if (all.run === null) {
    yield* body(set, words.never)
    return
  }
  const who = all.run.author === '' ? words.unnamed : all.run.author
  const { asked, hints, run } = all
  yield* body(
    set,
    fill(words.lead, { rules: asked.length, hints, n: run.signIns, who, when: momentOf(book, run.at) }),
  )
  const titles = all.notAsked.map((id) => ruleWords[book.language][id].title)
  const more = [
    ...(all.findings.length === 0 ? [words.none] : []),
    ...(all.outdated ? [words.outdated] : []),
    words.scope,
    words.apart,
    ...(titles.length > 0
      ? [fill(words.notAsked, { rules: titles.join(book.language === 'ja' ? '、' : '; ') })]
      : []),
    ...(all.left > 0 ? [fill(words.left, { n: all.left })] : []),
  ]
  for (const text of more) yield* body(set, text, { before: 1.6 * MM })
  const numbered = numberedFindings(book)
  for (const verdict of ORDER) {
    const group = numbered.filter(({ finding }) => finding.row.verdict === verdict)
    if (group.length === 0) continue
    yield* heading(set, words[verdict])
    for (const { number, finding } of group) yield* oneFinding(book, finding, number)
  }
}

/** Findings with their numbers, in the order of the chapter. */
export function numberedFindings(book: Book): { readonly number: number; readonly finding: ReportFinding }[] {
  const { findings: all } = book.model.findings
  return ORDER.flatMap((verdict) => all.filter(({ row }) => row.verdict === verdict)).map(
    (finding, index) => ({ number: index + 1, finding }),
  )
}

function* oneFinding(book: Book, finding: ReportFinding, number: number): Generator<Piece> {
  const { set, language } = book
  const { row } = finding
  const { title } = ruleWords[language][row.rule]
  yield* paragraph(
    set,
    [
      { text: `F-${number}  `, style: style(10.4, INK.accent, 'sans-strong') },
      { text: title, style: style(10.4, INK.text, 'sans-strong') },
      { text: `  ${severityWords[language][row.severity]}`, style: style(8.6, INK.second) },
      ...(row.subject === null
        ? []
        : [{ text: `  ${inShort(book, row.subject)}`, style: style(8.6, INK.second) }]),
    ],
    { before: 5 * MM, withNext: true, role: 'H4' },
  )
  const facts = list(
    set,
    factLines(book, finding).map((text) => [{ text, style: style(8.6) }]),
  )
  // Facts and the first of their records stay on one page.
  for (const piece of facts) yield { ...piece, withNext: true }
  yield* eventTable(book, finding)
}

function factLines(book: Book, { row, facts }: ReportFinding): string[] {
  const words = wordsOf(book, reportFindingsWords)
  const shown = (values: readonly string[], count: number) =>
    `${values.map((value) => inShort(book, value)).join(', ')}${count > values.length ? ' …' : ''}`
  const { firstTime: first, lastTime: last } = row
  return [
    first === null || last === null
      ? fill(words.recordsNoTime, { n: facts.matched })
      : fill(words.records, {
          n: facts.matched,
          first: momentInWords(book, first),
          last: momentInWords(book, last),
        }),
    fill(words.outcomes, { failed: facts.failures, succeeded: facts.successes }),
    facts.nameCount === 0
      ? words.noNames
      : fill(words.names, { n: facts.nameCount, names: shown(facts.names, facts.nameCount) }),
    ...(facts.hidden > 0 ? [fill(words.hidden, { n: facts.hidden })] : []),
    ...(facts.addressCount > 0
      ? [
          fill(words.addresses, {
            n: facts.addressCount,
            addresses: shown(facts.addresses, facts.addressCount),
          }),
        ]
      : []),
    ...(row.gone ? [words.gone] : []),
    ...(row.grown ? [words.grown] : []),
  ]
}

function* eventTable(book: Book, { row, events }: ReportFinding): Generator<Piece> {
  const words = wordsOf(book, reportFindingsWords)
  const { set, language } = book
  const time = book.twoClocks ? 48 * MM : 32 * MM
  const numbered = book.chapters.includes('exhibits')
  const exhibits = numbered ? 10 * MM : 0
  const rest = BODY_WIDTH - time - 18 * MM - exhibits
  const columns = [
    { width: time, head: headSpans(words.events) },
    { width: 18 * MM, head: headSpans(book.words.outcome) },
    { width: rest * 0.2, head: headSpans(book.words.who) },
    { width: rest * 0.22, head: headSpans(book.words.what) },
    { width: rest * 0.58, head: headSpans(book.words.where) },
    ...(numbered ? [{ width: exhibits, head: headSpans(book.words.exhibitShort) }] : []),
  ]
  const rows = events.map(
    ({ row: event, exhibit, place }): Row => ({
      cells: [
        event.eventTime === null
          ? plainCell(book.words.noTime, SIZE, INK.third)
          : spansCell(dateClockSpans(book, event.eventTime, SIZE)),
        plainCell(outcomeWords[language][event.outcome], SIZE),
        plainCell(
          inShort(book, event.principalName ?? principalKindWords[language][event.principalKind]),
          SIZE,
        ),
        plainCell(
          event.eventName === null ? book.words.notStated : eventWord(language, event.eventName),
          SIZE,
        ),
        {
          parts: [
            [
              { text: event.sourceIp ?? book.words.notStated, style: style(SIZE) },
              { text: `  ${event.region ?? ''}`, style: style(SIZE, INK.third) },
            ],
            [{ text: event.eventId ?? book.words.notStated, style: style(5.6, INK.third, 'mono') }],
            ...(place === null
              ? []
              : [
                  [
                    {
                      text: fill(words.place, {
                        item: itemName(place.item),
                        record: place.recordNumber,
                        start: place.byteStart,
                        end: place.byteEnd,
                      }),
                      style: style(6.4, INK.third),
                    },
                  ],
                ]),
          ],
        },
        ...(numbered ? [exhibitCell(exhibit, SIZE)] : []),
      ],
    }),
  )
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  const left = row.events - events.length
  const gap: Row[] =
    left > 0 ? [{ cells: columns.map((_, at) => plainCell(at === 0 ? '…' : '', SIZE, INK.third)) }] : []
  const half = Math.ceil(rows.length / 2)
  const shown = left > 0 ? [...rows.slice(0, half), ...gap, ...rows.slice(half)] : rows
  yield* table(set, columns, shown, LOOKS.dense)
  if (left > 0) {
    const text = fill(words.more, { n: left })
    yield* paragraph(set, [{ text, style: style(7.6, INK.third) }], { before: 1 * MM })
  }
}
