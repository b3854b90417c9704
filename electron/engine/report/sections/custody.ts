import { custodyActionWords, custodyWords } from '../../../../shared/messages/report-custody.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { sealTexts } from '../../../../shared/messages/seal.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, footnote, paragraph } from '../layout/text-blocks.ts'
import { type Book, dateClockSpans, grouped, momentInWords } from './book.ts'
import { openChapter } from './chapters.ts'
import { plainCell, spansCell } from './parts.ts'
import { look, timeHead, timeWidth } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8

/** The custody log up to the moment of issue, and whether its hashes hold. */
export function* custody(book: Book): Generator<Piece> {
  const words = wordsOf(book, custodyWords)
  const { set, model } = book
  const { entries, intact, firstBroken, head, clockBack } = model.custody
  yield* openChapter(book, 'custody')
  yield* body(set, words.lead)
  const verdict = intact
    ? fill(words.intact, { n: entries.length })
    : firstBroken === null
      ? words.empty
      : fill(words.broken, { n: firstBroken })
  const ink = intact ? INK.text : INK.fail
  yield* paragraph(set, [{ text: verdict, style: style(9.2, ink, 'sans-strong') }], { before: 2.4 * MM })
  yield* body(set, fill(words.upTo, { moment: momentInWords(book, model.options.issuedAt) }), {
    before: 2.4 * MM,
  })
  if (clockBack !== null) {
    const said = sealTexts[book.language].clockBack(String(clockBack))
    yield* body(set, said, { before: 2.4 * MM })
  }
  if (head !== null) {
    yield* body(set, words.rewritten, { before: 2.4 * MM })
    yield* paragraph(set, [{ text: words.head, style: style(8, INK.second) }], {
      before: 2.4 * MM,
      withNext: true,
    })
    yield* paragraph(set, [{ text: grouped(head), style: style(7.8, INK.text, 'mono') }])
  }
  yield { height: 3 * MM, before: 0, items: [] }
  const columns = fillWidth([
    { width: 10 * MM, head: headSpans(words.number) },
    { width: timeWidth(book, true) + 2 * MM, head: timeHead(book) },
    { width: 26 * MM, head: headSpans(words.who) },
    { width: 0, head: headSpans(words.what) },
  ])
  yield* table(set, columns, rows(book), { ...look(book), size: SIZE, pad: 1.2 * MM })
  yield* footnote(set, words.hashes)
}

function* rows(book: Book): Generator<Row> {
  const words = wordsOf(book, custodyWords)
  const actions = custodyActionWords[book.language]
  for (const entry of book.model.custody.entries) {
    const { sequence, at, actor, action, detail } = entry
    yield {
      cells: [
        plainCell(String(sequence), SIZE),
        spansCell(dateClockSpans(book, Math.floor(at / 1000), SIZE)),
        plainCell(actor === '' ? words.unnamed : actor, SIZE, actor === '' ? INK.third : INK.text),
        {
          parts: [
            [{ text: actions[action] ?? action, style: style(SIZE, INK.text, 'sans-strong') }],
            ...detailLines(action === 'case.sealed' ? sealInShort(detail) : detail).map((text) => [
              { text, style: style(7.2, INK.second) },
            ]),
            ...[entry.hash.slice(0, 32), entry.hash.slice(32)].map((half) => [
              { text: grouped(half), style: style(6.2, INK.third, 'mono') },
            ]),
          ],
        },
      ],
    }
  }
}

/** Texts of notes stand in full with their exhibits. */
const LONGEST = 240

/** The hashes of single tables would be cut off here; the hash over all of them says the same, and the log has them. */
function sealInShort(detail: string): string {
  try {
    const { tables, ...facts } = JSON.parse(detail) as { readonly tables?: object }
    return JSON.stringify({ ...facts, tables: Object.keys(tables ?? {}).length })
  } catch {
    return detail
  }
}

/** The facts of an entry, one per line, as they were hashed; a text that is not an object stands as it is. */
export function detailLines(detail: string): string[] {
  let facts: unknown
  try {
    facts = JSON.parse(detail)
  } catch {
    return [cut(detail)]
  }
  if (typeof facts !== 'object' || facts === null) return [cut(detail)]
  const shown = Object.entries(facts).filter(([, value]) => value !== '' && value !== null)
  const short = shown.filter(([, value]) => typeof value === 'number')
  const long = shown.filter(([, value]) => typeof value !== 'number')
  const lines = long.map(([key, value]) =>
    cut(`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  )
  if (short.length > 0) lines.push(short.map(([key, value]) => `${key} ${String(value)}`).join(', '))
  return lines
}

function cut(text: string): string {
  const marks = [...text]
  return marks.length > LONGEST ? `${marks.slice(0, LONGEST).join('')} …` : text
}
