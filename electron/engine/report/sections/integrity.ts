import type { IntegrityCheck, IntegrityReason, IntegrityRun } from '../../../../shared/domain/integrity.ts'
import { integrityReasonWords, integrityVerdictWords } from '../../../../shared/messages/integrity.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { reportIntegrityWords } from '../../../../shared/messages/report-integrity.ts'
import type { ReasonTally } from '../archive-facts.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { answer, body, footnote, heading } from '../layout/text-blocks.ts'
import { type Book, itemName, momentOf, number } from './book.ts'
import { openChapter } from './chapters.ts'
import { gapTable } from './gap-table.ts'
import { keyTable, levelTable, verdictTable } from './integrity-tables.ts'
import { rangesOf } from './item-ranges.ts'
import { monoCell, plainCell } from './parts.ts'
import { look } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.2
/** Files between which lie others are named so often; the case file names all. */
const RANGES_NAMED = 500

/** Reasons that take nothing from a verdict. */
const WORTH_KNOWING: ReadonlySet<IntegrityReason> = new Set([
  'place-not-checkable',
  'copy',
  'starting-digest',
  'begins-before-import',
  'no-log-files',
  'signature-from-sidecar',
])

/** What came of validating the log files with digest files, or that it was not done. */
export function* integrity(book: Book): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  const { set, model } = book
  const { run } = model.integrity
  yield* openChapter(book, 'integrity')
  if (run === null) {
    yield* answer(set, [[{ text: words.never, style: style(10.4) }]])
    return
  }
  const { summary } = run
  const ink = summary.holds ? INK.text : INK.fail
  yield* answer(set, [
    [{ text: outcome(book, run), style: style(10.4, ink) }],
    ...(run.outdated ? [[{ text: words.outdated, style: style(10.4, INK.fail, 'sans-strong') }]] : []),
  ])
  const who = run.author === '' ? words.unnamed : run.author
  yield* body(set, fill(words.ran, { when: momentOf(book, run.at), who }), { before: 3 * MM })
  yield* verdictTable(book, summary)
  yield* levelTable(book, summary)
  yield* keyTable(book, summary)
  yield* failing(book)
  yield* unlistedLogs(book)
  yield* reasons(book)
  yield* gapTable(book, summary)
  yield* footnote(set, words.meaning)
}

/** The result in a sentence. */
function outcome(book: Book, run: IntegrityRun): string {
  const { summary } = run
  const words = wordsOf(book, reportIntegrityWords)
  const { logs, digests, logsAtLeast } = summary
  if (total(digests) === 0) return words.noDigests
  const counts = { logs: total(logs), hash: logsAtLeast.hash, signature: logsAtLeast.signature }
  if (summary.holds) return fill(words.holds, counts)
  const failed = failures(book, run)
  return fill(isOnlyUnsure(failed) ? words.failsUnsure : words.fails, { ...counts, ...failed })
}

/** Files that fail, by verdict: one that no digest lists was not compared, which is not the same as changed. */
function failures(book: Book, { summary }: IntegrityRun) {
  const of = (verdict: 'invalid' | 'missing') =>
    summary.digests[verdict] + summary.logs[verdict] + summary.lake[verdict]
  const [invalid, missing] = [of('invalid'), of('missing')]
  const { failingTotal, unlisted } = book.model.integrity
  return { invalid, missing, unsure: failingTotal + unlisted.length - invalid - missing }
}

function isOnlyUnsure({ invalid, missing }: { readonly invalid: number; readonly missing: number }) {
  return invalid === 0 && missing === 0
}

/** The same for readers of the summary, shorter. */
export function integrityInShort(book: Book): string {
  const words = wordsOf(book, reportIntegrityWords)
  const { run } = book.model.integrity
  if (run === null) return words.summaryNever
  const { logs, digests, logsAtLeast, holds } = run.summary
  const said =
    total(digests) === 0
      ? words.summaryNoDigests
      : holds
        ? fill(words.summaryHolds, {
            logs: total(logs),
            hash: logsAtLeast.hash,
            signature: logsAtLeast.signature,
          })
        : fill(
            isOnlyUnsure(failures(book, run)) ? words.summaryUnsure : words.summaryFails,
            failures(book, run),
          )
  return run.outdated ? `${said}${book.language === 'ja' ? '' : ' '}${words.summaryOutdated}` : said
}

export function total(verdicts: Readonly<Record<string, number>>): number {
  return Object.values(verdicts).reduce((sum, n) => sum + n, 0)
}

