import { utcText } from '../../../../shared/domain/time.ts'
import type { EpochSeconds } from '../../../../shared/domain/units.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { sourceWords } from '../../../../shared/messages/report-source.ts'
import type { Piece } from '../layout/piece.ts'
import { MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading } from '../layout/text-blocks.ts'
import { type Book, number } from './book.ts'
import { plainCell } from './parts.ts'
import { look } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.2

/** What was delivered from where, by the names of the files, and how late. */
export function* delivered(book: Book): Generator<Piece> {
  const words = wordsOf(book, sourceWords)
  const { placed, unplaced, delay } = book.model.coverage
  yield* heading(book.set, words.delivered)
  if (placed.length > 0) {
    yield* body(book.set, words.deliveredLead, { withNext: true })
    yield { height: 2 * MM, before: 0, items: [], withNext: true }
    const right = 'right' as const
    const columns = fillWidth([
      { width: 49 * MM, head: headSpans(words.deliveredPlace) },
      { width: 15 * MM, head: headSpans(words.deliveredLogs), align: right },
      { width: 23 * MM, head: headSpans(words.deliveredDigests), align: right },
      { width: 32 * MM, head: headSpans(book.words.first) },
      { width: 32 * MM, head: headSpans(book.words.last) },
      { width: 0, head: headSpans(words.deliveredDays), align: right },
    ])
    const rows = placed.map(
      ({ account, region, logs, digests, first, last, days, span }): Row => ({
        cells: [
          `${account} ${region}`,
          number(logs),
          number(digests),
          minuteOf(first),
          minuteOf(last),
          span === 0 ? '' : `${number(days)} / ${number(span)}`,
        ].map((text) => plainCell(text, SIZE)),
      }),
    )
    yield* table(book.set, columns, rows, look(book))
  } else yield* body(book.set, words.deliveredNone)
  const next = { before: 2 * MM }
  if (unplaced > 0) yield* body(book.set, fill(words.deliveredUnplaced, { n: unplaced }), next)
  if (delay !== null) {
    const [median, p95, longest] = [delay.median, delay.p95, delay.longest].map((seconds) =>
      Math.max(0, Math.ceil(seconds / 60)),
    )
    const values = { n: delay.records, median: median ?? 0, p95: p95 ?? 0, longest: longest ?? 0 }
    yield* body(book.set, fill(words.deliveredDelay, values), next)
  }
  yield* body(book.set, words.deliveredKnows, next)
}

/** `2024-09-14 09:25`: names have no seconds. */
function minuteOf(seconds: EpochSeconds | null): string {
  return seconds === null ? '' : utcText(seconds).slice(0, 16).replace('T', ' ')
}
