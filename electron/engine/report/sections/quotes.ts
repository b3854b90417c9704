import { exhibitWords } from '../../../../shared/messages/report-exhibit.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { summaryWords } from '../../../../shared/messages/report-summary.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import { type Book, exhibitName, momentOf } from './book.ts'
import { wordsOf } from './words-of.ts'

/** Free text of whoever issues the report, as it was typed, with its author. */
export function* ownWords(book: Book, text: string): Generator<Piece> {
  const { set, model } = book
  for (const [index, part] of text
    .trim()
    .split(/\n\s*\n/)
    .entries()) {
    yield* paragraph(set, [{ text: part, style: style(9.6) }], {
      x: 5 * MM,
      bar: true,
      before: index === 0 ? 0 : 2 * MM,
    })
  }
  const author = model.details.examiner === '' ? wordsOf(book, exhibitWords).unnamed : model.details.examiner
  yield* paragraph(set, [{ text: author, style: style(8, INK.third) }], { x: 5 * MM, before: 1 * MM })
}

/** Notes as their authors wrote them, apart from the facts; long ones are cut here and stand in full in chapter 6. */
export function* examinersWords(book: Book, shown: number, quoted: number): Generator<Piece> {
  const words = wordsOf(book, summaryWords)
  const { set, model } = book
  yield* heading(set, words.words)
  const notes = model.exhibits.flatMap((exhibit) =>
    exhibit.notes.filter((note) => !note.removed).map((note) => ({ exhibit, note })),
  )
  const { interpretation } = model.options
  const own = interpretation.trim() !== '' && book.chapters.includes('readings')
  if (model.notesInCase === 0 && !own) {
    yield* body(set, words.wordsNone)
    return
  }
  yield* body(
    set,
    own ? `${words.wordsLead}${book.language === 'ja' ? '' : ' '}${words.wordsOwn}` : words.wordsLead,
  )
  for (const { exhibit, note } of notes.slice(0, shown)) {
    const last = note.revisions.at(-1)
    if (last === undefined) continue
    const cut = [...last.text].length > quoted
    const text = cut ? `${[...last.text].slice(0, quoted).join('')}${words.wordsInFull}` : last.text
    const [open, close] = book.language === 'ja' ? ['「', '」'] : ['“', '”']
    yield* paragraph(set, [{ text: `${open}${text}${close}`, style: style(9.2) }], {
      x: 5 * MM,
      before: 2.4 * MM,
      withNext: true,
    })
    const by = fill(wordsOf(book, exhibitWords).by, {
      author: last.author === '' ? wordsOf(book, exhibitWords).unnamed : last.author,
      when: momentOf(book, last.at),
    })
    yield* paragraph(set, [{ text: `${exhibitName(exhibit.number)}  ${by}`, style: style(8, INK.third) }], {
      x: 5 * MM,
    })
  }
  const more = notes.length - shown
  if (more > 0) yield* body(set, fill(words.wordsMore, { n: more }), { before: 2.4 * MM })
  const elsewhere = model.notesInCase - notes.length
  if (elsewhere > 0) yield* body(set, fill(words.wordsNotPrinted, { n: elsewhere }), { before: 2.4 * MM })
}
