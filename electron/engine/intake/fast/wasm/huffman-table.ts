// Turns the code lengths of a Huffman code (RFC 1951, 3.2.2) into a table that is indexed by the next input bits. Its
// entries are described in `huffman-entry.ts`.

import { LITERAL, NO_CODE, ONE_BIT, ONE_LITERAL, SPECIAL } from './huffman-entry.ts'

const MAX_BITS: i32 = 15
const MAX_SYMBOLS: usize = 320
const countOf = memory.data(4 * 16, 16)
/** Where the next symbol of each length stands in `sorted`. */
const placeOf = memory.data(4 * 16, 16)
/** Symbols by length, 16 bits each; behind them those without a code word. */
const sorted = memory.data(2 * 320 * 2)
/** How many symbols of each length are literals: the first ones. */
const literalsOf = memory.data(4 * 16, 16)
/** Of each literal in `sorted` its code word, in the lower half, and the literal, in the highest byte. */
const literals = memory.data(4 * 320, 16)

/**
 * Builds `table`, indexed by `indexBits` bits, from `count` code lengths (a byte each) and the `entries` of the symbols.
 * False when the lengths are no prefix code. As in zlib, a code may leave words unused only when it is empty or one word
 * of one bit, and not at all when it has to be `whole`. With `pairs`, two literals that fit into one index have an entry.
 */
export function buildTable(
  lengths: usize,
  count: i32,
  table: usize,
  indexBits: i32,
  entries: usize,
  whole: bool,
  pairs: bool,
): bool {
  const longest = countLengths(lengths, count)
  const unused = sortSymbols(lengths, count)
  if (unused < 0) return false
  if (unused > 0 && (whole || longest > 1)) return false
  let word: u32 = 0
  let at = sorted
  // The table for words of one length more is that of the shorter ones twice, and the words of that length.
  for (let length = 1; length <= indexBits; length++) {
    if (length > 1) repeat(table, 1 << (length - 1))
    const ofWord = <u32>length * ONE_BIT
    for (let left = load<u32>(countOf + (length << 2)); left > 0; left--) {
      const symbol = <u32>load<u16>(at)
      store<u32>(table + (word << 2), load<u32>(entries + (symbol << 2)) + ofWord)
      store<u32>(literals + ((at - sorted) << 1), word | (symbol << 24))
      word = wordAfter(word, length)
      at += 2
    }
    if (pairs) storePairs(table, length)
    if (length === 1 && unused > 0) fillUnused(table, word)
  }
  if (longest > indexBits) buildSecond(table, indexBits, longest, entries, word, at)
  return true
}

/**
 * Stores the pairs of literals whose words have `length` bits together: most bytes of a log that are not repeated are
 * digits of IDs, a handful of bits each. What stands there is the first of them alone.
 */
function storePairs(table: usize, length: i32): void {
  for (let ofFirst = 1; ofFirst < length; ofFirst++) {
    const ofSecond = length - ofFirst
    const firstEnd = placeOfLiterals(ofFirst) + load<u32>(literalsOf + (ofFirst << 2))
    const second = placeOfLiterals(ofSecond)
    const secondEnd = second + load<u32>(literalsOf + (ofSecond << 2))
    if (second === secondEnd) continue
    for (let a = placeOfLiterals(ofFirst); a < firstEnd; a++) {
      const first = load<u32>(literals + (a << 2))
      const at = table + ((first & 0xffff) << 2)
      const entry = LITERAL | (ONE_LITERAL << 1) | ((first >> 24) << 16) | (ofFirst << 8) | length
      for (let b = second; b < secondEnd; b++) {
        const half = load<u32>(literals + (b << 2))
        store<u32>(at + ((half & 0xffff) << (ofFirst + 2)), entry | (half & 0xff000000))
      }
    }
  }
}

/** Where those of a length begin in `literals`. */
function placeOfLiterals(length: i32): u32 {
  // After sorting, each place is the end of its length.
  return load<u32>(placeOf + (length << 2)) - load<u32>(countOf + (length << 2))
}

