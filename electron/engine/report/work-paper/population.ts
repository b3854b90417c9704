import type { IntegrityVerdict } from '../../../../shared/domain/integrity.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import type { PaperFacts } from '../model.ts'
import { type Book, momentInWords, momentOf, number } from '../sections/book.ts'
import { total } from '../sections/integrity.ts'
import { troubleOf } from '../sections/items.ts'
import { monoCell, plainCell, sumPair } from '../sections/parts.ts'
import { look } from '../sections/summary-tables.ts'
import { openPaperChapter } from './chapters.ts'
import { populationSums } from './population-sums.ts'
import { signInRegions } from './sign-in-regions.ts'

const SIZE = 8.2
/** Less than a day is what whole days add to the first and the last record. */
const DAY = 86_400
const NEXT = { before: 2.4 * MM }

/** Chapter 3: that the population is all there is, and where that is not known. */
export function* population(book: Book, facts: PaperFacts): Generator<Piece> {
  const words = workPaperWords[book.language]
  const { withoutTime } = facts.paper.population
  const [files, records, signIns, stored] = populationSums(book, facts)
  yield* openPaperChapter(book, 'population')
  yield* body(book.set, words.populationLead)
  yield* besidePeriod(book, facts)
  yield sumPair(book, files, records)
  yield sumPair(book, signIns, stored)
  if (withoutTime > 0) yield* body(book.set, fill(words.withoutTimeNote, { n: withoutTime }), NEXT)
  yield* troubled(book)
  yield* integrity(book, facts)
  yield* signInRegions(book)
}

/** Where the period reaches beyond the records of the case: an empty stretch of it is no proof of anything. */
function* besidePeriod(book: Book, { paper }: PaperFacts): Generator<Piece> {
  const words = workPaperWords[book.language]
  const { from, to } = paper.settings
  const { archiveFirst: first, archiveLast: last } = paper.population
  const moment = (seconds: number) => momentInWords(book, seconds)
  if (first === null || last === null) {
    yield* body(book.set, words.periodNoRecords, NEXT)
    return
  }
  yield* body(book.set, fill(words.periodRecords, { first: moment(first), last: moment(last) }), NEXT)
  if (first - from > DAY) yield* body(book.set, fill(words.periodBefore, { from: moment(from) }), NEXT)
  if (to - last > DAY) yield* body(book.set, fill(words.periodAfter, { to: moment(to) }), NEXT)
}

function* troubled(book: Book): Generator<Piece> {
  const words = workPaperWords[book.language]
  const bad = book.model.sources.filter(
    ({ status }) => status === 'partial' || status === 'failed' || status === 'reading',
  )
  yield* heading(book.set, words.troubled)
  if (bad.length === 0) {
    yield* body(book.set, words.wholeNote)
    return
  }
  yield* body(book.set, fill(words.damagedNote, { n: bad.length }))
  const columns = fillWidth([
    { width: 70 * MM, head: headSpans(book.words.file) },
    { width: 74 * MM, head: headSpans(book.words.condition) },
    { width: 0, head: headSpans(book.words.records), align: 'right' as const },
  ])
  const rows = bad.map(
    (source): Row => ({
      cells: [
        monoCell(source.shownPath, 6.8),
        plainCell(troubleOf(book, source), SIZE),
        plainCell(number(source.records), SIZE),
      ],
    }),
  )
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  yield* table(book.set, columns, rows, look(book))
}

function* integrity(book: Book, { integrity: run }: PaperFacts): Generator<Piece> {
  const words = workPaperWords[book.language]
  yield* heading(book.set, words.integrity)
  if (run === null) {
    yield* body(book.set, words.integrityNone)
    return
  }
  const { summary, outdated } = run
  const bare = total(summary.digests) === 0
  const says = bare ? words.summaryNoDigests : summary.holds ? words.integrityHolds : words.integrityFails
  const ink = summary.holds && !bare ? INK.text : INK.fail
  yield* paragraph(book.set, [
    { text: fill(says, { moment: momentOf(book, run.at) }), style: style(9.2, ink, 'sans-strong') },
  ])
  if (outdated) yield* body(book.set, words.integrityOutdated, NEXT)
  const levels = summary.logsAtLeast
  yield* body(
    book.set,
    fill(words.integrityLogs, {
      ...verdicts(summary.logs),
      hash: levels.hash,
      chain: levels.chain,
      signature: levels.signature,
    }),
    NEXT,
  )
  yield* body(book.set, fill(words.integrityDigests, verdicts(summary.digests)), NEXT)
  if (summary.gaps.length > 0) {
    yield* body(book.set, fill(words.integrityGaps, { n: summary.gaps.length }), NEXT)
  }
}

function verdicts(counts: Readonly<Record<IntegrityVerdict, number>>): Record<string, number> {
  return {
    valid: counts.valid,
    invalid: counts.invalid,
    missing: counts.missing,
    unsure: counts['not-authenticated'],
    unchecked: counts['not-checked'],
  }
}
