import { fill } from '../../../../shared/messages/report-fill.ts'
import { style } from '../layout/setter.ts'
import { INK } from '../layout/sheet.ts'
import type { Cell } from '../layout/table.ts'
import { type Book, orNotStated } from './book.ts'
import { shortened } from './shortened.ts'

/**
 * Name, role and qualification of the examiner, one below the other; what is not stated is said to be. With `room`, each
 * is cut to so many half-wide characters.
 */
export function examinerCell(book: Book, size: number, room = Number.POSITIVE_INFINITY): Cell {
  const { words, model } = book
  const { examiner, examinerRole, examinerQualification } = model.details
  const line = (stated: string, printed: string) => [
    { text: printed, style: style(size, stated === '' ? INK.third : INK.text) },
  ]
  const labelled = (stated: string, label: string, none: string) =>
    line(stated, stated === '' ? none : fill(label, { text: shortened(stated, room) }))
  return {
    parts: [
      line(examiner, orNotStated(book, shortened(examiner, room))),
      labelled(examinerRole, words.role, words.roleNone),
      labelled(examinerQualification, words.qualification, words.qualificationNone),
    ],
  }
}
