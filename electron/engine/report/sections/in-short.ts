import { fill } from '../../../../shared/messages/report-fill.ts'
import type { Book } from './book.ts'

/** Names of AWS are far shorter; only what somebody typed into a form is longer. */
const LONGEST = 240

/**
 * A text of a record for lists: one that would fill pages is cut, and says so with its length. Exhibits, CSV, JSON Lines
 * and the case hold it whole.
 */
export function inShort(book: Book, text: string): string {
  if (text.length <= LONGEST) return text
  const marks = [...text]
  if (marks.length <= LONGEST) return text
  return marks.slice(0, LONGEST).join('') + fill(book.words.cutText, { n: marks.length })
}
