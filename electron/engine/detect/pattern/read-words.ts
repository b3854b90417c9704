import type { PatternCondition } from '../../../../shared/domain/pattern.ts'
import { type Cursor, fail, notice, skipSpace, stands, take, takeRun } from './cursor.ts'
import { readCountedRegex, readQuoted } from './read-value.ts'
import type { Term } from './syntax.ts'

const WORD = /[^\s\u3000"%]+/uy
const PLAIN = /^[A-Za-z0-9_]+$/

/**
 * Reads an unstructured pattern: words that must all stand in the text, `?word` of which one must, `-word` that must
 * not, `"a phrase"` and regexes. Beside plain words `?word` means nothing, which is said.
 */
export function readWords(cursor: Cursor): { terms: readonly Term[]; places: readonly PatternCondition[] } {
  const terms: Term[] = []
  const places: PatternCondition[] = []
  while (!skipSpace(cursor)) {
    const from = cursor.at
    const role = take(cursor, '?') ? 'any' : take(cursor, '-') ? 'none' : 'all'
    const what = readTerm(cursor)
    // A blank phrase stands for everything.
    if (what.kind === 'text' && what.text.trim() === '') continue
    terms.push({ role, what })
    places.push({ text: cursor.text.slice(from, cursor.at), from, to: cursor.at })
  }
  if (terms.length > 0) notice(cursor, 'words-as-text', 0)
  if (!terms.some(({ role }) => role === 'all')) return { terms, places }
  const ignored = places.filter((_, index) => terms[index]?.role === 'any')
  for (const { from, to } of ignored) cursor.notices.push({ code: 'or-ignored', from, to, count: 1 })
  return {
    terms: terms.filter(({ role }) => role !== 'any'),
    places: places.filter((place) => !ignored.includes(place)),
  }
}

function readTerm(cursor: Cursor): Term['what'] {
  if (stands(cursor, '"')) return { kind: 'text', text: readQuoted(cursor) }
  if (stands(cursor, '%')) return { kind: 'regex', regex: readCountedRegex(cursor) }
  const from = cursor.at
  const word = takeRun(cursor, WORD)
  if (!PLAIN.test(word)) fail(cursor, 'text-needs-quotes', from, Math.max(cursor.at, from + 1))
  return { kind: 'text', text: word }
}
