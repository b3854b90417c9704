import { fill } from '../../../../shared/messages/report-fill.ts'
import { sourceWords } from '../../../../shared/messages/report-source.ts'
import { principalKindWords } from '../../../../shared/messages/words.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading } from '../layout/text-blocks.ts'
import type { ReportModel } from '../model.ts'
import { type Book, dateClockSpans, itemName } from './book.ts'
import { changeAnchor, namedCauses } from './gap-causes.ts'
import { plainCell, spansCell } from './parts.ts'
import { look, timeHead, timeWidth } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8
const PRINTED = 200

/** Calls that switched logging or validation off or on, or changed what a trail records: known causes of holes. */
export function* trailChanges(book: Book): Generator<Piece> {
  const words = wordsOf(book, sourceWords)
  const { trailChanges: all } = book.model
  yield* heading(book.set, words.changes)
  if (all.length === 0) {
    yield* body(book.set, words.changesNone)
    return
  }
  yield* body(book.set, fill(words.changesLead, { n: all.length }), { withNext: true })
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  const columns = fillWidth([
    { width: timeWidth(book, true), head: timeHead(book) },
    { width: 30 * MM, head: headSpans(words.changesCall) },
    { width: 27 * MM, head: headSpans(book.words.who) },
    { width: 0, head: headSpans(words.changesTrail) },
  ])
  const printed = printedChanges(book)
  const rows = printed.map(
    (change): Row => ({ cells: cellsOf(book, change), anchor: changeAnchor(change.id) }),
  )
  yield* table(book.set, columns, rows, look(book))
  const more = all.length - printed.length
  if (more > 0) yield* body(book.set, fill(words.changesMore, { n: more }), { before: 1.6 * MM })
}

/** The first ones, and all that a gap leads to. */
function printedChanges({ model }: Book): ReportModel['trailChanges'] {
  const named = new Set(model.gapCauses.flatMap((cause) => namedCauses(cause).map(({ change }) => change)))
  return model.trailChanges.filter(({ id }, index) => index < PRINTED || named.has(id))
}

function cellsOf(book: Book, change: ReportModel['trailChanges'][number]) {
  const words = wordsOf(book, sourceWords)
  const { eventTime, eventTimeText, eventName, principalKind, principalName, errorCode } = change
  const { account, region, trail, item, recordNumber, eventId } = change
  const place = [account, region].filter((part) => part !== null).join(', ')
  const quiet = (text: string) => [{ text, style: style(7, INK.third) }]
  return [
    eventTime === null
      ? plainCell(eventTimeText ?? book.words.noTime, SIZE, INK.third)
      : spansCell(dateClockSpans(book, eventTime, SIZE)),
    {
      parts: [
        [{ text: eventName, style: style(SIZE, INK.text, 'sans-strong') }],
        ...(errorCode === null ? [] : [quiet(fill(words.changesRefused, { code: errorCode }))]),
      ],
    },
    plainCell(principalName ?? principalKindWords[book.language][principalKind], SIZE),
    {
      parts: [
        [{ text: trail ?? book.words.notStated, style: style(SIZE) }],
        ...(place === '' ? [] : [quiet(place)]),
        ...(item === null
          ? []
          : [quiet(fill(words.changesPlace, { item: itemName(item), record: recordNumber }))]),
        ...(eventId === null ? [] : [[{ text: eventId, style: style(6.4, INK.third, 'mono') }]]),
      ],
    },
  ]
}
