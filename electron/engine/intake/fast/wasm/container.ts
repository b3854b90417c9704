// Finds the end of an object or list, 64 bytes a turn. The idea of working on bit masks, one bit a byte, with
// strings told from structure by a running exclusive or over the quotes, is that of Langdale and Lemire, "Parsing
// Gigabytes of JSON per Second" (2019). What differs: nothing is validated inside, the few brackets and keys of a
// turn are walked in order, and nothing is remembered between records.

import { CONTROL_CHARACTER, fail, TOO_DEEP, WRONG_BRACKET } from './fault.ts'
import { CLOSERS, MAX_DEPTH } from './memory.ts'

const QUOTE: i32 = 0x22
const LETTER_U: i32 = 0x75
const ALL: u64 = u64.MAX_VALUE
const EVEN_BITS: u64 = u64.MAX_VALUE / 3
const ODD_BITS: u64 = (u64.MAX_VALUE / 3) << 1

/** Strings `eventSource` directly in the container, and where the last one opens. */
export let keyCount: i32 = 0
export let keyAt: usize = 0
/** A letter is written as `\u00..`: text in this container may not be what its bytes say. */
export let hasEscapedLetter: bool = false
/** Containers that are open where the bytes ended before the container did. */
export let openLevels: u32 = 0

let deepest: u32 = MAX_DEPTH

export function setDeepest(levels: u32): void {
  deepest = min(levels, MAX_DEPTH)
}

/** One bit a byte for 64 bytes, the first byte lowest. */
function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>(i8x16.bitmask(a) | (i8x16.bitmask(b) << 16))
  const high = <u32>(i8x16.bitmask(c) | (i8x16.bitmask(d) << 16))
  return <u64>low | ((<u64>high) << 32)
}

function any(a: v128, b: v128, c: v128, d: v128): bool {
  return v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))
}

/**
 * The address after the container that opens at `start`, or 0: it does not end before `end`, or `fault` says what
 * is wrong with it. Up to 80 bytes behind `end` are read and decide nothing.
 */
