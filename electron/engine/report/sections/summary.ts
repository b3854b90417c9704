import { MFA_STATES, OUTCOMES } from '../../../../shared/domain/sign-in.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { summaryWords } from '../../../../shared/messages/report-summary.ts'
import { mfaWords, outcomeWords } from '../../../../shared/messages/words.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK } from '../layout/sheet.ts'
import { answer, body, heading, list } from '../layout/text-blocks.ts'
import type { Span } from '../text/lines.ts'
import { type Book, filled, momentInWords } from './book.ts'
import { openChapter } from './chapters.ts'
import { questionIsCut } from './cover.ts'
import { sumPair } from './parts.ts'
import { examinersWords } from './quotes.ts'
import { whoTable, withoutMfaTable } from './summary-tables.ts'

const ANSWER_SIZE = 11

/** Chapter 1: the answer in plain words, then the counts behind it, then what people wrote, kept apart. */
export function* summary(book: Book): Generator<Piece> {
  const words = summaryWords[book.language]
  const { model, set } = book
  const { summary: facts } = model
  yield* openChapter(book, 'summary')
  yield* answer(set, answerParagraphs(book))
  if (questionIsCut(model.details.question)) {
    yield* heading(set, book.words.question)
    yield* body(set, model.details.question)
  }
  if (facts.withoutMfa.count > 0) yield* withoutMfaTable(book)
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
    yield* whoTable(book)
    yield* heading(set, words.facts)
    yield* list(set, factLines(book))
  }
  yield* examinersWords(book)
  yield* heading(set, words.cannotShow)
  yield* body(set, words.cannotShowText)
}

function answerParagraphs(book: Book): Span[][] {
  const words = summaryWords[book.language]
  const { summary: facts, sums } = book.model
  const base = style(ANSWER_SIZE)
  const alarm = style(ANSWER_SIZE, INK.fail, 'sans-strong')
  if (facts.listed === 0) {
    const none = facts.inCase === 0 ? words.nothing : fill(words.nothingListed, { inCase: facts.inCase })
    return [[{ text: none, style: base }]]
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
  const root = filled(
    rootCount === 0 ? words.rootNone : words.rootSome,
    {
      n: { strong: rootCount },
      success: facts.root.success,
      failure: facts.root.failure,
      notStated: facts.root['not-stated'],
    },
    base,
  )
  const space = { text: book.language === 'ja' ? '' : ' ', style: base }
  const paragraphs = [first, [...mfa, space, ...root]]
  const damaged = sums.partial + sums.failed + sums.reading
  if (damaged > 0) paragraphs.push(filled(words.damage, { n: damaged }, base))
  if (facts.listed !== facts.inCase) {
    paragraphs.push(filled(words.filtered, { listed: facts.listed, inCase: facts.inCase }, base))
  }
  return paragraphs
}

function factLines(book: Book): Span[][] {
  const words = summaryWords[book.language]
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
