import type { SampleItem } from '../../../../shared/domain/work-paper.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import { outcomeWords } from '../../../../shared/messages/words.ts'
import { commands } from '../layout/listing.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import type { PaperFacts } from '../model.ts'
import { type Book, grouped, number } from '../sections/book.ts'
import { monoCell, plainCell } from '../sections/parts.ts'
import { look } from '../sections/summary-tables.ts'
import { openPaperChapter } from './chapters.ts'
import { sampleCommand } from './commands.ts'
import { sampleTable } from './sample-table.ts'

const SIZE = 8.2

/** Chapter 5: how the sample was drawn, the records, where they stand, and what was concluded of each. */
export function* sample(book: Book, { paper }: PaperFacts): Generator<Piece> {
  const words = workPaperWords[book.language]
  const { items, strata } = paper.sample
  const { seed } = paper.settings.sample
  const { set } = book
  yield* openPaperChapter(book, 'sample')
  yield* body(set, words.sampleLead)
  if (items.length === 0) {
    yield* body(set, words.sampleNone, { before: 2.4 * MM })
    return
  }
  yield* paragraph(
    set,
    [
      {
        text: `${words.seed}${book.language === 'ja' ? '：' : ': '}`,
        style: style(9.2, undefined, 'sans-strong'),
      },
      { text: seed, style: style(8.8, undefined, 'mono') },
    ],
    { before: 2.4 * MM, verbatim: true },
  )
  yield* strataTable(book, strata)
  yield* body(set, words.sampleAgain, { before: 3 * MM, withNext: true })
  const drawn = strata.filter((stratum) => stratum.drawn > 0)
  yield* commands(
    set,
    drawn.map((stratum) => sampleCommand(seed, stratum)),
  )
  yield* heading(set, words.sampledRecords)
  const files = filesOf(items)
  yield* sampleTable(book, items, new Map([...files.keys()].map((path, index) => [path, index + 1])))
  yield* fileTable(book, files)
}

function* strataTable(book: Book, strata: PaperFacts['paper']['sample']['strata']): Generator<Piece> {
  const words = workPaperWords[book.language]
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  const columns = fillWidth([
    { width: 40 * MM, head: headSpans(words.stratum) },
    { width: 32 * MM, head: headSpans(words.inPopulation), align: 'right' as const },
    { width: 32 * MM, head: headSpans(words.drawn), align: 'right' as const },
    { width: 0, head: headSpans('') },
  ])
  const rows = strata.map(
    ({ outcome, population, drawn }): Row => ({
      cells: [
        plainCell(outcome === null ? words.allOutcomes : outcomeWords[book.language][outcome], SIZE),
        plainCell(number(population), SIZE),
        plainCell(number(drawn), SIZE),
        plainCell('', SIZE),
      ],
    }),
  )
  yield* table(book.set, columns, rows, look(book))
}

/** The files of the sampled records with their hashes, in order of path. */
function filesOf(items: readonly SampleItem[]): Map<string, string | null> {
  const files = new Map<string, string | null>()
  for (const { place } of items) if (place !== null) files.set(place.path, place.fileSha256)
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function* fileTable(book: Book, files: ReadonlyMap<string, string | null>): Generator<Piece> {
  const words = workPaperWords[book.language]
  yield* heading(book.set, words.sampleFiles)
  const columns = fillWidth([
    { width: 14 * MM, head: headSpans(book.words.item) },
    { width: 0, head: headSpans(words.file, 'SHA-256') },
  ])
  const rows = [...files].map(
    ([path, hash], index): Row => ({
      cells: [
        plainCell(`F-${index + 1}`, SIZE),
        {
          parts: [
            ...monoCell(path, 6.8).parts,
            ...monoCell(hash === null ? book.words.notStated : grouped(hash), 6.4).parts,
          ],
          verbatim: true,
        },
      ],
    }),
  )
  yield* table(book.set, columns, rows, look(book))
}
