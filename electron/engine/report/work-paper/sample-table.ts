import {
  SAMPLE_RESULTS,
  type SampleItem,
  type SampleJudgement,
} from '../../../../shared/domain/work-paper.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import { sampleResultWords } from '../../../../shared/messages/work-paper.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import { type Cell, fillWidth, headSpans, LOOKS, type Row, table } from '../layout/table.ts'
import { type Book, dateClockSpans, momentOf } from '../sections/book.ts'
import { plainCell } from '../sections/parts.ts'
import type { Span } from '../text/lines.ts'
import { eventIdPart, fromParts, noteParts, RECORD_SIZE, whoWhatParts } from './record-cells.ts'

/** The sampled records in the order of drawing; `files` numbers the files they stand in. */
export function* sampleTable(
  book: Book,
  items: readonly SampleItem[],
  files: ReadonlyMap<string, number>,
): Generator<Piece> {
  const words = workPaperWords[book.language]
  const columns = fillWidth([
    { width: 10 * MM, head: headSpans(words.number) },
    { width: 62 * MM, head: headSpans(words.who) },
    { width: 38 * MM, head: headSpans(words.place) },
    { width: 0, head: headSpans(words.conclusion) },
  ])
  const look = { ...LOOKS.dense, lineHeight: RECORD_SIZE * (book.language === 'ja' ? 1.46 : 1.36) }
  yield* table(
    book.set,
    columns,
    items.map(
      (item): Row => ({
        cells: [
          plainCell(String(item.number), RECORD_SIZE, INK.third),
          {
            parts: [
              dateClockSpans(book, item.row.time, RECORD_SIZE),
              ...whoWhatParts(book, item.row),
              fromParts(book, item.row).flatMap((spans, index) =>
                index === 0 ? spans : [gapSpan(), ...spans],
              ),
              eventIdPart(book, item.row),
              ...noteParts(book, item.row),
            ],
          },
          placeCell(book, item, files),
          conclusionCell(book, item),
        ],
      }),
    ),
    look,
  )
}

function gapSpan(): Span {
  return { text: '  ', style: style(RECORD_SIZE) }
}

function placeCell(book: Book, { place, drawHash }: SampleItem, files: ReadonlyMap<string, number>): Cell {
  const words = workPaperWords[book.language]
  const drawn = fill(words.drawnBy, { hash: drawHash.slice(0, 12) })
  const hash: Span[] = [{ text: drawn, style: style(6.6, INK.third) }]
  if (place === null) {
    return { parts: [[{ text: words.noPlace, style: style(7.2, INK.third) }], hash] }
  }
  const { recordNumber: record, byteStart: start, byteEnd: end, path } = place
  const text = fill(words.placeText, { file: files.get(path) ?? 0, record, start, end })
  const more =
    place.places > 1
      ? [[{ text: fill(words.morePlaces, { n: place.places }), style: style(6.8, INK.third) }]]
      : []
  return { parts: [[{ text, style: style(7.2) }], ...more, hash] }
}

/** Three boxes, one of them filled, and the remark; on paper they can be ticked by hand. */
function conclusionCell(book: Book, { judgements }: SampleItem): Cell {
  const words = workPaperWords[book.language]
  const results = sampleResultWords[book.language]
  const last = judgements.at(-1)
  // Nobody has judged it yet: the boxes stay free for a pen.
  const current = last?.result ?? null
  const boxes = SAMPLE_RESULTS.flatMap((result): Span[] => {
    const chosen = result === current
    const ink = chosen && result === 'exception' ? INK.fail : chosen ? INK.text : INK.third
    return [
      {
        text: `${chosen ? '■' : '□'} ${results[result]}  `,
        style: style(7.4, ink, chosen ? 'sans-strong' : 'sans'),
      },
    ]
  })
  if (last === undefined) return { parts: [boxes] }
  const earlier = judgements.slice(0, -1)
  return {
    parts: [
      boxes,
      ...(last.remark === '' ? [] : [[{ text: last.remark, style: style(7.4) }]]),
      [{ text: by(book, last), style: style(6.6, INK.third) }],
      ...(earlier.length === 0
        ? []
        : [
            [
              {
                text: fill(words.judgedBefore, { list: earlier.map((one) => before(book, one)).join('; ') }),
                style: style(6.6, INK.third),
              },
            ],
          ]),
    ],
  }
}

function by(book: Book, { author, at }: SampleJudgement): string {
  const who = author === '' ? book.words.notStated : author
  return fill(workPaperWords[book.language].judged, { author: who, moment: momentOf(book, at) })
}

function before(book: Book, judgement: SampleJudgement): string {
  const { result, remark } = judgement
  const said = remark === '' ? '' : ` “${remark}”`
  return `${sampleResultWords[book.language][result]}${said}, ${by(book, judgement)}`
}
