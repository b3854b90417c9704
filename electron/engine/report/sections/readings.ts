import { verdictWords } from '../../../../shared/messages/detections.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { reportFindingsWords } from '../../../../shared/messages/report-findings.ts'
import { ruleWords } from '../../../../shared/messages/rule-words.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import type { ReportFinding } from '../model.ts'
import { type Book, momentOf } from './book.ts'
import { openChapter } from './chapters.ts'
import { numberedFindings } from './findings.ts'
import { ownWords } from './quotes.ts'
import { wordsOf } from './words-of.ts'

/** How the facts can be read: the examiner's words, other explanations, and what each rule takes them for. */
export function* readings(book: Book): Generator<Piece> {
  const words = wordsOf(book, reportFindingsWords)
  const { set, model } = book
  const { interpretation, alternatives } = model.options
  yield* openChapter(book, 'readings')
  yield* body(set, words.readingsLead)
  yield* heading(set, words.interpretation)
  if (interpretation.trim() === '') yield* body(set, words.interpretationNone)
  else yield* ownWords(book, interpretation)
  yield* heading(set, words.alternatives)
  const numbered = numberedFindings(book)
  if (alternatives.trim() !== '') yield* ownWords(book, alternatives)
  else yield* body(set, numbered.length === 0 ? words.alternativesNone : words.alternativesOfRules)
  if (numbered.length === 0) return
  yield* heading(set, words.byRule)
  yield* body(set, words.byRuleLead, { withNext: true })
  const rules = [...new Set(numbered.map(({ finding }) => finding.row.rule))]
  for (const rule of rules) {
    yield* oneRule(
      book,
      numbered.filter(({ finding }) => finding.row.rule === rule),
    )
  }
}

/** What a rule looks for and when that is harmless, once; then what was concluded of each of its findings. */
function* oneRule(
  book: Book,
  group: readonly { readonly number: number; readonly finding: ReportFinding }[],
): Generator<Piece> {
  const words = wordsOf(book, reportFindingsWords)
  const { set, language } = book
  const [first] = group
  if (first === undefined) return
  const { row, attack, source } = first.finding
  const { title, looks, reason, harmless } = ruleWords[language][row.rule]
  yield* paragraph(
    set,
    [
      { text: title, style: style(9.8, INK.text, 'sans-strong') },
      { text: `  ${row.rule}`, style: style(7.4, INK.third, 'mono') },
    ],
    { before: 4.4 * MM, withNext: true, role: 'H4' },
  )
  const lines = [
    fill(words.looks, { text: looks }),
    fill(words.why, { text: reason }),
    fill(words.harmless, { text: harmless }),
    fill(words.technique, { ids: attack.join(', '), source: source ?? words.own }),
  ]
  for (const [index, text] of lines.entries()) {
    yield* paragraph(set, [{ text, style: style(8.8, index === 2 ? INK.text : INK.second) }], {
      before: 0.8 * MM,
      withNext: true,
    })
  }
  for (const { number, finding } of group) {
    const concluded = conclusions(book, finding)
    const texts = concluded.length === 0 ? [words.notConcluded] : concluded
    for (const text of texts) {
      const name = { text: `F-${number}  `, style: style(9.2, INK.accent, 'sans-strong') }
      yield* paragraph(set, [name, { text, style: style(9.2) }], { x: 5 * MM, bar: true, before: 2 * MM })
    }
  }
}

function conclusions(book: Book, { judgements, notes }: ReportFinding): string[] {
  const words = wordsOf(book, reportFindingsWords)
  const by = (author: string) => (author === '' ? words.unnamed : author)
  return [
    ...judgements.map(({ verdict, reason, author, at }) => {
      const values = {
        who: by(author),
        when: momentOf(book, at),
        verdict: verdictWords[book.language][verdict],
      }
      return reason === '' ? fill(words.concluded, values) : fill(words.withReason, { ...values, reason })
    }),
    ...notes.map(({ text, author, changedAt }) =>
      fill(words.note, { who: by(author), when: momentOf(book, changedAt), text }),
    ),
  ]
}
