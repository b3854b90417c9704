import type { Language } from '../../shared/domain/units.ts'
import type { Catalogue } from '../../shared/messages/catalogue.ts'

/** The texts in the language that the window does not show: commands are found by both names. */
export function catalogueOther<T>(catalogue: Catalogue<T>, language: Language): Readonly<T> {
  return catalogue[language === 'en' ? 'ja' : 'en']
}
