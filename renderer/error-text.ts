import type { Language } from '../shared/domain/units.ts'
import type { ErrorCode } from '../shared/errors.ts'
import { type ErrorWords, errorWords } from '../shared/messages/errors.ts'

/** What a failed call says to the user: what happened, and what to do. */
export function errorText(code: ErrorCode, language: Language): ErrorWords {
  return errorWords[language][code]
}
