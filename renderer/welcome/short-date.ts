import { dateInWords } from '../../shared/domain/time.ts'
import type { Language } from '../../shared/domain/units.ts'

/** A date without its weekday: `14 Sep 2024` or `2024年9月14日`. `date` is `YYYY-MM-DD`. */
export function shortDate(date: string, language: Language): string {
  const words = dateInWords(date, language)
  return language === 'ja' ? words.replace(/（.）$/, '') : words.replace(/^\S+ /, '')
}
