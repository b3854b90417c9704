import { exhibitWords } from '../../../../shared/messages/report-exhibit.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { summaryWords } from '../../../../shared/messages/report-summary.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import { type Book, exhibitName, momentOf } from './book.ts'

const SHOWN = 8
const QUOTED = 300

/** Notes as their authors wrote them, apart from the facts; long ones are cut here and stand in full in chapter 6. */
export function* examinersWords(book: Book): Generator<Piece> {
  const words = summaryWords[book.language]
  const { set, model } = book
  yield* heading(set, words.words)
  const notes = model.exhibits.flatMap((exhibit) =>
    exhibit.notes.filter((note) => !note.removed).map((note) => ({ exhibit, note })),
  )
  if (notes.length === 0) {
    yield* body(set, words.wordsNone)
    return
  }
  yield* body(set, words.wordsLead)
  for (const { exhibit, note } of notes.slice(0, SHOWN)) {
    const last = note.revisions.at(-1)
    if (last === undefined) continue
    const cut = [...last.text].length > QUOTED
    const text = cut ? `${[...last.text].slice(0, QUOTED).join('')}${words.wordsInFull}` : last.text
    const [open, close] = book.language === 'ja' ? ['「', '」'] : ['“', '”']
    yield* paragraph(set, [{ text: `${open}${text}${close}`, style: style(9.2) }], {
      x: 5 * MM,
      before: 2.4 * MM,
      withNext: true,
    })
    const by = fill(exhibitWords[book.language].by, {
      author: last.author === '' ? exhibitWords[book.language].unnamed : last.author,
      when: momentOf(book, last.at),
    })
    yield* paragraph(set, [{ text: `${exhibitName(exhibit.number)}  ${by}`, style: style(8, INK.third) }], {
      x: 5 * MM,
    })
  }
  const more = notes.length - SHOWN
  if (more > 0) yield* body(set, fill(words.wordsMore, { n: more }), { before: 2.4 * MM })
}
