import { type Cursor, fail, notice, takeRun } from './cursor.ts'
import { globOf } from './glob.ts'
import { readRegex } from './regex/compile-regex.ts'
import type { Order, Test } from './syntax.ts'

/** At most so many regexes in one pattern. */
const MOST_REGEXES = 2
const BARE = /[^\s\u3000(){}&|"%<>=!]+/uy
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/
/** Numbers and addresses with stars, such as `4*` and `123.123.*`. */
const STARRED_NUMBER = /^[+-]?[\d.*]+([eE][+-]?[\d*]+)?$/
/** What may stand without quotes; a star may stand anywhere. */
const PLAIN = /^[A-Za-z0-9_*]+$/
/** Service names are published without quotes, though the guide asks for them. */
const WITH_DOTS = /^[A-Za-z0-9_*.-]+$/

/** The number that a text is, or null. */
export function numberOf(text: string): number | null {
  if (!NUMBER.test(text)) return null
  const number = Number(text)
  return Number.isFinite(number) ? number : null
}

/** Reads what follows `=` or `!=`: bare or quoted text, a number, or a regex between percent signs. */
export function readEqual(cursor: Cursor, equal: boolean): Test {
  const from = cursor.at
  const sign = cursor.text.charAt(from)
  if (sign === '"') return { kind: 'text', equal, glob: globOf(readQuoted(cursor)) }
  if (sign === '%') return { kind: 'regex', equal, regex: readCountedRegex(cursor) }
  const bare = takeRun(cursor, BARE)
  if (bare === '') fail(cursor, 'expected-value', from)
  const number = numberOf(bare)
  if (number !== null) return { kind: 'number', equal, number }
  if (!PLAIN.test(bare) && !STARRED_NUMBER.test(bare)) {
    if (!WITH_DOTS.test(bare)) fail(cursor, 'text-needs-quotes', from, cursor.at)
    notice(cursor, 'unquoted-signs', from)
  }
  return { kind: 'text', equal, glob: globOf(bare) }
}

/** Reads the number that follows `<`, `>`, `<=` or `>=`. */
export function readOrder(cursor: Cursor, order: Order): Test {
  const from = cursor.at
  const bare = takeRun(cursor, BARE)
  const number = numberOf(bare)
  if (number === null) fail(cursor, 'number-needed', from)
  return { kind: 'order', order, number }
}

/** Reads text in double quotes. `\"` and `\\` stand for the sign itself; any other backslash is a backslash. */
export function readQuoted(cursor: Cursor): string {
  const from = cursor.at
  let text = ''
  for (let at = from + 1; at < cursor.text.length; at += 1) {
    const sign = cursor.text.charAt(at)
    const next = cursor.text.charAt(at + 1)
    if (sign === '"') {
      cursor.at = at + 1
      return text
    }
    if (sign === '\\' && (next === '"' || next === '\\')) {
      text += next
      at += 1
    } else text += sign
  }
  return fail(cursor, 'text-not-closed', from, cursor.text.length)
}

/** Reads a regex and counts it. */
export function readCountedRegex(cursor: Cursor): ReturnType<typeof readRegex> {
  const from = cursor.at
  const regex = readRegex(cursor)
  cursor.regexes += 1
  if (cursor.regexes > MOST_REGEXES) fail(cursor, 'regex-count', from, cursor.at)
  return regex
}
