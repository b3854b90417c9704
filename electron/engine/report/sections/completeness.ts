import type { SourceReason } from '../../../../shared/domain/source.ts'
import { sourceReasonWords } from '../../../../shared/messages/import.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { sourceWords } from '../../../../shared/messages/report-source.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { answer, body, heading } from '../layout/text-blocks.ts'
import type { ReportSums } from '../model.ts'
import { type Book, filled, itemName, momentInWords, number } from './book.ts'
import { openChapter } from './chapters.ts'
import { delivered } from './delivered.ts'
import { asSentence, troubleOf } from './items.ts'
import { monoCell, plainCell, type Sum, sumPair } from './parts.ts'
import { look } from './summary-tables.ts'
import { trailChanges } from './trail-changes.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.2
/** That nothing was lost on the way, each sum shown with its check. */
export function* completeness(book: Book): Generator<Piece> {
  const words = wordsOf(book, sourceWords)
  const { sums } = book.model
  yield* openChapter(book, 'completeness')
  const base = style(11)
  const counts = {
    found: { strong: sums.found },
    read: { strong: sums.read },
    partial: { strong: sums.partial },
    skipped: { strong: sums.skipped },
    failed: { strong: sums.failed },
  }
  const right = differences(sums).every((difference) => difference === 0)
  yield* answer(book.set, [
    filled(words.completeAnswer, counts, base),
    [{ text: right ? words.sumRight : words.sumWrong, style: base }],
  ])
  const [files, signIns, all, stored] = sumsOf(book)
  yield sumPair(book, files, signIns)
  yield sumPair(book, all, stored)
  yield* damaged(book)
  yield* reasons(book)
  yield* heading(book.set, words.firstLast)
  if (sums.first !== null && sums.last !== null) {
    const first = momentInWords(book, sums.first)
    yield* body(book.set, fill(words.firstLastText, { first, last: momentInWords(book, sums.last) }))
  }
  if (sums.withoutTime > 0) yield* body(book.set, fill(words.noTimes, { n: sums.withoutTime }), { before: 4 })
  yield* regions(book)
  yield* delivered(book)
  yield* trailChanges(book)
  yield* heading(book.set, words.notRead)
  yield* body(book.set, words.notReadText)
}

/** Total minus its parts, for each of the four sums; 0 where the sum is right. */
export function differences(sums: ReportSums): [number, number, number, number] {
  return [
    sums.found - (sums.read + sums.partial + sums.skipped + sums.failed + sums.reading),
    sums.signIns - (sums.indexed + sums.duplicates + sums.conflicts),
    sums.storedRows - (sums.indexed + sums.conflicts),
    sums.storedSightings - sums.signIns,
  ]
}

function sumsOf(book: Book): [Sum, Sum, Sum, Sum] {
  const words = wordsOf(book, sourceWords)
  const { sums } = book.model
  const [byFile, bySignIn, byRow, byPlace] = differences(sums)
  const line = (label: string, value: number) => ({ label, value })
  const verdict = (difference: number) =>
    difference === 0
      ? { text: words.checks, right: true }
      : { text: fill(words.differs, { n: difference }), right: false }
  const cut = sums.reading === 0 ? [] : [line(words.reading, sums.reading)]
  return [
    {
      title: words.files,
      lines: [
        line(words.read, sums.read),
        line(words.partial, sums.partial),
        line(words.skipped, sums.skipped),
        line(words.failed, sums.failed),
        ...cut,
      ],
      total: line(words.found, sums.found),
      verdict: verdict(byFile),
    },
    {
      title: words.signInRecords,
      lines: [
        line(words.indexed, sums.indexed),
        line(words.duplicates, sums.duplicates),
        line(words.conflicts, sums.conflicts),
      ],
      total: line(words.signInsFound, sums.signIns),
      verdict: verdict(bySignIn),
    },
    {
      title: words.allRecords,
      lines: [line(words.signInRecords, sums.signIns), line(words.otherRecords, sums.records - sums.signIns)],
      total: line(words.recordsRead, sums.records),
      verdict: null,
    },
    {
      title: words.stored,
      lines: [line(words.rowsStored, sums.storedRows)],
      total: line(words.placesStored, sums.storedSightings),
      verdict: verdict(byRow === 0 ? byPlace : byRow),
    },
  ]
}