function* failing(book: Book): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  const { failing: files, failingTotal, unlisted } = book.model.integrity
  if (files.length === 0) {
    if (unlisted.length > 0) return
    yield* heading(book.set, words.failing)
    yield* body(book.set, words.failingNone)
    return
  }
  yield* heading(book.set, words.failing)
  const columns = fillWidth([
    { width: 13 * MM, head: headSpans(book.words.item) },
    { width: 82 * MM, head: headSpans(words.object) },
    { width: 0, head: headSpans(words.verdict) },
  ])
  const items = new Map(book.model.sources.map((source) => [source.id, source]))
  const rows = files.map((check): Row => {
    const source = items.get(check.sourceId ?? 0)
    const item = source === undefined ? '' : itemName(source.item)
    const name = source?.shownPath ?? check.object
    return { cells: [plainCell(item, SIZE), monoCell(name, 6.8), verdictCell(book, check)] }
  })
  yield* table(book.set, columns, rows, look(book))
  const more = failingTotal - files.length
  if (more > 0) yield* body(book.set, fill(words.failingMore, { n: more }), { before: 1.6 * MM })
}

/** Log files that nothing states a hash of: by number, because there may be thousands with the same to say. */
function* unlistedLogs(book: Book): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  const { unlisted } = book.model.integrity
  if (unlisted.length === 0) return
  const wanted = new Set(unlisted)
  const ranges = rangesOf(book.model.sources.filter(({ id }) => wanted.has(id)).map(({ item }) => item))
  const named = ranges
    .slice(0, RANGES_NAMED)
    .map(([first, last]) =>
      first === last
        ? itemName(first)
        : fill(words.itemRange, { first: itemName(first), last: itemName(last) }),
    )
  const items = named.join(book.language === 'ja' ? '、' : ', ')
  const more = ranges.slice(RANGES_NAMED).reduce((sum, [first, last]) => sum + last - first + 1, 0)
  yield* heading(book.set, words.unlisted)
  yield* body(book.set, fill(words.unlistedLogs, { n: unlisted.length, items }))
  if (more > 0) yield* body(book.set, fill(words.unlistedMore, { n: more }), { before: 1.6 * MM })
}

function verdictCell(book: Book, { verdict, reasons: why, detail, awsWords }: IntegrityCheck) {
  const verdicts = integrityVerdictWords[book.language]
  const said = integrityReasonWords[book.language]
  const quiet = [detail, awsWords].filter((text) => text !== null)
  return {
    parts: [
      [{ text: verdicts[verdict], style: style(SIZE, INK.fail, 'sans-strong') }],
      ...why.map((reason) => [{ text: said[reason], style: style(SIZE) }]),
      ...quiet.map((text) => [{ text, style: style(6.4, INK.second, 'mono') }]),
    ],
  }
}

function* reasons(book: Book): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  const { reasons: all } = book.model.integrity
  const unsure = all.filter(({ verdict, reason }) => verdict !== 'valid' && !WORTH_KNOWING.has(reason))
  const worth = merged(all.filter((tally) => !unsure.includes(tally)))
  yield* heading(book.set, words.unsure)
  if (unsure.length === 0) yield* body(book.set, words.unsureNone)
  else yield* reasonTable(book, merged(unsure))
  if (worth.length === 0) return
  yield* heading(book.set, words.worth)
  yield* reasonTable(book, worth)
}

/** One line for a reason of a kind of files, whatever their verdict. */
function merged(tallies: readonly ReasonTally[]): ReasonTally[] {
  const lines = new Map<string, ReasonTally>()
  for (const tally of tallies) {
    const key = `${tally.kind} ${tally.reason}`
    const known = lines.get(key)
    lines.set(key, known === undefined ? tally : { ...known, count: known.count + tally.count })
  }
  return [...lines.values()]
}

function* reasonTable(book: Book, tallies: readonly ReasonTally[]): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  const said = integrityReasonWords[book.language]
  const columns = fillWidth([
    { width: 16 * MM, head: headSpans(words.count), align: 'right' as const },
    { width: 34 * MM, head: headSpans(words.sort) },
    { width: 0, head: headSpans(words.reason) },
  ])
  const rows = tallies.map(
    ({ kind, reason, count }): Row => ({
      cells: [plainCell(number(count), SIZE), plainCell(words[kind], SIZE), plainCell(said[reason], SIZE)],
    }),
  )
  yield* table(book.set, columns, rows, look(book))
}
