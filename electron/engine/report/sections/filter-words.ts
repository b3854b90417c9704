import {
  HIDDEN_NAME,
  isEmptyFilter,
  NOT_STATED,
  type SignInFilter,
} from '../../../../shared/domain/filter.ts'
import { utcText } from '../../../../shared/domain/time.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { summaryWords } from '../../../../shared/messages/report-summary.ts'
import { mfaWords, outcomeWords, principalKindWords } from '../../../../shared/messages/words.ts'
import type { Book } from './book.ts'

/** A filter in words, one line per field that is set; empty when everything passes. */
export function filterLines(book: Book, filter: SignInFilter): string[] {
  if (isEmptyFilter(filter)) return []
  const { language } = book
  const words = summaryWords[language]
  const comma = language === 'ja' ? '、' : ', '
  const lines: string[] = []
  const add = (text: string, values: readonly string[]) => {
    if (values.length > 0) lines.push(fill(text, { value: values.join(comma) }))
  }
  add(words.filterText, filter.text.trim() === '' ? [] : [filter.text.trim()])
  add(
    words.filterOutcomes,
    filter.outcomes.map((outcome) => outcomeWords[language][outcome]),
  )
  add(
    words.filterMfa,
    filter.mfa.map((state) => mfaWords[language][state]),
  )
  add(
    words.filterEvents,
    filter.eventNames.map((key) => keyInWords(book, key)),
  )
  add(
    words.filterPrincipals,
    filter.principals.map((key) => keyInWords(book, key)),
  )
  add(words.filterFrom, filter.from === null ? [] : [utcText(filter.from)])
  add(words.filterTo, filter.to === null ? [] : [utcText(filter.to)])
  return lines
}

/** The keys that stand for hidden and missing values read as words; all others as they are. */
function keyInWords(book: Book, key: string): string {
  if (key === HIDDEN_NAME) return principalKindWords[book.language].hidden
  if (key === NOT_STATED) return principalKindWords[book.language]['not-stated']
  return key
}
