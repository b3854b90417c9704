import type { IntegrityGap, IntegritySummary } from '../../../../shared/domain/integrity.ts'
import { utcText } from '../../../../shared/domain/time.ts'
import type { GapCause } from '../../../../shared/domain/trail-change.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { reportIntegrityWords } from '../../../../shared/messages/report-integrity.ts'
import {
  gapTexts,
  gapVerdict,
  trailChangeRoleWords,
  trailMatchWords,
} from '../../../../shared/messages/trail-change.ts'
import { principalKindWords } from '../../../../shared/messages/words.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { type Cell, fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, footnote, heading } from '../layout/text-blocks.ts'
import type { ReportModel } from '../model.ts'
import type { Span } from '../text/lines.ts'
import { type Book, dateClockSpans } from './book.ts'
import { changeAnchor, namedCauses } from './gap-causes.ts'
import { look } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.2
const SMALL = 7.2
const GAPS_NAMED = 200

type Change = ReportModel['trailChanges'][number]
type Linked = GapCause['changes'][number]

/**
 * Stretches of time that lie between two digests of one chain, each with the records of the case that show a change of
 * the trail around it, or that none does. A record's name leads to its row among the changes of trails.
 */
export function* gapTable(book: Book, summary: IntegritySummary): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  yield* heading(book.set, words.gaps)
  if (summary.gaps.length === 0) {
    yield* body(book.set, words.gapsNone)
    return
  }
  const columns = fillWidth([
    { width: 36 * MM, head: headSpans(words.place) },
    { width: 38 * MM, head: headSpans(words.fromTo) },
    { width: 0, head: headSpans(words.explains) },
  ])
  const changes = new Map(book.model.trailChanges.map((change) => [change.id, change]))
  const rows = summary.gaps.slice(0, GAPS_NAMED).map((gap, index): Row => {
    const cause = book.model.gapCauses[index] ?? { gap: index, changes: [] }
    return { cells: [placeCell(gap), timeCell(gap), causeCell(book, gap, cause, changes)] }
  })
  yield* table(book.set, columns, rows, look(book))
  const more = summary.gaps.length - GAPS_NAMED
  if (more > 0) yield* body(book.set, fill(words.gapsMore, { n: more }), { before: 1.6 * MM })
  const { reach } = gapTexts[book.language]
  yield* footnote(book.set, fill(words.causesPlace, { reach }))
}

function placeCell({ account, region, trail }: IntegrityGap): Cell {
  const quiet = (text: string) => [{ text, style: style(SMALL, INK.third) }]
  return { parts: [[{ text: account, style: style(SIZE) }], quiet(region), quiet(trail)] }
}

function timeCell({ from, to }: IntegrityGap): Cell {
  return { parts: [from, to].map((seconds) => [{ text: utcText(seconds), style: style(SIZE) }]) }
}

function causeCell(
  book: Book,
  { why }: IntegrityGap,
  cause: GapCause,
  changes: ReadonlyMap<number, Change>,
): Cell {
  const words = wordsOf(book, reportIntegrityWords)
  const verdict = gapVerdict(cause)
  const ink = verdict === 'explained' ? INK.text : INK.second
  const parts: (readonly Span[])[] = [
    [{ text: words[why], style: style(SIZE, INK.text, 'sans-strong') }],
    [{ text: gapTexts[book.language][verdict], style: style(SIZE, ink) }],
  ]
  const links: (string | null)[] = [null, null]
  const named = namedCauses(cause)
  for (const linked of named) {
    const change = changes.get(linked.change)
    if (change === undefined) continue
    const [name, ...facts] = changeParts(book, change, linked)
    if (name !== undefined) parts.push(name)
    links.push(changeAnchor(change.id))
    for (const fact of facts) {
      parts.push(fact)
      links.push(null)
    }
  }
  const more = cause.changes.length - named.length
  if (more > 0) {
    parts.push([{ text: fill(words.causesMore, { n: more }), style: style(SMALL, INK.third) }])
    links.push(null)
  }
  return { parts, links }
}

/** Name and time, who, what it means for the gap, and the event ID. */
function changeParts(book: Book, change: Change, { role, match }: Linked): (readonly Span[])[] {
  const words = wordsOf(book, reportIntegrityWords)
  const { eventTime, eventTimeText, eventName, errorCode, principalKind, principalName, eventId } = change
  const time =
    eventTime === null
      ? [{ text: eventTimeText ?? book.words.noTime, style: style(SIZE) }]
      : dateClockSpans(book, eventTime, SIZE)
  const ja = book.language === 'ja'
  const refused = errorCode === null ? '' : ja ? `（${errorCode}）` : ` (${errorCode})`
  const means = [trailChangeRoleWords[book.language][role] + refused, trailMatchWords[book.language][match]]
  const who = principalName ?? principalKindWords[book.language][principalKind]
  return [
    [{ text: eventName, style: style(SIZE, INK.accent, 'sans-strong') }],
    [...time, { text: `${ja ? '、' : ', '}${who}`, style: style(SIZE) }],
    [{ text: means.join(ja ? '；' : '; '), style: style(SMALL, INK.third) }],
    ...(eventId === null
      ? []
      : [[{ text: fill(words.eventId, { id: eventId }), style: style(SMALL, INK.third) }]]),
  ]
}
