// Values outside of records, which are few: read byte by byte, and strictly.

import { containerEnd } from './container.ts'
import { fail, SYNTAX } from './fault.ts'

export function isSpace(byte: u32): bool {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

export function skipSpace(from: usize, end: usize): usize {
  let at = from
  while (at < end && isSpace(load<u8>(at))) at++
  return at
}

/** The address after the value at `from`, or 0 when it does not end before `end` or `fault` says what is wrong. */
export function valueEnd(from: usize, end: usize): usize {
  const byte = <u32>load<u8>(from)
  if (byte === 0x7b || byte === 0x5b) return containerEnd(from, end)
  if (byte === 0x22) return stringEnd(from, end)
  if (byte === 0x74) return wordEnd(from, end, 0x65757274, 4) // true
  if (byte === 0x6e) return wordEnd(from, end, 0x6c6c756e, 4) // null
  if (byte === 0x66) return wordEnd(from, end, 0x65736c61, 5) // false: its last four letters
  return numberEnd(from, end)
}

/** Like `valueEnd`, for the string whose opening quote is at `quote`. */
export function stringEnd(quote: usize, end: usize): usize {
  let at = quote + 1
  while (at < end) {
    const byte = <u32>load<u8>(at)
    if (byte === 0x22) return at + 1
    if (byte < 0x20) return fail(SYNTAX, at)
    if (byte === 0x5c) {
      at++
      if (at >= end) return 0
      const letter = <u32>load<u8>(at)
      if (letter === 0x75) {
        for (let digit = 0; digit < 4; digit++) {
          at++
          if (at >= end) return 0
          if (!isHex(load<u8>(at))) return fail(SYNTAX, at)
        }
      } else if (!isEscape(letter)) return fail(SYNTAX, at)
    }
    at++
  }
  return 0
}

function isHex(byte: u32): bool {
  const letter = byte | 0x20
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66)
}

/** `"` `\` `/` `b` `f` `n` `r` `t` */
function isEscape(byte: u32): bool {
  return (
    byte === 0x22 ||
    byte === 0x5c ||
    byte === 0x2f ||
    byte === 0x62 ||
    byte === 0x66 ||
    byte === 0x6e ||
    byte === 0x72 ||
    byte === 0x74
  )
}

/** A word that ends in the four given letters. The byte behind it, which must be there, may not continue it. */
function wordEnd(from: usize, end: usize, letters: u32, length: usize): usize {
  if (from + length >= end) return 0
  if (load<u32>(from + length - 4) !== letters) return fail(SYNTAX, from)
  return separated(from + length)
}

/** A number: `-`, digits without a leading zero, a fraction, an exponent (RFC 8259, 6). */
function numberEnd(from: usize, end: usize): usize {
  let at = from
  if (load<u8>(at) === 0x2d) at++
  const whole = at
  at = digitsEnd(at, end)
  if (at >= end) return 0
  if (at === whole || (load<u8>(whole) === 0x30 && at > whole + 1)) return fail(SYNTAX, from)
  if (load<u8>(at) === 0x2e) {
    const fraction = at + 1
    at = digitsEnd(fraction, end)
    if (at >= end) return 0
    if (at === fraction) return fail(SYNTAX, from)
  }
  if ((load<u8>(at) | 0x20) === 0x65) {
    at++
    if (at < end && (load<u8>(at) === 0x2b || load<u8>(at) === 0x2d)) at++
    const exponent = at
    at = digitsEnd(exponent, end)
    if (at >= end) return 0
    if (at === exponent) return fail(SYNTAX, from)
  }
  return separated(at)
}

function digitsEnd(from: usize, end: usize): usize {
  let at = from
  while (at < end && load<u8>(at) >= 0x30 && load<u8>(at) <= 0x39) at++
  return at
}

/** `at` when a value may end before this byte. */
function separated(at: usize): usize {
  const byte = <u32>load<u8>(at)
  return isSpace(byte) || byte === 0x2c || byte === 0x5d || byte === 0x7d ? at : fail(SYNTAX, at)
}
