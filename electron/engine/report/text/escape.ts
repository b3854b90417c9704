const NOT_PRINTED = /[\p{C}\p{M}\p{Zl}\p{Zp}]/u
const OTHER_SPACE = /\p{Zs}/u
const SPACE = 0x20
const IDEOGRAPHIC_SPACE = 0x3000

/**
 * True when a code point may be printed as itself. User names and user agents may hold anything, and a reader must
 * be able to tell names apart: controls, marks that join onto another letter, direction marks, odd spaces and
 * characters that Unicode replaces by another one are printed as `\u{…}` instead.
 */
export function isPlain(codePoint: number): boolean {
  if (codePoint >= SPACE && codePoint < 0x7f) return true
  if (codePoint === IDEOGRAPHIC_SPACE) return true
  const text = String.fromCodePoint(codePoint)
  if (NOT_PRINTED.test(text) || OTHER_SPACE.test(text)) return false
  return text.normalize('NFC') === text
}

/** `\u{202e}`, the notation of JavaScript and Rust. */
export function escapeOf(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`
}