function* damaged(book: Book): Generator<Piece> {
  const words = wordsOf(book, sourceWords)
  const files = book.model.sources.filter(({ status }) => status === 'partial' || status === 'reading')
  yield* heading(book.set, words.damaged)
  if (files.length === 0) {
    yield* body(book.set, words.noDamage)
    return
  }
  const columns = [
    { width: 13 * MM, head: headSpans(book.words.item) },
    { width: 66 * MM, head: headSpans(book.words.file) },
    { width: 0, head: headSpans(words.damage) },
    { width: 15 * MM, head: headSpans(words.kept), align: 'right' as const },
  ]
  const [item, file, kept, damage] = fillWidth(
    [columns[0], columns[1], columns[3], columns[2]].flatMap((c) => c ?? []),
  )
  const rows = files.map((source): Row => {
    const cause = source.status === 'reading' ? words.unfinished : troubleOf(book, source)
    return {
      cells: [
        plainCell(itemName(source.item), SIZE),
        monoCell(source.shownPath, 6.8),
        plainCell(`${cause}${book.language === 'ja' ? '' : ' '}${words.lost}`, SIZE),
        plainCell(number(source.records), SIZE),
      ],
    }
  })
  yield* table(
    book.set,
    [item, file, damage, kept].flatMap((column) => column ?? []),
    rows,
    look(book),
  )
}

function* reasons(book: Book): Generator<Piece> {
  const words = wordsOf(book, sourceWords)
  const counts = new Map<SourceReason, number>()
  for (const { status, reason } of book.model.sources) {
    if ((status === 'skipped' || status === 'failed') && reason !== null) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    }
  }
  if (counts.size === 0) return
  yield* heading(book.set, words.whySkipped)
  const rows = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(
      ([reason, n]): Row => ({
        cells: [
          plainCell(number(n), SIZE),
          plainCell(asSentence(sourceReasonWords[book.language][reason], book), SIZE),
        ],
      }),
    )
  const columns = fillWidth([
    { width: 18 * MM, head: headSpans(words.count), align: 'right' as const },
    { width: 0, head: headSpans(words.reason) },
  ])
  yield* table(book.set, columns, rows, look(book))
}

function* regions(book: Book): Generator<Piece> {
  const words = wordsOf(book, sourceWords)
  const { regions: found } = book.model.sums
  yield* heading(book.set, words.regions)
  const comma = book.language === 'ja' ? '、' : ', '
  const named = found.map(({ name, count }) => `${name ?? book.words.notStated} ${number(count)}`).join(comma)
  yield* body(book.set, fill(words.regionsText, { regions: named === '' ? book.words.none : named }))
  const { absent: missing, absentOfAccounts } = book.model.coverage
  if (missing.length > 0) {
    yield* body(book.set, fill(words.regionsMissing, { regions: missing.join(comma) }), { before: 4 })
  } else if (absentOfAccounts.length === 0) yield* body(book.set, words.regionsAllThere, { before: 4 })
  if (absentOfAccounts.length > 0) {
    const accounts = accountsLacking(book, Number.POSITIVE_INFINITY)
    yield* body(book.set, fill(words.regionsOfAccounts, { accounts }), { before: 4 })
  }
}

/** `111122223333: us-east-1, eu-north-1; …` of at most so many accounts. */
export function accountsLacking(book: Book, most: number): string {
  const { absentOfAccounts: all } = book.model.coverage
  const ja = book.language === 'ja'
  const named = all
    .slice(0, most)
    .map(({ account, regions }) => `${account}${ja ? '：' : ': '}${regions.join(ja ? '、' : ', ')}`)
  return [...named, ...(all.length > most ? ['…'] : [])].join(ja ? '／' : '; ')
}
