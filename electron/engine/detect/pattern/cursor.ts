import type { PatternNotice, PatternProblemCode } from '../../../../shared/domain/pattern.ts'
import { PatternTrouble } from './syntax.ts'

/** A place in the text of a pattern, and what was noticed on the way. */
export interface Cursor {
  readonly text: string
  at: number
  readonly notices: PatternNotice[]
  regexes: number
}

const SPACE = /[\s\u3000]/u

/** Moves over white space and tells whether the end is reached. */
export function skipSpace(cursor: Cursor): boolean {
  while (cursor.at < cursor.text.length && SPACE.test(cursor.text.charAt(cursor.at))) cursor.at += 1
  return cursor.at >= cursor.text.length
}

/** True when `expected` stands here; the cursor stays. */
export function stands(cursor: Cursor, expected: string): boolean {
  return cursor.text.startsWith(expected, cursor.at)
}

/** Moves over `expected` when it stands here. */
export function take(cursor: Cursor, expected: string): boolean {
  if (!stands(cursor, expected)) return false
  cursor.at += expected.length
  return true
}

/** Moves over the longest run of what `pattern` (with the flag `y`) matches here; '' when nothing does. */
export function takeRun(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at
  const run = pattern.exec(cursor.text)?.[0] ?? ''
  cursor.at += run.length
  return run
}

const WORD = /[A-Za-z]+/y

/** The run of letters here; the cursor stays. */
export function wordHere(cursor: Cursor): string {
  const { at } = cursor
  const word = takeRun(cursor, WORD)
  cursor.at = at
  return word
}

/** Takes a keyword. In other letters than capitals it is taken too, with a notice: the guide writes capitals. */
export function takeKeyword(cursor: Cursor, keyword: string): boolean {
  const { at } = cursor
  const word = takeRun(cursor, WORD)
  if (word.toUpperCase() === keyword) {
    if (word !== keyword) notice(cursor, 'keyword-case', at)
    return true
  }
  cursor.at = at
  return false
}

/** Notes something from `from` to here. One kind of notice is said once, with the number of places. */
export function notice(cursor: Cursor, code: PatternNotice['code'], from: number): void {
  const known = cursor.notices.findIndex((entry) => entry.code === code)
  const before = cursor.notices[known]
  if (before === undefined) cursor.notices.push({ code, from, to: Math.max(cursor.at, from), count: 1 })
  else cursor.notices[known] = { ...before, count: before.count + 1 }
}

const SEEN = /[^\s\u3000()]+/uy

/** Throws the problem at `from`; without `to` it covers the word that stands there. */
export function fail(cursor: Cursor, code: PatternProblemCode, from: number = cursor.at, to?: number): never {
  SEEN.lastIndex = from
  const end = to ?? from + (SEEN.exec(cursor.text)?.[0].length ?? (from < cursor.text.length ? 1 : 0))
  throw new PatternTrouble({ code, from, to: Math.max(end, from), found: cursor.text.slice(from, end) })
}
