import { type Cursor, fail } from '../cursor.ts'
import { asciiSet, charClassOf, readClass, readEscape, singleSet } from './char-sets.ts'
import { type CharSet, MOST_STATES } from './program.ts'

/** One element of a regex: what it accepts or asserts, and how often. `most` is null without a limit. */
export interface RegexItem {
  readonly what: CharSet | 'start' | 'end'
  readonly least: number
  readonly most: number | null
}

/** Alternatives, each a sequence. There are no groups in this syntax, so nothing nests. */
export type RegexTree = readonly (readonly RegexItem[])[]

const ANY: CharSet = { ...asciiSet(() => true), others: true }
const PLAIN = /[A-Za-z0-9:_#=@/;,-]/

/**
 * Reads the limited regex syntax between two percent signs; the cursor stands after the first and ends after the
 * second. Letters, digits and `: _ # = @ / ; , -`; operators `^ $ ? [ ] { } | \ * + .`; `\d \D \s \S \w \W \xhh`.
 */
export function parseRegex(cursor: Cursor, open: number): RegexTree {
  const close = cursor.text.indexOf('%', cursor.at)
  if (close < 0) fail(cursor, 'regex-not-closed', open, cursor.text.length)
  if (close === cursor.at) fail(cursor, 'regex-empty', open, close + 1)
  const alternatives: RegexItem[][] = [[]]
  while (cursor.at < close) {
    if (cursor.text.charAt(cursor.at) === '|') {
      cursor.at += 1
      alternatives.push([])
      continue
    }
    const what = readAtom(cursor, close)
    const [least, most] = typeof what === 'string' ? [1, 1] : readRepeat(cursor, close)
    alternatives.at(-1)?.push({ what, least, most })
  }
  cursor.at = close + 1
  return alternatives
}

function readAtom(cursor: Cursor, close: number): RegexItem['what'] {
  const from = cursor.at
  const sign = cursor.text.charAt(from)
  cursor.at += 1
  if (sign === '^') return 'start'
  if (sign === '$') return 'end'
  if (sign === '.') return ANY
  if (sign === '[') return readClass(cursor, close)
  if (sign === '\\') {
    const escaped = readEscape(cursor, close)
    return typeof escaped === 'string' ? charClassOf(escaped) : singleSet(escaped)
  }
  if (sign === '(' || sign === ')') return fail(cursor, 'regex-group', from, from + 1)
  if (sign === ']') return fail(cursor, 'regex-class', from, from + 1)
  if ('*+?{}'.includes(sign)) return fail(cursor, 'regex-repeat', from, from + 1)
  if (PLAIN.test(sign)) return singleSet(sign.charCodeAt(0))
  return fail(cursor, 'regex-sign', from, from + 1)
}

const COUNTS = /\{(\d{1,5})(?:,(\d{0,5}))?\}/y

function readRepeat(cursor: Cursor, close: number): [least: number, most: number | null] {
  const from = cursor.at
  if (from >= close) return [1, 1]
  const counts = { '?': [0, 1], '*': [0, null], '+': [1, null] } as const
  const sign = cursor.text.charAt(from)
  if (sign === '?' || sign === '*' || sign === '+') {
    cursor.at += 1
    const [least, most] = counts[sign]
    return [least, most]
  }
  if (sign !== '{') return [1, 1]
  COUNTS.lastIndex = from
  const found = COUNTS.exec(cursor.text)
  if (found === null) return fail(cursor, 'regex-repeat', from, from + 1)
  cursor.at += found[0].length
  const least = Number(found[1])
  const most = found[2] === undefined ? least : found[2] === '' ? null : Number(found[2])
  if (most !== null && most < least) return fail(cursor, 'regex-range', from, cursor.at)
  if ((most ?? least) > MOST_STATES) return fail(cursor, 'regex-large', from, cursor.at)
  return [least, most]
}
