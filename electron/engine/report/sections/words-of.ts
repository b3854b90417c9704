import type { Language } from '../../../../shared/domain/units.ts'

interface Reader {
  readonly language: Language
  readonly refs: Readonly<Record<string, string>>
}

type Words = Readonly<Record<string, string>>

// A catalogue is read once per report and not once per line.
const read = new WeakMap<object, Map<object, Words>>()

/**
 * The texts of a catalogue in the language of the report, with `{ch_items}` and the like replaced by the number that the
 * chapter has in this report. All other places stay to be filled.
 */
export function wordsOf<T extends Words>(book: Reader, catalogue: Readonly<Record<Language, T>>): T {
  const known = read.get(book.refs) ?? new Map<object, Words>()
  read.set(book.refs, known)
  const before = known.get(catalogue)
  if (before !== undefined) return before as T
  const texts = Object.entries(catalogue[book.language]).map(([key, text]) => [
    key,
    text.replace(/\{(ch_\w+)\}/g, (place, name: string) => book.refs[name] ?? place),
  ])
  const words = Object.fromEntries(texts) as T
  known.set(catalogue, words)
  return words
}
