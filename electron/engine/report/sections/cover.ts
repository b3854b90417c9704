import { dateInWords, utcText } from '../../../../shared/domain/time.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { onePage } from '../layout/one-page.ts'
import { gap, type Item, type Piece } from '../layout/piece.ts'
import { inNode, lineItems, style } from '../layout/setter.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { leaf } from '../layout/struct-node.ts'
import { paragraph } from '../layout/text-blocks.ts'
import { isWide } from '../text/kinsoku.ts'
import { type Book, grouped, momentInWords, orNotStated } from './book.ts'
import { versionOf } from './control.ts'
import { examinerCell } from './examiner.ts'
import { factTable, framed, plainCell } from './parts.ts'
import { shortened } from './shortened.ts'

/**
 * How much of the question and of what is said of people the cover tells, in half-wide characters, and how much of its
 * free space it keeps. It is one page; the chapter of scope has the texts in full, and room to sign is never given up.
 */
export interface CoverRoom {
  readonly question: number
  readonly person: number
  readonly space: number
}

/** From much to little. */
export const COVER_ROOMS: readonly CoverRoom[] = [
  { question: 320, person: 200, space: 1 },
  { question: 320, person: 150, space: 0.7 },
  { question: 320, person: 150, space: 0.4 },
  { question: 240, person: 100, space: 0.2 },
  { question: 160, person: 70, space: 0.1 },
  { question: 80, person: 40, space: 0 },
]

/** The first page: what was asked, by whom, what the evidence is, and room to sign. */
export function cover(book: Book): Generator<Piece> {
  return onePage(COVER_ROOMS, (room) => coverWith(book, room))
}

function* coverWith(book: Book, room: CoverRoom): Generator<Piece> {
  const { model, words, set } = book
  yield topLine(book)
  yield gap(24 * MM * room.space)
  yield bar()
  yield* paragraph(set, [{ text: words.kind, style: style(10.4, INK.accent, 'sans-strong') }], {
    before: 6 * MM,
  })
  const title = model.details.title === '' ? words.defaultTitle : model.details.title
  const wide = [...title].filter((mark) => isWide(mark.codePointAt(0) ?? 0)).length
  const length = title.length + wide
  const size = length > 160 || room.space < 0.3 ? 13 : length > 76 ? 18 : 26
  yield* paragraph(set, [{ text: title, style: style(size, INK.text, 'sans-strong') }], {
    before: 2 * MM,
    lineHeight: size * 1.18,
    width: 150 * MM,
    role: 'H1',
  })
  yield* paragraph(set, [{ text: periodInWords(book), style: style(11.4, INK.second) }], { before: 2.6 * MM })
  yield gap(13 * MM * room.space)
  yield* factTable(book, coverFacts(book, room), 9.2, 1.55 * MM)
  yield framed(manifestBox(book), 7 * MM)
  yield signatures(book, [words.examinerSign, words.reviewerSign])
}

/** `AWS CloudTrail records, Sun 18 Aug 2024 to Mon 16 Sep 2024`; the dates are UTC. */
function periodInWords(book: Book): string {
  const { first, last } = book.model.sums
  if (first === null || last === null) return book.words.noPeriod
  const day = (seconds: number) => dateInWords(book.utc(seconds).date, book.language)
  return day(first) === day(last)
    ? fill(book.words.periodDay, { day: day(first) })
    : fill(book.words.period, { first: day(first), last: day(last) })
}

