import { programCommand, UNPACK_PROGRAM } from '../../../../shared/domain/program.ts'
import { programWords } from '../../../../shared/messages/program.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { commands } from '../layout/listing.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { INK } from '../layout/sheet.ts'
import type { Cell } from '../layout/table.ts'
import { body, heading } from '../layout/text-blocks.ts'
import { type Book, grouped } from './book.ts'
import { plainCell } from './parts.ts'

/** A row of a table of facts: how many files the program is, how it runs, and the hash of their list. */
export function programRow(book: Book, size: number): [string, Cell] {
  const words = programWords[book.language]
  const { form, files, sha256, trouble } = book.model.program
  if (sha256 === null) {
    const unknown = fill(words.unknown, { path: trouble?.path ?? '?', code: trouble?.code ?? '?' })
    return [words.label, plainCell(unknown, size, INK.fail)]
  }
  const count = fill(words.count, { n: files, form: words[form] })
  const parts = [
    [{ text: count, style: style(size) }],
    [{ text: words.hash, style: style(7.8) }],
    [{ text: grouped(sha256), style: style(7.2, undefined, 'mono') }],
  ]
  return [words.label, { parts }]
}

/** What the hash says, and the commands that give it again; nothing where there is none. */
export function* programRepeat(book: Book): Generator<Piece> {
  const words = programWords[book.language]
  const { set, model } = book
  const { program } = model
  if (program.sha256 === null) return
  const packaged = program.form === 'packaged'
  const text = packaged ? [words.text, words.otherTool] : [words.text, words.packages, words.otherTool]
  yield* heading(set, words.heading)
  yield* body(set, text.join(book.language === 'ja' ? '' : ' '))
  if (packaged) {
    yield* body(set, words.unpack, { before: 8, withNext: true })
    yield* commands(set, [UNPACK_PROGRAM])
  }
  yield* body(set, words.command, { before: 8, withNext: true })
  yield* commands(set, [programCommand(program)])
}
