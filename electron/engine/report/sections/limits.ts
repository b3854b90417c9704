import { fill } from '../../../../shared/messages/report-fill.ts'
import { limitsWords } from '../../../../shared/messages/report-limits.ts'
import { eventWord } from '../../../../shared/messages/words.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { MM } from '../layout/sheet.ts'
import { fillWidth, type Row, table } from '../layout/table.ts'
import { body, heading } from '../layout/text-blocks.ts'
import { escapeOf } from '../text/escape.ts'
import { ESCAPE_COLOR } from '../text/marks.ts'
import { type Book, filled, momentInWords } from './book.ts'
import { openChapter } from './chapters.ts'
import { accountsLacking } from './completeness.ts'
import { total } from './integrity.ts'
import { plainCell, spansCell, strongCell } from './parts.ts'
import { look } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.4
const NAMES_SHOWN = 8

/** A limit that applies, or the name of one that was looked for and does not. */
type Limit = readonly [label: string, text: string] | string

/** What this archive cannot show, as its own records and files say. */
export function* limits(book: Book): Generator<Piece> {
  const words = wordsOf(book, limitsWords)
  const { set } = book
  const found = limitsOf(book)
  yield* openChapter(book, 'limits')
  yield* body(set, words.lead, { withNext: true })
  const columns = fillWidth([{ width: 34 * MM }, { width: 0 }])
  const rows = found
    .filter((limit) => typeof limit !== 'string')
    .map(([label, text]): Row => ({ cells: [strongCell(label, SIZE), plainCell(text, SIZE)] }))
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  yield* table(set, columns, [...rows, escapesRow(book)], look(book))
  const notMet = found.filter((limit) => typeof limit === 'string')
  if (notMet.length === 0) return
  yield* heading(set, words.notMet)
  const list = notMet.join(book.language === 'ja' ? '、' : '; ')
  yield* body(set, fill(words.notMetText, { list }))
}

function escapesRow(book: Book): Row {
  const words = wordsOf(book, limitsWords)
  const sample = escapeOf(0x202e)
  const spans = filled(words.escapesText, { sample }, style(SIZE)).map((span) =>
    span.text === sample ? { ...span, style: style(SIZE, ESCAPE_COLOR) } : span,
  )
  return { cells: [strongCell(words.escapes, SIZE), spansCell(spans)] }
}

function limitsOf(book: Book): Limit[] {
  const words = wordsOf(book, limitsWords)
  const { limits: facts, sums, coverage, addressData } = book.model
  const counted = (n: number, label: string, text: string, otherwise: string): Limit =>
    n > 0 ? [label, fill(text, { n })] : otherwise
  const { hidden, federated, conflicts, withoutTime, withAddress } = facts
  const otherForms = book.model.sources.filter(({ reason }) => reason === 'form-not-known')
  return [
    [words.person, words.personText],
    counted(hidden, words.hidden, words.hiddenText, words.hiddenNot),
    counted(federated, words.federated, words.federatedText, words.federatedNot),
    ...some(facts.failedWithoutMfa, (n) => [words.failed, fill(words.failedText, { n })]),
    facts.beforeRootFailures > 0 && sums.first !== null
      ? [
          words.root,
          fill(words.rootText, { n: facts.beforeRootFailures, first: momentInWords(book, sums.first) }),
        ]
      : words.rootNot,
    ...some(facts.consoleSessions, (n) => [words.sessionEnd, fill(words.sessionEndText, { n })]),
    [words.after, words.afterText],
    regionsLimit(book),
    [words.regionMeaning, words.regionMeaningText],
    ...some(withAddress, (n) => [
      words.address,
      addressData === null
        ? fill(words.addressText, { n })
        : fill(words.addressLookedUp, { n, data: addressData }),
    ]),
    [words.delivery, delivery(book)],
    genuine(book),
    counted(sums.partial + sums.failed + sums.reading, words.damaged, words.damagedText, words.damagedNot),
    ...some(facts.readBefore, (n) => [words.readBefore, fill(words.readBeforeText, { n })]),
    counted(otherForms.length, words.otherForm, words.otherFormText, words.otherFormNot),
    counted(conflicts, words.conflicts, words.conflictsText, words.conflictsNot),
    counted(withoutTime, words.times, words.timesText, words.timesNot),
    counted(coverage.unplaced, words.unplaced, words.unplacedText, words.unplacedNot),
    unknown(book),
    counted(facts.outcomeNotStated, words.notStated, words.notStatedText, words.notStatedNot),
  ]
}

function some(n: number, make: (n: number) => Limit): Limit[] {
  return n > 0 ? [make(n)] : []
}

/** Regions that are absent from the whole case, and those absent from one account of it. */
function regionsLimit(book: Book): Limit {
  const words = wordsOf(book, limitsWords)
  const { absent, absentOfAccounts } = book.model.coverage
  const texts = [
    ...(absent.length > 0
      ? [fill(words.regionsText, { regions: absent.join(book.language === 'ja' ? '、' : ', ') })]
      : []),
    ...(absentOfAccounts.length > 0
      ? [fill(words.regionsOfAccounts, { accounts: accountsLacking(book, NAMES_SHOWN) })]
      : []),
  ]
  return texts.length === 0
    ? words.regionsNot
    : [words.regions, texts.join(book.language === 'ja' ? '' : ' ')]
}

function delivery(book: Book): string {
  const words = wordsOf(book, limitsWords)
  const { delay } = book.model.coverage
  if (delay === null) return words.deliveryText
  const [median, p95, longest] = [delay.median, delay.p95, delay.longest].map((seconds) =>
    fill(words.minutes, { n: Math.max(0, Math.ceil(seconds / 60)) }),
  )
  return (
    words.deliveryText +
    fill(words.deliveryMeasured, { median: median ?? '', p95: p95 ?? '', longest: longest ?? '' })
  )
}

function genuine(book: Book): Limit {
  const words = wordsOf(book, limitsWords)
  const { run } = book.model.integrity
  if (run === null) return [words.genuine, words.genuineNever]
  const { digests, logs, logsAtLeast } = run.summary
  if (total(digests) === 0) return [words.genuine, words.genuineNoDigests]
  const unsigned = total(logs) - logsAtLeast.signature
  const texts = [
    ...(unsigned > 0 ? [fill(words.genuinePart, { n: unsigned, logs: total(logs) })] : []),
    ...(run.outdated ? [words.genuineOutdated] : []),
  ]
  return texts.length === 0
    ? words.genuineNot
    : [words.genuine, texts.join(book.language === 'ja' ? '' : ' ')]
}

/** Names that have no words here stand as they are; a new kind of event may mean something new. */
function unknown(book: Book): Limit {
  const words = wordsOf(book, limitsWords)
  const names = book.model.limits.eventNames.filter(({ name }) => eventWord(book.language, name) === name)
  const n = names.reduce((sum, { count }) => sum + count, 0)
  if (n === 0) return words.unknownNot
  const shown = names.slice(0, NAMES_SHOWN).map(({ name }) => name)
  if (names.length > NAMES_SHOWN) shown.push('…')
  return [words.unknown, fill(words.unknownText, { n, names: shown.join(', ') })]
}
