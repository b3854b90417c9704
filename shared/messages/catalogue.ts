import type { Language } from '../domain/units.ts'

/** One text, or a function that fills a text with values. Values are text, never markup. */
type Message = string | ((...values: never[]) => string)

/** The texts of one place of the program in one language. */
type Texts = Readonly<Record<string, Message>>

/**
 * The texts of one place of the program, both languages side by side. `T` is written once as an interface beside
 * the texts, so that a missing or misshapen translation does not compile.
 */
export type Catalogue<T> = Readonly<Record<Language, Readonly<T>>>

/** Types a catalogue: English gives the shape, Japanese must match it. */
export function catalogue<T extends Texts>(texts: { readonly en: T; readonly ja: NoInfer<T> }): Catalogue<T> {
  return texts
}