export function containerEnd(start: usize, end: usize): usize {
  const quote = i8x16.splat(0x22)
  const backslash = i8x16.splat(0x5c)
  const space = i8x16.splat(0x20)
  const open = i8x16.splat(0x7b)
  const close = i8x16.splat(0x7d)
  const capitalS = i8x16.splat(0x53)
  const control = i8x16.splat(0x1f)
  let depth: u32 = 0
  // 1 when the first byte of the turn is escaped; all ones when the turn begins inside a string.
  let escapedFirst: u64 = 0
  let inside: u64 = 0
  keyCount = 0
  hasEscapedLetter = false

  for (let at = start; at < end; at += 64) {
    const a = v128.load(at)
    const b = v128.load(at, 16)
    const c = v128.load(at, 32)
    const d = v128.load(at, 48)
    const qa = i8x16.eq(a, quote)
    const qb = i8x16.eq(b, quote)
    const qc = i8x16.eq(c, quote)
    const qd = i8x16.eq(d, quote)
    let quotes = bitsOf(qa, qb, qc, qd)

    const ba = i8x16.eq(a, backslash)
    const bb = i8x16.eq(b, backslash)
    const bc = i8x16.eq(c, backslash)
    const bd = i8x16.eq(d, backslash)
    let marks: u64 = 0
    if (any(ba, bb, bc, bd) || escapedFirst !== 0) {
      // Of a run of backslashes every second one is itself escaped. Adding the runs that start at an odd place
      // makes them carry to their end, which tells odd from even lengths for all runs at once.
      const slashes = bitsOf(ba, bb, bc, bd) & ~escapedFirst
      const followers = (slashes << 1) | escapedFirst
      const oddStarts = slashes & ODD_BITS & ~followers
      const carried = oddStarts + slashes
      const escaped = (EVEN_BITS ^ (carried << 1)) & followers
      escapedFirst = <u64>(carried < slashes)
      quotes &= ~escaped
      marks = escapedLetters(at, escaped)
    }

    // A bit is set from each opening quote up to before its closing one.
    let strings = quotes
    strings ^= strings << 1
    strings ^= strings << 2
    strings ^= strings << 4
    strings ^= strings << 8
    strings ^= strings << 16
    strings ^= strings << 32
    strings ^= inside
    inside = <u64>(<i64>strings >> 63)

    // With bit 5 set, both kinds of bracket look the same.
    const fa = v128.or(a, space)
    const fb = v128.or(b, space)
    const fc = v128.or(c, space)
    const fd = v128.or(d, space)
    const ra = v128.or(i8x16.eq(fa, open), i8x16.eq(fa, close))
    const rb = v128.or(i8x16.eq(fb, open), i8x16.eq(fb, close))
    const rc = v128.or(i8x16.eq(fc, open), i8x16.eq(fc, close))
    const rd = v128.or(i8x16.eq(fd, open), i8x16.eq(fd, close))
    if (any(ra, rb, rc, rd)) marks |= bitsOf(ra, rb, rc, rd) & ~strings

    // Opening quotes with an S where `eventSource` has it; few other names do.
    const ka = v128.and(i8x16.eq(v128.load(at, 6), capitalS), qa)
    const kb = v128.and(i8x16.eq(v128.load(at, 22), capitalS), qb)
    const kc = v128.and(i8x16.eq(v128.load(at, 38), capitalS), qc)
    const kd = v128.and(i8x16.eq(v128.load(at, 54), capitalS), qd)
    if (any(ka, kb, kc, kd)) marks |= bitsOf(ka, kb, kc, kd) & quotes & strings

    const least = i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d))
    if (v128.any_true(i8x16.eq(i8x16.min_u(least, control), least))) marks |= controlBits(at) & strings

    if (end - at < 64) marks &= ALL >> (64 - (end - at))
    while (marks !== 0) {
      const place = at + <usize>ctz(marks)
      marks &= marks - 1
      const byte = <u32>load<u8>(place)
      if (byte === QUOTE) {
        if (depth === 1 && isEventSource(place)) {
          keyCount++
          keyAt = place
        }
      } else if (byte < 0x20) return fail(CONTROL_CHARACTER, place)
      else if (byte & 2) {
        if (depth === deepest) return fail(TOO_DEEP, place)
        // `{` and `}`, `[` and `]`: the closing one is two further.
        store<u8>(CLOSERS + depth, byte + 2)
        depth++
      } else if (byte === LETTER_U) hasEscapedLetter = true
      else {
        depth--
        if (load<u8>(CLOSERS + depth) !== byte) return fail(WRONG_BRACKET, place)
        if (depth === 0) return place + 1
      }
    }
  }
  openLevels = depth
  return 0
}

function isEventSource(quote: usize): bool {
  // "even", "tSou", "rce" and the closing quote, as little-endian numbers
  return (
    load<u32>(quote, 1) === 0x6e657665 &&
    load<u32>(quote, 5) === 0x756f5374 &&
    load<u32>(quote, 9) === 0x22656372
  )
}

/** Among the escaped characters each `u` of an ASCII letter, `\u0041` to `\u007a`. */
function escapedLetters(at: usize, escaped: u64): u64 {
  let letters: u64 = 0
  let places = escaped
  while (places !== 0) {
    const bit = places & (0 - places)
    const place = at + <usize>ctz(places)
    places ^= bit
    if (load<u8>(place) !== LETTER_U || load<u16>(place, 1) !== 0x3030) continue
    const digit = load<u8>(place, 3)
    if (digit >= 0x34 && digit <= 0x37) letters |= bit
  }
  return letters
}

/** Control characters, U+0000 to U+001F, among 64 bytes. */
function controlBits(at: usize): u64 {
  const space = i8x16.splat(0x20)
  return bitsOf(
    i8x16.lt_u(v128.load(at), space),
    i8x16.lt_u(v128.load(at, 16), space),
    i8x16.lt_u(v128.load(at, 32), space),
    i8x16.lt_u(v128.load(at, 48), space),
  )
}
