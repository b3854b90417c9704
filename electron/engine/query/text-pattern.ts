import type { TypedValue } from './syntax.ts'

/**
 * A text to look for, upper and lower case alike. `pieces` are what stands between the stars: one piece for a text
 * without a star. `pieces` are in lower case, `typed` as they were written.
 */
export interface TextPattern {
  readonly pieces: readonly string[]
  readonly typed: readonly string[]
}

const patternOf = (typed: readonly string[]): TextPattern => ({ pieces: typed.map(folded), typed })

/** Lower case, so that names in any script compare alike. A sigma is one letter wherever it stands in its word. */
export const folded = (text: string): string => text.toLowerCase().replaceAll('ς', 'σ')

/**
 * Reads a value as it was typed. Outside quotes a `*` stands for any characters; a backslash takes the next of
 * `* \ " ( )` as it is. Inside quotes everything is as it stands, but for `\"` and `\\`.
 */
export function readPattern(value: TypedValue): TextPattern {
  if (value.quoted) return patternOf([plainText(value)])
  const pieces = ['']
  for (const [part] of value.text.matchAll(/\\[*\\"“”()（）]|[\s\S]/g)) {
    if (part === '*') pieces.push('')
    else pieces.push(`${pieces.pop()}${part.length > 1 && part.startsWith('\\') ? part.slice(1) : part}`)
  }
  return patternOf(pieces)
}

/** The value without quotes and escapes; stars stay. */
export function plainText(value: TypedValue): string {
  if (!value.quoted) return value.text.replaceAll(/\\([*\\"“”()（）])/g, '$1')
  return value.text.slice(1, -1).replaceAll(/\\(["“”\\])/g, '$1')
}

/** True when the whole of `text` is as the pattern says. */
export function matchesWhole({ pieces }: TextPattern, text: string): boolean {
  const value = folded(text)
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  if (last === undefined) return value === first
  if (value.length < first.length + last.length) return false
  if (!value.startsWith(first) || !value.endsWith(last)) return false
  const end = value.length - last.length
  let at = first.length
  for (const piece of rest) {
    const found = value.indexOf(piece, at)
    if (found === -1 || found + piece.length > end) return false
    at = found + piece.length
  }
  return true
}

/** True when some part of `text` is as the pattern says. */
export function occursIn({ pieces }: TextPattern, text: string): boolean {
  const value = folded(text)
  let at = 0
  for (const piece of pieces) {
    const found = value.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return true
}

/** A text as the query language must have it: in quotes where it would otherwise mean something else. */
export function quoteValue(text: string): string {
  const plain = /^[\p{L}\p{N}_@/+:=,;%&#$~^-][\p{L}\p{N}_@/+:=,;.%&#$~^-]*$/u.test(text)
  const meant = /^(?:and|or|not|-.*|&&|.*\.\..*)$/i.test(text)
  return plain && !meant ? text : `"${text.replaceAll(/["“”\\]/g, '\\$&')}"`
}
