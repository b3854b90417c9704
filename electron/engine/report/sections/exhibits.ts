import { dateInWords } from '../../../../shared/domain/time.ts'
import { exhibitWords } from '../../../../shared/messages/report-exhibit.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { disc, listing } from '../layout/listing.ts'
import type { Item, Piece } from '../layout/piece.ts'
import { inNode, lineItems, style } from '../layout/setter.ts'
import { BODY_HEIGHT, BODY_WIDTH, INK, MM } from '../layout/sheet.ts'
import { leaf, type StructNode, whole } from '../layout/struct-node.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import { CITATIONS, type Exhibit } from '../model.ts'
import { type Book, exhibitName, filled } from './book.ts'
import { exhibitAnchor, exhibitTitle, openChapter } from './chapters.ts'
import { exhibitNotes } from './exhibit-notes.ts'
import { whereItIs } from './exhibit-places.ts'
import { sentenceSpans } from './sentence-spans.ts'
import { wordsOf } from './words-of.ts'

/** An exhibit follows another on its page where at least this share of it is left. */
const SHARE = 0.45

/** Each chosen event: its record, its place and its notes. */
export function* exhibits(book: Book): Generator<Piece> {
  const words = wordsOf(book, exhibitWords)
  const { exhibits: all, exhibitsNotFound, options } = book.model
  yield* openChapter(book, 'exhibits')
  const lead = { noted: words.lead, cited: words.leadCited, chosen: words.leadChosen }[options.exhibits]
  const none = options.exhibits === 'noted' ? words.none : words.noneChosen
  yield* body(book.set, all.length === 0 ? none : fill(lead, { n: all.length }))
  if (exhibitsNotFound.length > 0) {
    const ids = exhibitsNotFound.join(', ')
    yield* body(book.set, fill(words.notFound, { n: exhibitsNotFound.length, ids }), { before: 2 * MM })
  }
  for (const [index, exhibit] of all.entries()) yield* oneExhibit(book, exhibit, index === 0)
}

function* oneExhibit(book: Book, exhibit: Exhibit, first: boolean): Generator<Piece> {
  const words = wordsOf(book, exhibitWords)
  const { set } = book
  yield* titleLine(book, exhibit, first)
  yield* paragraph(set, sentenceSpans(book, exhibit.row, exhibit.factors, 10.4), { withNext: true })
  yield* paragraph(set, whenSpans(book, exhibit), { before: 1.2 * MM, withNext: true })
  const place = placeOf(book, exhibit)
  if (place !== null) {
    yield* paragraph(set, [{ text: place, style: style(9.2, INK.second) }], { before: 1.2 * MM })
  }
  if (exhibit.conflicts > 0) {
    const text = fill(words.conflict, { n: exhibit.conflicts })
    yield* paragraph(set, [{ text, style: style(9.2, INK.fail) }], { before: 1.2 * MM })
  }
  if (book.model.options.rawBytes) yield* theRecord(book, exhibit)
  yield* whereItIs(book, exhibit)
  if (exhibit.notes.length > 0) yield* exhibitNotes(book, exhibit)
}

/** The record itself, with letters beside the lines that prove something. */
function* theRecord(book: Book, exhibit: Exhibit): Generator<Piece> {
  const words = wordsOf(book, exhibitWords)
  const { set } = book
  yield* heading(set, words.record, 4 * MM, 'H4')
  const cited = new Set(exhibit.lines.map((line) => line.cites))
  if (CITATIONS.some((letter) => cited.has(letter))) yield legend(book, cited)
  yield* listing(
    set,
    exhibit.lines.map((line) => ({ ...line, mark: line.cites })),
  )
  const notes = [fill(exhibit.laidOut ? words.laidOut : words.asItStands, { bytes: exhibit.rawBytes })]
  if (!exhibit.rawIsUtf8) notes.push(words.notUtf8)
  const text = notes.join(book.language === 'ja' ? '' : ' ')
  yield* paragraph(set, [{ text, style: style(7.6, INK.third) }], { before: 1.6 * MM })
}

/** `E-2  Console sign-in, alice`; an exhibit begins a page where little is left of one. */
function titleLine(book: Book, exhibit: Exhibit, first: boolean): Piece[] {
  const { number } = exhibit
  const title = exhibitTitle(book, exhibit)
  const pieces = paragraph(
    book.set,
    [
      { text: exhibitName(number), style: style(14, INK.accent, 'sans-strong') },
      { text: '   ', style: style(14) },
      { text: title, style: style(14, INK.text, 'sans-strong') },
    ],
    { before: 7 * MM, lineHeight: 14 * 1.35, withNext: true, role: 'H3' },
  )
  const anchor = { id: exhibitAnchor(number), title: `${exhibitName(number)}  ${title}`, level: 2 as const }
  const last = pieces.length - 1
  return pieces.map((piece, index) => ({
    ...piece,
    withNext: true,
    height: piece.height + (index === last ? 2.4 * MM : 0),
    ...(index === 0 ? { anchor, ...(first ? {} : { needs: BODY_HEIGHT * SHARE }) } : {}),
  }))
}

function whenSpans(book: Book, { row }: Exhibit) {
  const words = wordsOf(book, exhibitWords)
  if (row.eventTime === null) {
    const text = row.eventTimeText
    return filled(text === null ? words.atUnknown : words.atText, text === null ? {} : { text })
  }
  const utc = book.utc(row.eventTime)
  const local = book.clock(row.eventTime)
  const day = (date: string) => dateInWords(date, book.language)
  return filled(book.twoClocks ? words.at : words.atUtc, {
    utc: { strong: `${day(utc.date)} ${utc.time}` },
    local: { strong: `${local.date === utc.date ? '' : `${day(local.date)} `}${local.time}` },
    zone: book.model.zone.zone,
  })
}

/** Country and network of the address, as far as data sets know them; the code, because names differ between systems. */
function placeOf(book: Book, { address }: Exhibit): string | null {
  const words = wordsOf(book, exhibitWords)
  if (address === null || (address.country === null && address.networkNumber === null)) return null
  const { sourceIp, country, networkNumber, networkName } = address
  const facts = [
    ...(country === null ? [] : [fill(words.addressCountry, { code: country })]),
    ...(networkNumber === null ? [] : [`AS${networkNumber}${networkName === null ? '' : ` ${networkName}`}`]),
  ]
  return fill(words.addressPlace, { ip: sourceIp, facts: facts.join(book.language === 'ja' ? '、' : ', ') })
}

/** What the letters beside cited lines mean; only letters that occur. */
function legend(book: Book, cited: ReadonlySet<string | null>): Piece {
  const words = wordsOf(book, exhibitWords)
  const list: StructNode = { role: 'L', parent: null, numbering: 'None', look: { legend: true } }
  const items: Item[] = []
  let x = 2 * MM
  for (const letter of CITATIONS) {
    if (!cited.has(letter)) continue
    const spans = [{ text: words[letter], style: style(8, INK.second) }]
    const entry = whole('LI', list, (node) => [
      leaf('Lbl', node, [{ text: letter, style: style(6.8, INK.accent, 'sans-strong') }]),
      leaf('LBody', node, spans),
    ])
    const [label = entry, text = entry] = entry.children ?? []
    items.push(...disc(book.set, letter, x, 6, label))
    const [line] = book.set.lines(spans, BODY_WIDTH)
    if (line === undefined) continue
    items.push(...inNode(text, lineItems(line, x + 3 * MM, 0, 12)))
    x += 3 * MM + line.width + 8 * MM
  }
  return { height: 12 + 2.2 * MM, before: 0, items, withNext: true }
}