function coverFacts(book: Book, room: CoverRoom): [string, ReturnType<typeof plainCell>][] {
  const { model, words } = book
  const { details } = model
  const row = (label: string, text: string): [string, ReturnType<typeof plainCell>] => [
    label,
    plainCell(orNotStated(book, text), 9.2, text === '' ? INK.third : INK.text),
  ]
  const classification = model.options.classification.trim()
  const { first, last } = model.sums
  const period = first === null || last === null ? '' : `${utcText(first)} – ${utcText(last)}`
  return [
    row(words.report, model.reportId),
    row(
      words.revision,
      fill(words.revisionText, { n: versionOf(book), moment: utcText(model.options.issuedAt) }),
    ),
    ...(classification === '' ? [] : [row(words.classification, shortened(classification, room.person))]),
    row(words.caseNumber, details.caseNumber),
    row(words.organisation, shortened(details.organisation, room.person)),
    row(words.requestedBy, shortened(details.requestedBy, room.person)),
    row(words.question, shortened(details.question, room.question)),
    [words.examiner, examinerCell(book, 9.2, room.person)],
    row(words.reviewer, shortened(details.reviewer, room.person)),
    row(words.recordsFrom, period),
    row(words.times, timesInWords(book)),
    row(words.tool, `${model.tool.name} ${model.tool.version}`),
  ]
}

function timesInWords(book: Book): string {
  const { words, model } = book
  const { zone, offsets } = model.zone
  if (!book.twoClocks) return words.timesUtc
  const [only] = offsets
  if (only === undefined) return fill(words.timesNone, { zone })
  return offsets.length === 1
    ? fill(words.timesOne, { zone, offset: only.offset })
    : fill(words.timesMany, { zone })
}

/** Organisation and moment of issue. */
export function topLine(book: Book): Piece {
  const { model, set } = book
  const look = style(8.4, INK.second)
  const corner = model.options.classification.trim() || model.details.organisation
  const organisation = [{ text: corner, style: look }]
  const [left] = set.lines(organisation, BODY_WIDTH / 2)
  const issued = fill(book.words.issued, { moment: momentInWords(book, model.options.issuedAt) })
  const moment = [{ text: issued, style: look }]
  const [right] = set.lines(moment, BODY_WIDTH)
  const items: Item[] = []
  if (left !== undefined) items.push(...inNode(leaf('P', null, organisation), lineItems(left, 0, 0, 12)))
  if (right !== undefined) {
    items.push(...inNode(leaf('P', null, moment), lineItems(right, 0, 0, 12, 'right', BODY_WIDTH)))
  }
  return { height: 12, before: 0, items }
}

/** The strong line above the title. */
export function bar(): Piece {
  const height = 1.2 * MM
  return {
    height,
    before: 0,
    items: [{ kind: 'box', x: 0, y: 0, width: BODY_WIDTH, height, color: INK.accent }],
  }
}

function manifestBox(book: Book): Piece[] {
  const { model, words, set } = book
  const width = BODY_WIDTH - 8 * MM
  const small = style(8, INK.second)
  const lines = [fill(words.manifestSays, { files: model.manifest.files })]
  if (book.chapters.includes('repeat')) lines.push(words.manifestAgain)
  if (model.manifest.unhashed > 0) lines.push(fill(words.manifestUnhashed, { n: model.manifest.unhashed }))
  return [
    ...paragraph(set, [{ text: words.manifestHash, style: small }], { width }),
    ...paragraph(set, [{ text: grouped(model.manifest.sha256), style: style(7.8, INK.text, 'mono') }], {
      width,
      before: 1 * MM,
    }),
    ...paragraph(set, [{ text: lines.join(book.language === 'ja' ? '' : ' '), style: small }], {
      width,
      before: 1 * MM,
    }),
  ]
}

/** Two lines to sign on, at the foot of the page. */
export function signatures({ set }: Book, labels: readonly [string, string]): Piece {
  const half = (BODY_WIDTH - 12 * MM) / 2
  const items: Item[] = []
  for (const [index, label] of labels.entries()) {
    const x = index * (half + 12 * MM)
    items.push({ kind: 'box', x, y: 12 * MM, width: half, height: 0.3 * MM, color: INK.second })
    const spans = [{ text: label, style: style(8, INK.third) }]
    const [line] = set.lines(spans, half)
    if (line !== undefined) items.push(...inNode(leaf('P', null, spans), lineItems(line, x, 13.4 * MM, 12)))
  }
  return { height: 13.4 * MM + 12, before: 3 * MM, items, atFoot: true }
}
