import {
  FACETS,
  type FacetName,
  HIDDEN_NAME,
  isEmptyFilter,
  NOT_STATED,
  type SignInFilter,
} from '../../../../shared/domain/filter.ts'
import { MfaState, Outcome } from '../../../../shared/domain/sign-in.ts'
import { utcText } from '../../../../shared/domain/time.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { reportFilterWords } from '../../../../shared/messages/report-filter.ts'
import { summaryWords } from '../../../../shared/messages/report-summary.ts'
import { mfaWords, outcomeWords, principalKindWords } from '../../../../shared/messages/words.ts'
import type { Book } from './book.ts'
import { wordsOf } from './words-of.ts'

/** A filter in words, one line per field that is set; empty when everything passes. */
export function filterLines(book: Book, filter: SignInFilter): string[] {
  if (isEmptyFilter(filter)) return []
  const { language } = book
  const words = wordsOf(book, summaryWords)
  const comma = language === 'ja' ? '、' : ', '
  const lines: string[] = []
  const add = (text: string, values: readonly string[]) => {
    if (values.length > 0) lines.push(fill(text, { value: values.join(comma) }))
  }
  const own = reportFilterWords[language]
  const query = filter.query.trim()
  add(own.query, query === '' ? [] : [query])
  add(own.queryZone, query === '' || filter.zone === 'UTC' ? [] : [filter.zone])
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
  for (const facet of FACETS) {
    for (const not of [false, true]) {
      const keys = filter.chosen.filter((choice) => choice.facet === facet && choice.not === not)
      const text = fillFacet(own[not ? 'without' : 'only'], own[facet])
      add(
        text,
        keys.map(({ key }) => choiceInWords(book, facet, key)),
      )
    }
  }
  add(words.filterFrom, filter.from === null ? [] : [utcText(filter.from)])
  add(words.filterTo, filter.to === null ? [] : [utcText(filter.to)])
  return lines
}

/** Only the name of the facet is filled in: the values come later, and are never searched for places. */
function fillFacet(text: string, facet: string): string {
  return text.replace('{facet}', facet)
}

function choiceInWords(book: Book, facet: FacetName, key: string): string {
  if (facet === 'tag' && key === NOT_STATED) return reportFilterWords[book.language].untagged
  if (facet === 'outcome') {
    const outcome = Outcome.safeParse(key)
    if (outcome.success) return outcomeWords[book.language][outcome.data]
  }
  if (facet === 'mfa') {
    const state = MfaState.safeParse(key)
    if (state.success) return mfaWords[book.language][state.data]
  }
  return keyInWords(book, key)
}

/** The keys that stand for hidden and missing values read as words; all others as they are. */
function keyInWords(book: Book, key: string): string {
  if (key === HIDDEN_NAME) return principalKindWords[book.language].hidden
  if (key === NOT_STATED) return principalKindWords[book.language]['not-stated']
  return key
}
