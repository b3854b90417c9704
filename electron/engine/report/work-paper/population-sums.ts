import { fill } from '../../../../shared/messages/report-fill.ts'
import { sourceWords } from '../../../../shared/messages/report-source.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import type { PaperFacts } from '../model.ts'
import type { Book } from '../sections/book.ts'
import type { Sum } from '../sections/parts.ts'

/** The sums that lead from files to the population, each with its check. */
export function populationSums(book: Book, { paper }: PaperFacts): [Sum, Sum, Sum, Sum] {
  const words = workPaperWords[book.language]
  const ledger = sourceWords[book.language]
  const { sums, sources } = book.model
  const { inPeriod, before, after, withoutTime } = paper.population
  const companions = sources.reduce((sum, source) => sum + source.companions, 0)
  const line = (label: string, value: number) => ({ label, value })
  const sum = (title: string, lines: Sum['lines'], total: Sum['total'], more = 0): Sum => {
    const difference = total.value - lines.reduce((all, { value }) => all + value, 0) || more
    const verdict =
      difference === 0
        ? { text: ledger.checks, right: true }
        : { text: fill(ledger.differs, { n: difference }), right: false }
    return { title, lines, total, verdict }
  }
  const cut = sums.reading === 0 ? [] : [line(ledger.reading, sums.reading)]
  return [
    sum(
      words.files,
      [
        line(ledger.read, sums.read),
        line(ledger.partial, sums.partial),
        line(ledger.skipped, sums.skipped),
        line(ledger.failed, sums.failed),
        ...cut,
      ],
      line(ledger.found, sums.found),
    ),
    {
      title: words.allRecords,
      lines: [
        line(words.signIns, sums.signIns),
        line(words.companions, companions),
        line(words.others, sums.records - sums.signIns - companions),
      ],
      total: line(ledger.recordsRead, sums.records),
      // What is left over has no count of its own to be checked against, but it cannot be less than nothing.
      verdict:
        sums.records - sums.signIns - companions < 0
          ? { text: fill(ledger.differs, { n: sums.records - sums.signIns - companions }), right: false }
          : null,
    },
    sum(
      words.signIns,
      [
        line(ledger.indexed, sums.indexed),
        line(ledger.duplicates, sums.duplicates),
        line(ledger.conflicts, sums.conflicts),
      ],
      line(ledger.signInsFound, sums.signIns),
      sums.storedSightings - sums.signIns,
    ),
    sum(
      words.stored,
      [
        line(words.inPeriod, inPeriod),
        line(words.before, before),
        line(words.after, after),
        line(words.withoutTime, withoutTime),
      ],
      line(ledger.rowsStored, sums.storedRows),
      sums.storedRows - sums.indexed - sums.conflicts,
    ),
  ]
}

/** True when every sum that can be checked is right. */
export function sumsAreRight(book: Book, facts: PaperFacts): boolean {
  return populationSums(book, facts).every(({ verdict }) => verdict === null || verdict.right)
}
