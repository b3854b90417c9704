import { utcText } from '../../../../shared/domain/time.ts'
import { custodyWords } from '../../../../shared/messages/report-custody.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { reportFormWords } from '../../../../shared/messages/report-form.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { MM } from '../layout/sheet.ts'
import type { Cell } from '../layout/table.ts'
import { type Book, grouped, momentInWords, momentOf } from './book.ts'
import { openChapter } from './chapters.ts'
import { factTable, plainCell } from './parts.ts'
import { programRepeat, programRow } from './program-files.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.8

/** With what this was made, so that it can be made again. */
export function* tools(book: Book): Generator<Piece> {
  const words = wordsOf(book, custodyWords)
  const { tool, options, custody, caseCreatedAt, contentHash, findings, addressData } = book.model
  yield* openChapter(book, 'tools')
  const form = reportFormWords[book.language]
  const programs = [...new Set(custody.entries.map((entry) => entry.tool))].sort()
  const language = options.language === 'ja' ? words.japanese : words.english
  const comma = options.language === 'ja' ? '、' : ', '
  const settings = [
    fill(words.language, { language }),
    fill(words.zone, { zone: options.zone }),
    fill(words.issuedAt, {
      moment: [utcText(options.issuedAt), momentInWords(book, options.issuedAt)].join(comma),
    }),
  ]
  const text = (value: string): Cell => plainCell(value, SIZE)
  const lines = (values: readonly string[]): Cell => ({
    parts: values.map((value) => [{ text: value, style: style(SIZE) }]),
  })
  const rows: [string, Cell][] = [
    [words.program, text(`${tool.name} ${tool.version}`)],
    programRow(book, SIZE),
    [words.runtime, text(`Node.js ${tool.node}`)],
    [words.sqlite, text(tool.sqlite)],
    [words.platform, text(tool.platform)],
    [
      words.rules,
      {
        parts: [
          [{ text: fill(words.rulesText, { n: findings.rules }), style: style(SIZE) }],
          [{ text: grouped(findings.rulesSha256), style: style(7.2, undefined, 'mono') }],
          ...(findings.run === null ? [[{ text: words.rulesNotAsked, style: style(SIZE) }]] : []),
        ],
      },
    ],
    [words.addressData, text(addressData ?? words.addressNone)],
    [words.settings, lines(settings)],
    [words.caseMade, text(momentOf(book, caseCreatedAt))],
    [words.earlierTools, lines(programs.length === 0 ? [book.words.notStated] : programs)],
    [
      words.content,
      {
        parts: [
          [{ text: grouped(contentHash), style: style(7.2, undefined, 'mono') }],
          [{ text: words.contentText, style: style(7.8) }],
        ],
      },
    ],
    [form.form, text(form[book.form])],
    [words.fonts, text(book.form === 'html' ? form.fontsHtml : words.fontsText)],
    [words.network, text(words.networkText)],
  ]
  yield* factTable(book, rows, SIZE, 1.5 * MM)
  yield* programRepeat(book)
}
