import { sourceReasonWords } from '../../../../shared/messages/import.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { sourceWords } from '../../../../shared/messages/report-source.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { type Cell, fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import type { ReportSource } from '../model.ts'
import { type Book, grouped, itemName, momentOf, number } from './book.ts'
import { openChapter } from './chapters.ts'
import { plainCell } from './parts.ts'
import { ownWords } from './quotes.ts'
import { look } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.2

/** Every file with size, hash and condition, or the totals where there are many. */
export function* items(book: Book): Generator<Piece> {
  const words = wordsOf(book, sourceWords)
  const { model, set } = book
  yield* openChapter(book, 'items')
  if (model.sums.found === 0) {
    yield* body(set, words.itemsNone)
    return
  }
  yield* body(set, fill(words.itemsLead, { found: model.sums.found, bytes: model.sums.bytes }))
  yield* heading(set, words.received)
  const { received } = model.details
  if (received === '') yield* body(set, words.receivedNone)
  else yield* ownWords(book, received)
  yield* heading(set, words.manifest)
  yield* body(set, words.manifestLead, { withNext: true })
  const hash = [{ text: grouped(model.manifest.sha256), style: style(7.8, INK.text, 'mono') }]
  yield* paragraph(set, hash, { before: 1 * MM })
  yield* imports(book)
  if (book.chapters.includes('annex')) {
    yield* body(set, words.itemsAnnex, { before: 4 * MM })
    return
  }
  yield* heading(set, words.files)
  yield* fileTable(book)
}

/** Every file that was met, in order of path. */
export function* fileTable(book: Book): Generator<Piece> {
  const { words } = book
  const columns = fillWidth([
    { width: 13 * MM, head: headSpans(words.item) },
    { width: 53 * MM, head: headSpans(words.nameAndSize) },
    { width: 63 * MM, head: headSpans(words.hash) },
    { width: 0, head: headSpans(words.condition) },
  ])
  yield* table(book.set, columns, fileRows(book), look(book))
}

function* fileRows(book: Book): Generator<Row> {
  for (const source of book.model.sources) {
    const size =
      source.bytes === null
        ? []
        : [[{ text: fill(book.words.bytes, { n: source.bytes }), style: style(7.4, INK.third) }]]
    const path = [{ text: source.shownPath, style: style(7, INK.text, 'mono') }]
    yield {
      cells: [
        plainCell(itemName(source.item), SIZE),
        { parts: [path, ...size] },
        hashCell(book, source.sha256),
        plainCell(conditionOf(book, source), SIZE),
      ],
    }
  }
}

/** A hash in two lines of eight groups. */
export function hashCell(book: Book, hash: string | null): Cell {
  if (hash === null) return plainCell(wordsOf(book, sourceWords).unhashed, SIZE, INK.third)
  const line = (text: string) => [{ text: grouped(text), style: style(7.2, INK.text, 'mono') }]
  return { parts: [line(hash.slice(0, 32)), line(hash.slice(32))] }
}

/** What became of a file, with place and cause of a trouble. */
export function conditionOf(book: Book, source: ReportSource): string {
  const words = wordsOf(book, sourceWords)
  const counts = { records: source.records, signIns: source.signIns }
  const parts: string[] = []
  if (source.status === 'reading') parts.push(words.unfinished)
  if (source.reason !== null) parts.push(troubleOf(book, source))
  if (source.status === 'read') parts.push(fill(words.readWhole, counts))
  if (source.status === 'partial') parts.push(fill(words.partly, counts))
  return parts.join(book.language === 'ja' ? '' : ' ')
}

/** Cause and place, as sentences. */
export function troubleOf(book: Book, source: ReportSource): string {
  const words = wordsOf(book, sourceWords)
  if (source.reason === null) return ''
  const reason = asSentence(sourceReasonWords[book.language][source.reason], book)
  if (source.offset === null) return reason
  const where = source.offsetIn === 'content' ? words.inContent : words.inFile
  const place = fill(words.place, { offset: source.offset, where })
  return book.language === 'ja' ? reason + place : `${reason} ${place}`
}

/** The words of the ledger may or may not end with a full stop. */
export function asSentence(text: string, book: Book): string {
  return `${text.replace(/[.。]$/, '')}${book.language === 'ja' ? '。' : '.'}`
}

/** When files were read, from the custody log. */
function* imports(book: Book): Generator<Piece> {
  const words = wordsOf(book, sourceWords)
  const { entries } = book.model.custody
  const reads = entries.filter(({ action }) => action.startsWith('import.'))
  if (reads.length === 0) return
  yield* heading(book.set, words.imports)
  for (const entry of reads) {
    const text =
      entry.action === 'import.started'
        ? fill(words.importStarted, { paths: pathsOf(entry.detail) })
        : entry.action === 'import.stopped'
          ? words.importStopped
          : words.importEnded
    yield* paragraph(
      book.set,
      [
        { text: `${momentOf(book, entry.at)}  `, style: style(8.4, INK.third) },
        { text, style: style(8.4) },
      ],
      { before: 1 },
    )
  }
}

function pathsOf(detail: string): string {
  try {
    const { paths } = JSON.parse(detail) as { paths?: unknown }
    return Array.isArray(paths) ? paths.map(String).join(', ') : ''
  } catch {
    // A detail that is not JSON is printed with the custody log.
    return ''
  }
}

/** Annex A: the list that the chapter of items has no room for. */
export function* annex(book: Book): Generator<Piece> {
  yield* openChapter(book, 'annex')
  yield* annexTable(book)
}

function* annexTable(book: Book): Generator<Piece> {
  const { words, model } = book
  const columns = fillWidth([
    { width: 15 * MM, head: headSpans(words.item) },
    { width: 19 * MM, head: headSpans(words.size), align: 'right' as const },
    { width: 0, head: headSpans(words.file, words.hash) },
  ])
  const dense = { ...look(book), pad: 0.9 * MM, lineHeight: 10.2, size: 7.4 }
  function* rows(): Generator<Row> {
    for (const source of model.sources) {
      const hash = source.sha256 ?? wordsOf(book, sourceWords).unhashed
      const state =
        source.status === 'read' ? [] : [[{ text: conditionOf(book, source), style: style(7.2, INK.second) }]]
      yield {
        cells: [
          plainCell(itemName(source.item), 7.4),
          plainCell(source.bytes === null ? '' : number(source.bytes), 7.4),
          {
            parts: [
              [{ text: source.shownPath, style: style(6.8, INK.text, 'mono') }],
              [{ text: hash, style: style(6.8, INK.third, 'mono') }],
              ...state,
            ],
          },
        ],
      }
    }
  }
  yield* table(book.set, columns, rows(), dense)
}
