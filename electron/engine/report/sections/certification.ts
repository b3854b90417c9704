import { controlWords } from '../../../../shared/messages/report-control.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import type { Item, Piece } from '../layout/piece.ts'
import { inNode, lineItems, style } from '../layout/setter.ts'
import { BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { leaf } from '../layout/struct-node.ts'
import { list, paragraph } from '../layout/text-blocks.ts'
import type { Book } from './book.ts'
import { openChapter } from './chapters.ts'
import { differences } from './completeness.ts'
import { framed } from './parts.ts'
import { wordsOf } from './words-of.ts'

/**
 * Text that may support a certification under Rules 902(13) and (14) of the US Federal Rules of Evidence. It says what
 * counsel has to decide, leaves open what the program cannot know, and states nothing that the case does not show.
 */
export function* certification(book: Book): Generator<Piece> {
  const words = wordsOf(book, controlWords)
  const { set, model } = book
  const { details, tool, reportId, sums, manifest } = model
  yield* openChapter(book, 'certification')
  const notice = [{ text: words.certNotice, style: style(9.2, INK.fail, 'sans-strong') }]
  yield framed(paragraph(set, notice, { width: BODY_WIDTH - 8 * MM }), 0)
  const blank = '____________________'
  const orBlank = (stated: string) => (stated === '' ? blank : stated)
  yield* paragraph(
    set,
    [{ text: fill(words.certWho, { who: orBlank(details.examiner) }), style: style(9.6) }],
    { before: 6 * MM },
  )
  const right = differences(sums).every((difference) => difference === 0)
  const none = manifest.unhashed
  const unhashed =
    none === 0 ? '' : `${fill(words.certUnhashed, { n: none })}${book.language === 'ja' ? '' : ' '}`
  const points = [
    fill(words.certQualified, {
      role: orBlank(details.examinerRole),
      qualification: orBlank(details.examinerQualification),
    }),
    fill(words.certProcess, {
      report: reportId,
      tool: `${tool.name} ${tool.version}`,
      files: sums.found,
      sums: right ? words.certSums : words.certSumsWrong,
      // A chapter that was left out holds no commands to point at.
      repeat: model.options.leaveOut.includes('repeat') ? '' : words.certRepeat,
    }),
    fill(words.certCopies, { hash: manifest.sha256, unhashed }),
  ]
  yield { height: 2 * MM, before: 0, items: [] }
  yield* list(
    set,
    points.map((text) => [{ text, style: style(9.6) }]),
    { numbered: true },
  )
  yield* paragraph(set, [{ text: words.certPerjury, style: style(9.6) }], { before: 4 * MM, withNext: true })
  yield signLine(book, [words.certSign, words.certName])
}

function signLine(book: Book, labels: readonly string[]): Piece {
  const half = (BODY_WIDTH - 12 * MM) / 2
  const items = labels.flatMap((label, index): Item[] => {
    const x = index * (half + 12 * MM)
    const spans = [{ text: label, style: style(8, INK.third) }]
    const [line] = book.set.lines(spans, half)
    const rule: Item = { kind: 'box', x, y: 14 * MM, width: half, height: 0.3 * MM, color: INK.second }
    return line === undefined
      ? [rule]
      : [rule, ...inNode(leaf('P', null, spans), lineItems(line, x, 15.4 * MM, 12))]
  })
  return { height: 15.4 * MM + 12, before: 4 * MM, items }
}
