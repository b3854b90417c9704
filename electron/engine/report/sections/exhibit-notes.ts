import type { NoteRevision } from '../../../../shared/domain/note.ts'
import { exhibitWords } from '../../../../shared/messages/report-exhibit.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { heading, paragraph } from '../layout/text-blocks.ts'
import type { Exhibit, ExhibitNote } from '../model.ts'
import { type Book, momentOf } from './book.ts'
import { wordsOf } from './words-of.ts'

/** The notes on an exhibit, with every wording; a note that was removed is named, its text stays in the case file. */
export function* exhibitNotes(book: Book, exhibit: Exhibit): Generator<Piece> {
  const words = wordsOf(book, exhibitWords)
  const { set } = book
  yield* heading(set, words.notes, undefined, 'H4')
  yield* paragraph(set, [{ text: words.noteLead, style: style(8, INK.third) }], { withNext: true })
  for (const [index, note] of exhibit.notes.entries()) {
    if (note.removed) yield* removedNote(book, note, index + 1)
    else yield* standingNote(book, note, index + 1)
  }
}

function* standingNote(book: Book, note: ExhibitNote, number: number): Generator<Piece> {
  const words = wordsOf(book, exhibitWords)
  const { set } = book
  const wordings = note.revisions.filter((revision, index) => {
    return index === 0 || revision.text !== note.revisions[index - 1]?.text
  })
  const last = wordings.at(-1)
  if (last === undefined) return
  const label = fill(words.note, { number, revision: last.revision })
  yield* paragraph(set, [{ text: last.text, style: style(9.6) }], { x: 5 * MM, bar: true, before: 2.6 * MM })
  yield* paragraph(set, [{ text: `${label}  ${byLine(book, last)}`, style: style(8, INK.third) }], {
    x: 5 * MM,
    before: 1 * MM,
  })
  for (const revision of wordings.slice(0, -1).reverse()) {
    const lead = `${words.earlier} (${revision.revision}), ${byLine(book, revision)}: `
    yield* paragraph(
      set,
      [
        { text: lead, style: style(8, INK.third) },
        { text: revision.text, style: style(8, INK.second) },
      ],
      { x: 5 * MM, before: 1.2 * MM },
    )
  }
}

function removedNote(book: Book, note: ExhibitNote, number: number): Piece[] {
  const words = wordsOf(book, exhibitWords)
  const last = note.revisions.at(-1)
  if (last === undefined) return []
  const text = fill(words.removed, { number, author: byLine(book, last) })
  return paragraph(book.set, [{ text, style: style(8, INK.second) }], { x: 5 * MM, before: 2.6 * MM })
}

function byLine(book: Book, revision: NoteRevision): string {
  const words = wordsOf(book, exhibitWords)
  const author = revision.author === '' ? words.unnamed : revision.author
  return fill(words.by, { author, when: momentOf(book, revision.at) })
}
