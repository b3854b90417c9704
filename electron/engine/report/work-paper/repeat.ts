import { utcText } from '../../../../shared/domain/time.ts'
import { custodyWords } from '../../../../shared/messages/report-custody.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import { commands } from '../layout/listing.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK, MM } from '../layout/sheet.ts'
import type { Cell } from '../layout/table.ts'
import { body, paragraph } from '../layout/text-blocks.ts'
import type { PaperFacts } from '../model.ts'
import { type Book, grouped, momentInWords } from '../sections/book.ts'
import { factTable, plainCell } from '../sections/parts.ts'
import { programRepeat, programRow } from '../sections/program-files.ts'
import { openPaperChapter } from './chapters.ts'
import { paperCommand } from './commands.ts'

const SIZE = 8.8

/** Chapter 6: with what and how the paper is made again. */
export function* paperRepeat(book: Book, { paper }: PaperFacts): Generator<Piece> {
  const words = workPaperWords[book.language]
  const names = custodyWords[book.language]
  const { set, model } = book
  const { tool, options, contentHash } = model
  const text = (value: string): Cell => plainCell(value, SIZE)
  const comma = book.language === 'ja' ? '、' : ', '
  const moment = [utcText(options.issuedAt), momentInWords(book, options.issuedAt)].join(comma)
  const rows: [string, Cell][] = [
    [names.program, text(`${tool.name} ${tool.version}, Node.js ${tool.node}, SQLite ${tool.sqlite}`)],
    programRow(book, SIZE),
    [names.platform, text(tool.platform)],
    [words.issuedAt, text(moment)],
    [
      words.content,
      {
        parts: [
          [{ text: grouped(contentHash), style: style(7.2, undefined, 'mono') }],
          [{ text: words.contentText, style: style(7.8) }],
        ],
      },
    ],
  ]
  const { entries, intact, firstBroken, head } = model.custody
  const log = intact
    ? fill(words.custodyText, { n: entries.length })
    : fill(words.custodyBroken, { n: firstBroken ?? 1 })
  rows.push([
    words.custody,
    {
      parts: [
        [{ text: log, style: style(7.8, intact ? INK.text : INK.fail) }],
        [{ text: grouped(head ?? ''), style: style(7.2, undefined, 'mono') }],
      ],
    },
  ])
  yield* openPaperChapter(book, 'repeat')
  yield* body(set, words.repeatLead)
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  yield* factTable(book, rows, SIZE, 1.4 * MM)
  const label = { before: 3 * MM, withNext: true }
  yield* paragraph(set, [{ text: words.repeatPdf, style: style(8, INK.third) }], label)
  yield* commands(set, [paperCommand(model, 'pdf')])
  yield* paragraph(set, [{ text: words.repeatJson, style: style(8, INK.third) }], label)
  yield* commands(set, [paperCommand(model, 'json')])
  yield* paragraph(set, [{ text: words.settingsAll, style: style(8, INK.third) }], label)
  yield* commands(set, [JSON.stringify(paper.settings)])
  yield* programRepeat(book)
}
