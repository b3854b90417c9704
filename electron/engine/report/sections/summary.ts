import { MFA_STATES, OUTCOMES } from '../../../../shared/domain/sign-in.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { summaryWords } from '../../../../shared/messages/report-summary.ts'
import { mfaWords, outcomeWords } from '../../../../shared/messages/words.ts'
import { onePage } from '../layout/one-page.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK } from '../layout/sheet.ts'
import { answer, body, heading, list } from '../layout/text-blocks.ts'
import type { Span } from '../text/lines.ts'
import { type Book, filled, momentInWords } from './book.ts'
import { openChapter } from './chapters.ts'
import { integrityInShort } from './integrity.ts'
import { sumPair } from './parts.ts'
import { examinersWords } from './quotes.ts'
import { whoTable, withoutMfaTable } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const ANSWER_SIZE = 11

/** How much is told of each list: successes without MFA, names, the facts or not, notes, and letters of a note. */
interface Amount {
  readonly signIns: number
  readonly names: number
  readonly facts: boolean
  readonly notes: number
  readonly quoted: number
}

const NEXT_TO_NOTHING = { names: 0, facts: false, notes: 1, quoted: 80 } as const

/**
 * From much to little. The summary takes the most that fits on one page; what it does not tell stands in the other
 * chapters. The facts, which other chapters count again, go first.
 */
const AMOUNTS: readonly Amount[] = [
  ...[10, 9, 8, 7, 6].map((size) => amountOf(size, true)),
  ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((size) => amountOf(size, false)),
  ...[4, 3, 2, 1].map((signIns) => ({ ...NEXT_TO_NOTHING, signIns })),
  { ...NEXT_TO_NOTHING, signIns: 0, notes: 0 },
]

function amountOf(size: number, facts: boolean): Amount {
  const notes = Math.ceil(size * 0.8)
  return { signIns: size + 2, names: size, facts, notes, quoted: 80 + 22 * size }
}

/** One page for readers who read no other: the answer, the counts behind it, then what people wrote, kept apart. */
export function summary(book: Book): Generator<Piece> {
  return onePage(AMOUNTS, (amount) => toldWith(book, amount))
}

function* toldWith(book: Book, amount: Amount): Generator<Piece> {
  const words = wordsOf(book, summaryWords)
  const { model, set } = book
  const { summary: facts } = model
  yield* openChapter(book, 'summary')
  yield* answer(set, answerParagraphs(book))
  if (facts.withoutMfa.count > 0 && amount.signIns > 0) yield* withoutMfaTable(book, amount.signIns)
  if (facts.listed > 0) {
    const sum = (label: string, value: number) => ({ label, value })
    const total = sum(book.words.total, facts.listed)
    yield sumPair(
      book,
      {
        title: words.byOutcome,
        lines: OUTCOMES.map((state) => sum(outcomeWords[book.language][state], facts.outcomes[state])),
        total,
        verdict: null,
      },
      {
        title: words.byMfa,
        lines: MFA_STATES.map((state) => sum(mfaWords[book.language][state], facts.mfa[state])),
        total,
        verdict: null,
      },
    )
    if (amount.names > 0) yield* whoTable(book, amount.names)
    if (amount.facts) {
      yield* heading(set, words.facts)
      yield* list(set, factLines(book))
    }
  }
  yield* examinersWords(book, amount.notes, amount.quoted)
  yield* heading(set, words.cannotShow)
  yield* body(set, words.cannotShowText)
}

function answerParagraphs(book: Book): Span[][] {
  const words = wordsOf(book, summaryWords)
  const { summary: facts } = book.model
  const base = style(ANSWER_SIZE)
  const alarm = style(ANSWER_SIZE, INK.fail, 'sans-strong')
  if (facts.listed === 0) {
    const none = facts.inCase === 0 ? words.nothing : fill(words.nothingListed, { inCase: facts.inCase })
    return [[{ text: none, style: base }], ...reservations(book)]
  }
  const { success, failure } = facts.outcomes
  const first = filled(
    words.counts,
    {
      listed: { strong: facts.listed },
      success: { strong: success },
      failure: { strong: failure },
      notStated: { strong: facts.outcomes['not-stated'] },
    },
    base,
  )
  const { count } = facts.withoutMfa
  const mfa: Span[] =
    count === 0
      ? [{ text: words.mfaNone, style: base }]
      : [{ text: fill(words.mfaSome, { n: count }), style: alarm }]
  const rootCount = facts.root.success + facts.root.failure + facts.root['not-stated']
  const inCase = book.model.root
  const rootInCase = inCase.success + inCase.failure + inCase['not-stated']
  const rootFiltered = facts.listed !== facts.inCase && rootCount !== rootInCase
  const root = filled(
    rootFiltered ? words.rootFiltered : rootCount === 0 ? words.rootNone : words.rootSome,
    {
      n: { strong: rootCount },
      success: facts.root.success,
      failure: facts.root.failure,
      notStated: facts.root['not-stated'],
      all: { strong: rootInCase },
    },
    base,
  )
  const space = { text: book.language === 'ja' ? '' : ' ', style: base }
  const paragraphs = [first, [...mfa, space, ...root], ...reservations(book)]
  if (facts.listed !== facts.inCase) {
    paragraphs.push(filled(words.filtered, { listed: facts.listed, inCase: facts.inCase }, base))
  }
  return paragraphs
}

/** What the reader has to know of the numbers, also where there are none: damage, rules, validation. */
function reservations(book: Book): Span[][] {
  const words = wordsOf(book, summaryWords)
  const { partial, failed, reading } = book.model.sums
  const base = style(ANSWER_SIZE)
  const damaged = partial + failed + reading
  const space = book.language === 'ja' ? '' : ' '
  return [
    ...(damaged > 0 ? [filled(words.damage, { n: damaged }, base)] : []),
    [{ text: `${findingsInShort(book)}${space}${integrityInShort(book)}`, style: base }],
  ]
}

function findingsInShort(book: Book): string {
  const words = wordsOf(book, summaryWords)
  const { run, findings, left } = book.model.findings
  if (run === null) return words.findingsNever
  const of = (verdict: string) => findings.filter(({ row }) => row.verdict === verdict).length
  const n = findings.length + left
  return n === 0
    ? words.findingsNone
    : fill(words.findingsSome, { n, accepted: of('accepted'), dismissed: of('dismissed') })
}

function factLines(book: Book): Span[][] {
  const words = wordsOf(book, summaryWords)
  const { summary: facts } = book.model
  const named = facts.principals.filter((principal) => principal.name !== null).length
  const lines = [fill(words.factNames, { n: named }), fill(words.factAddresses, { n: facts.addresses })]
  if (facts.withoutAddress > 0) lines.push(fill(words.factNoAddress, { n: facts.withoutAddress }))
  lines.push(
    facts.hiddenFailures === 0 ? words.factHiddenNone : fill(words.factHidden, { n: facts.hiddenFailures }),
  )
  if (facts.first !== null && facts.last !== null) {
    const first = momentInWords(book, facts.first)
    lines.push(fill(words.factTimes, { first, last: momentInWords(book, facts.last) }))
  }
  return lines.map((text) => [{ text, style: style(9.2) }])
}
