import type { PatternProblem, PatternReading } from '../../../../shared/domain/pattern.ts'
import { type Cursor, fail, skipSpace, stands } from './cursor.ts'
import { plainQuotes } from './quotes.ts'
import { readJsonPattern } from './read-json.ts'
import { readWords } from './read-words.ts'
import { type Meaning, type Pattern, PatternTrouble } from './syntax.ts'

/** A pattern that works, or what is wrong with it and where. */
export type ReadPattern =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly problem: PatternProblem }

/**
 * Reads a CloudWatch Logs filter pattern of any family. `{…}` is a JSON pattern; `[…]` is for space-delimited logs,
 * which CloudTrail's are not, and is refused; everything else is words. Never throws for what a user typed.
 */
export function readPattern(typed: string): ReadPattern {
  const { text, places } = plainQuotes(typed)
  const cursor: Cursor = { text, at: 0, notices: [], regexes: 0 }
  const [first] = places
  if (first !== undefined)
    cursor.notices.push({ code: 'curly-quotes', from: first, to: first + 1, count: places.length })
  try {
    return { ok: true, pattern: { ...meaningOf(cursor), notices: cursor.notices } }
  } catch (cause) {
    if (cause instanceof PatternTrouble) return { ok: false, problem: cause.problem }
    throw cause
  }
}

function meaningOf(cursor: Cursor): { meaning: Meaning; places: Pattern['places'] } {
  if (skipSpace(cursor)) return { meaning: { family: 'all' }, places: [] }
  if (stands(cursor, '{')) {
    const { root, conditions, places } = readJsonPattern(cursor)
    return { meaning: { family: 'json', root, conditions }, places }
  }
  if (stands(cursor, '[')) fail(cursor, 'fields-pattern', cursor.at, cursor.text.trimEnd().length)
  const { terms, places } = readWords(cursor)
  return { meaning: terms.length === 0 ? { family: 'all' } : { family: 'words', terms }, places }
}

/** The same for display: what was understood, without the program that evaluates it. */
export function describePattern(typed: string): PatternReading {
  const read = readPattern(typed)
  if (!read.ok) return { family: null, problem: read.problem, notices: [], conditions: [] }
  const { meaning, notices, places } = read.pattern
  return { family: meaning.family, problem: null, notices: [...notices], conditions: [...places] }
}