/**
 * The code word after this one of the same length. Code words count up from their last bit, and stand here with the last
 * bit highest, as they come: what is carried goes downwards. A longer word of the same bits begins at the same number.
 */
function wordAfter(word: u32, length: i32): u32 {
  const bit: u32 = 0x8000_0000 >> clz(~word & ((1 << length) - 1))
  return (word & (bit - 1)) | bit
}

/** Of a code with one word of one bit, or none: `used` words of that length stand in the table already. */
function fillUnused(table: usize, used: u32): void {
  for (let index = used; index < 2; index++) store<u32>(table + (index << 2), SPECIAL | NO_CODE | 1)
}

/** Writes the tables of words longer than the index. Words with the same first bits follow each other. */
function buildSecond(
  table: usize,
  indexBits: i32,
  longest: i32,
  entries: usize,
  from: u32,
  place: usize,
): void {
  const size = 1 << indexBits
  const secondBits = longest - indexBits
  let second = table + (size << 2)
  let word = from
  let at = place
  let known: u32 = u32.MAX_VALUE
  for (let length = indexBits + 1; length <= longest; length++) {
    const ofWord = <u32>length * ONE_BIT
    for (let left = load<u32>(countOf + (length << 2)); left > 0; left--) {
      const first = word & (size - 1)
      if (first !== known) {
        if (known !== u32.MAX_VALUE) second += 4 << secondBits
        known = first
        store<u32>(table + (first << 2), SPECIAL | ((<u32>(second - table) >> 2) << 16) | <u32>secondBits)
      }
      const entry = load<u32>(entries + ((<usize>load<u16>(at)) << 2)) + ofWord
      spread(second, word >> indexBits, length - indexBits, 1 << secondBits, entry)
      word = wordAfter(word, length)
      at += 2
    }
  }
}

/** Counts the symbols of each length; returns the longest length. */
function countLengths(lengths: usize, count: i32): i32 {
  for (let at: usize = 0; at < 64; at += 16) v128.store(countOf + at, i64x2.splat(0))
  countSymbols(lengths, 0, min(count, 256))
  for (let at: usize = 0; at < 64; at += 16) v128.store(literalsOf + at, v128.load(countOf + at))
  countSymbols(lengths, 256, count)
  let longest = MAX_BITS
  while (longest > 0 && load<u32>(countOf + (longest << 2)) === 0) longest--
  return longest
}

function countSymbols(lengths: usize, from: i32, to: i32): void {
  for (let symbol = from; symbol < to; symbol++) {
    const slot = countOf + ((<usize>load<u8>(lengths + symbol)) << 2)
    store<u32>(slot, load<u32>(slot) + 1)
  }
}

/** Sorts the symbols by length; returns how many words of 15 bits stay unused, negative for too many. */
function sortSymbols(lengths: usize, count: i32): i32 {
  let unused = 1
  let place: u32 = 0
  for (let length = 1; length <= MAX_BITS; length++) {
    const ofLength = load<u32>(countOf + (length << 2))
    store<u32>(placeOf + (length << 2), place)
    place += ofLength
    unused = (unused << 1) - <i32>ofLength
    if (unused < 0) return -1
  }
  // Put aside without asking: which symbols have no word cannot be guessed.
  store<u32>(placeOf, <u32>MAX_SYMBOLS)
  for (let symbol = 0; symbol < count; symbol++) {
    const slot = placeOf + ((<usize>load<u8>(lengths + symbol)) << 2)
    const at = load<u32>(slot)
    store<u16>(sorted + (at << 1), <u16>symbol)
    store<u32>(slot, at + 1)
  }
  return unused
}

/** Writes the entry at every index whose lowest `length` bits are `code`. */
function spread(table: usize, code: u32, length: i32, size: i32, entry: u32): void {
  const step = 1 << length
  for (let index = <i32>code; index < size; index += step) store<u32>(table + (index << 2), entry)
}

/** Copies the first `size` entries behind themselves, four at a time. */
function repeat(table: usize, size: i32): void {
  const behind = table + (size << 2)
  for (let at: usize = 0; at < <usize>(size << 2); at += 16) v128.store(behind + at, v128.load(table + at))
}
