import type { Language } from '../domain/units.ts'

/** The texts of one place of the program: strings, and functions that fill a text with values, never markup. */
export type Catalogue<T> = Readonly<Record<Language, Readonly<T>>>

/**
 * The texts of one place, both languages side by side. English gives the shape (or an interface named by the
 * caller does), Japanese must match it: a missing or misshapen translation does not compile.
 */
export function catalogue<T extends object>(texts: {
  readonly en: T
  readonly ja: NoInfer<T>
}): Catalogue<T> {
  return texts
}
