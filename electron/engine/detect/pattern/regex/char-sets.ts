import { type Cursor, fail } from '../cursor.ts'
import type { CharSet } from './program.ts'

/** The ASCII characters for which `holds`; no others. */
export function asciiSet(holds: (code: number) => boolean): CharSet {
  return { ascii: Uint8Array.from({ length: 128 }, (_, code) => (holds(code) ? 1 : 0)), others: false }
}

/** One character. */
export function singleSet(code: number): CharSet {
  return asciiSet((one) => one === code)
}

const CLASSES = { d: /[0-9]/, w: /[A-Za-z0-9_]/, s: /[ \t\n\r\f\v]/ } as const

/** `\d \w \s`, or in capitals everything else, characters beyond ASCII included. */
export function charClassOf(letter: string): CharSet {
  const lower = letter.toLowerCase() as keyof typeof CLASSES
  const set = asciiSet((code) => CLASSES[lower].test(String.fromCharCode(code)))
  return letter === lower ? set : complement(set)
}

function complement({ ascii, others }: CharSet): CharSet {
  return { ascii: ascii.map((one) => 1 - one), others: !others }
}

const ESCAPED_SIGNS = /[\^$?[\]{}|\\*+.:_#=@/;,()\-"'&<>!~`]/
const HEX = /x([0-9A-Fa-f]{2})/y

/** Reads what follows a backslash: the letter of a class, or the code of one character. */
export function readEscape(cursor: Cursor, close: number): string | number {
  const from = cursor.at - 1
  const sign = cursor.at < close ? cursor.text.charAt(cursor.at) : ''
  if (/^[dDwWsS]$/.test(sign)) {
    cursor.at += 1
    return sign
  }
  HEX.lastIndex = cursor.at
  const hex = HEX.exec(cursor.text)?.[1]
  if (hex !== undefined) {
    cursor.at += 3
    const code = Number.parseInt(hex, 16)
    // Beyond ASCII a byte would be a part of a character, and this syntax knows no characters of several bytes.
    return code < 128 ? code : fail(cursor, 'regex-escape', from, cursor.at)
  }
  if (sign === '' || !ESCAPED_SIGNS.test(sign)) return fail(cursor, 'regex-escape', from, cursor.at + 1)
  cursor.at += 1
  return sign.charCodeAt(0)
}

const IN_CLASS = /[A-Za-z0-9:_#=@/;,\-.*+?$|{}^]/

/** Reads a class after its `[`: characters, ranges, escapes; `^` first turns it round. */
export function readClass(cursor: Cursor, close: number): CharSet {
  const open = cursor.at - 1
  const negated = cursor.text.charAt(cursor.at) === '^'
  if (negated) cursor.at += 1
  const ascii = new Uint8Array(128)
  let others = false
  let empty = true
  for (;;) {
    if (cursor.at >= close) return fail(cursor, 'regex-class', open, close)
    if (cursor.text.charAt(cursor.at) === ']') break
    empty = false
    const from = cursor.at
    const first = readMember(cursor, close)
    if (typeof first === 'string') {
      const set = charClassOf(first)
      set.ascii.forEach((one, code) => {
        if (one === 1) ascii[code] = 1
      })
      others ||= set.others
      continue
    }
    const last = readRangeEnd(cursor, close, first, from)
    for (let code = first; code <= last; code += 1) ascii[code] = 1
  }
  cursor.at += 1
  if (empty) return fail(cursor, 'regex-class', open, cursor.at)
  const set = { ascii, others }
  return negated ? complement(set) : set
}

function readMember(cursor: Cursor, close: number): string | number {
  const sign = cursor.text.charAt(cursor.at)
  cursor.at += 1
  if (sign === '\\') return readEscape(cursor, close)
  if (sign === '(' || sign === ')') return fail(cursor, 'regex-group', cursor.at - 1, cursor.at)
  if (!IN_CLASS.test(sign)) return fail(cursor, 'regex-sign', cursor.at - 1, cursor.at)
  return sign.charCodeAt(0)
}

/** The end of a range `a-z`, or `first` itself where no range begins; a dash at the end is a dash. */
function readRangeEnd(cursor: Cursor, close: number, first: number, from: number): number {
  const next = cursor.text.charAt(cursor.at + 1)
  if (cursor.text.charAt(cursor.at) !== '-' || next === ']' || cursor.at + 1 >= close) return first
  cursor.at += 1
  const last = readMember(cursor, close)
  if (typeof last === 'string' || last < first) return fail(cursor, 'regex-range', from, cursor.at)
  return last
}
