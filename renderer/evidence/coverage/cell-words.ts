import { COVERAGE_STATES, type CoverageState } from '../../../shared/domain/coverage.ts'
import { countLetters, coverageState } from '../../../shared/domain/coverage-days.ts'
import type { Language } from '../../../shared/domain/units.ts'
import { coverageStateWords } from '../../../shared/messages/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'

/** What a person needs to hear first: what is wrong, then what is there. */
const SAID: readonly CoverageState[] = ['damaged', 'missing', 'covered', 'empty', 'not-imported']

/** A cell in words: `18 hours covered, 6 hours missing, 5 log files`. A single hour is its state alone. */
export function cellWords(letters: string, logFiles: number | null, language: Language): string {
  const texts = coverageScreenTexts[language]
  const words = coverageStateWords[language]
  if (letters.length === 1) return words[coverageState(letters)]
  const counts = countLetters(letters)
  const parts = SAID.filter((state) => counts[state] > 0).map((state) =>
    texts.hoursOf(counts[state], words[state]),
  )
  return [...parts, ...(logFiles === null ? [] : [texts.logFiles(logFiles)])].join(texts.comma)
}

/** A length of time for reading: `48 s`, `5 min 12 s`, `2 h 3 min`. */
export function lengthWords(seconds: number, language: Language): string {
  const texts = coverageScreenTexts[language]
  const sign = seconds < 0 ? '−' : ''
  const whole = Math.round(Math.abs(seconds))
  if (whole < 60) return sign + texts.seconds(String(whole))
  if (whole < 3600) return sign + texts.minutes(String(Math.floor(whole / 60)), String(whole % 60))
  const minutes = Math.round(whole / 60)
  return sign + texts.hoursMinutes(String(Math.floor(minutes / 60)), String(minutes % 60))
}

/** The states in the order of the legend. */
export const LEGEND: readonly CoverageState[] = COVERAGE_STATES
