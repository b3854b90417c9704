import { dateInWords } from '../../../../shared/domain/time.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import { documentNames } from '../document-names.ts'
import { onePage } from '../layout/one-page.ts'
import { gap, type Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import type { Cell } from '../layout/table.ts'
import { paragraph } from '../layout/text-blocks.ts'
import type { PaperFacts } from '../model.ts'
import { type Book, grouped, orNotStated } from '../sections/book.ts'
import { bar, COVER_ROOMS, type CoverRoom, signatures, topLine } from '../sections/cover.ts'
import { examinerCell } from '../sections/examiner.ts'
import { factTable, framed, plainCell } from '../sections/parts.ts'
import { shortened } from '../sections/shortened.ts'
import { momentText } from './moments.ts'

const SIZE = 9.2

/** The first page: what was reviewed, by whom, from which files, and room to sign. */
export function paperCover(book: Book, facts: PaperFacts): Generator<Piece> {
  return onePage(COVER_ROOMS, (room) => coverWith(book, facts, room))
}

function* coverWith(book: Book, facts: PaperFacts, room: CoverRoom): Generator<Piece> {
  const words = workPaperWords[book.language]
  const { model, set } = book
  const { zone, from, to } = facts.paper.settings
  yield topLine(book)
  yield gap(24 * MM * room.space)
  yield bar()
  yield* paragraph(set, [{ text: words.kind, style: style(10.4, INK.accent, 'sans-strong') }], {
    before: 6 * MM,
  })
  const { title } = documentNames(model)
  const size = title.length > 80 ? 14 : title.length > 38 ? 18 : 26
  yield* paragraph(set, [{ text: title, style: style(size, INK.text, 'sans-strong') }], {
    before: 2 * MM,
    lineHeight: size * 1.18,
    width: 150 * MM,
    role: 'H1',
  })
  const day = (seconds: number) => dateInWords(book.clock(seconds).date, book.language)
  const subtitle = fill(words.subtitle, { first: day(from), last: day(to - 1), zone })
  yield* paragraph(set, [{ text: subtitle, style: style(11.4, INK.second) }], { before: 2.6 * MM })
  yield gap(13 * MM * room.space)
  yield* factTable(book, coverFacts(book, facts, room), SIZE, 1.55 * MM)
  yield framed(manifestBox(book), 7 * MM)
  yield signatures(book, [words.preparerSign, words.reviewerSign])
}

function coverFacts(book: Book, { paper }: PaperFacts, room: CoverRoom): [string, Cell][] {
  const words = workPaperWords[book.language]
  const { details, reportId, tool } = book.model
  const { zone, from, to, sample } = paper.settings
  const row = (label: string, text: string): [string, Cell] => [
    label,
    plainCell(orNotStated(book, text), SIZE, text === '' ? INK.third : INK.text),
  ]
  const period = [
    fill(words.periodZone, { from: momentText(book.clock(from)), to: momentText(book.clock(to)), zone }),
    ...(book.twoClocks
      ? [fill(words.periodUtc, { from: momentText(book.utc(from)), to: momentText(book.utc(to)) })]
      : []),
  ]
  const lines: Cell = { parts: period.map((text) => [{ text, style: style(SIZE) }]) }
  return [
    row(book.words.report, reportId),
    row(book.words.caseNumber, details.caseNumber),
    row(book.words.organisation, shortened(details.organisation, room.person)),
    row(book.words.requestedBy, shortened(details.requestedBy, room.person)),
    [words.period, lines],
    row(words.populationLabel, fill(words.populationCount, { n: paper.population.inPeriod })),
    row(words.seed, sample.seed),
    [words.preparer, examinerCell(book, SIZE, room.person)],
    row(words.reviewer, shortened(details.reviewer, room.person)),
    row(book.words.tool, `${tool.name} ${tool.version}`),
  ]
}

function manifestBox(book: Book): Piece[] {
  const { model, words, set } = book
  const width = BODY_WIDTH - 8 * MM
  const small = style(8, INK.second)
  const says = fill(workPaperWords[book.language].manifestSays, { files: model.manifest.files })
  return [
    ...paragraph(set, [{ text: words.manifestHash, style: small }], { width }),
    ...paragraph(set, [{ text: grouped(model.manifest.sha256), style: style(7.8, INK.text, 'mono') }], {
      width,
      before: 1 * MM,
    }),
    ...paragraph(set, [{ text: says, style: small }], { width, before: 1 * MM }),
  ]
}
