import { exhibitWords } from '../../../../shared/messages/report-exhibit.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { sourceWords } from '../../../../shared/messages/report-source.ts'
import type { Piece } from '../layout/piece.ts'
import { INK, MM } from '../layout/sheet.ts'
import { body, heading } from '../layout/text-blocks.ts'
import type { Exhibit } from '../model.ts'
import { type Book, grouped, itemName } from './book.ts'
import { cutCommand, TAKEN_OUT } from './cut-command.ts'
import { factTable, monoCell, plainCell } from './parts.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.4
const SHOWN_PLACES = 6

/** Where the record is: file, place, hashes, and the command that checks it; then the other places in short. */
export function* whereItIs(book: Book, exhibit: Exhibit): Generator<Piece> {
  const words = wordsOf(book, exhibitWords)
  yield* heading(book.set, words.whereIs, undefined, 'H4')
  const [main, ...others] = exhibit.places
  const none = plainCell(book.words.notStated, SIZE, INK.third)
  const hash = (value: string | null) => (value === null ? none : monoCell(grouped(value)))
  if (main === undefined) {
    yield* factTable(book, [[words.hashRecord, hash(exhibit.rawSha256)]], SIZE, 1.2 * MM)
    return
  }
  const where = main.contentSha256 === null ? words.content : placeWords(book, exhibit)
  const place = fill(words.placeText, {
    record: main.recordNumber,
    records: main.recordsInSource,
    start: main.byteStart,
    end: main.byteEnd,
    where,
  })
  const command = cutCommand(main)
  const rows: [string, ReturnType<typeof plainCell>][] = [
    [words.item, plainCell(itemName(main.item), SIZE)],
    [words.file, monoCell(main.shownPath)],
    [words.place, plainCell(place, SIZE)],
    [words.hashFile, hash(main.sha256)],
    [words.hashContent, hash(main.contentSha256)],
    [words.hashRecord, hash(exhibit.rawSha256)],
    [words.check, command === null ? plainCell(words.otherBytes, SIZE) : monoCell(command, 6.8)],
  ]
  yield* factTable(book, rows, SIZE, 1.2 * MM)
  if (command !== null && main.archive === 'deeper')
    yield* body(book.set, fill(words.takenOut, { file: TAKEN_OUT }), { before: 1.4 * MM })
  if (others.length === 0) return
  const shown = others.slice(0, SHOWN_PLACES).map(({ item, recordNumber, byteStart, byteEnd }) => {
    return `${itemName(item)} (${recordNumber}; ${byteStart}–${byteEnd})`
  })
  const list = shown.join(', ')
  const rest = fill(words.sameIn, { n: exhibit.places.length })
  yield* body(book.set, `${words.same} ${list}${others.length > SHOWN_PLACES ? ', …' : ''}. ${rest}`, {
    before: 2 * MM,
  })
}

/** The byte range counts in the unpacked content where the file was packed. */
function placeWords(book: Book, exhibit: Exhibit): string {
  const [main] = exhibit.places
  const packed = main !== undefined && main.sha256 !== main.contentSha256
  return packed ? wordsOf(book, sourceWords).inContent : wordsOf(book, sourceWords).inFile
}
