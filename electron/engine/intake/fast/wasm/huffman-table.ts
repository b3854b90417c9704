// Turns the code lengths of a Huffman code (RFC 1951, 3.2.2) into a table that is indexed by the next input bits.
//
// An entry is 32 bits:
//   bits 0-5    bits to drop: the code word and the extra bits behind it
//   bits 8-11   bits of the code word alone
//   bits 12-15  what it is: one of the flags below, or none for a length or a distance
//   bits 16-31  the literal, the base of the length or distance, or the place of a second table
// Code words longer than the index go on in a second table: the entry then holds its place, and in bits 0-5 the
// number of bits that index it. Entries of a second table have the same form, with whole code words.

export const LITERAL: u32 = 0x8000
/** A second table, the end of the block, or no code word: not what the quick way expects. */
export const SPECIAL: u32 = 0x4000
export const END_OF_BLOCK: u32 = 0x2000
export const NO_CODE: u32 = 0x1000

export const OF_HEADER: i32 = 0
export const OF_LENGTHS: i32 = 1
export const OF_DISTANCES: i32 = 2

const MAX_BITS: i32 = 15
const countOf = memory.data(4 * 16)
/** Where the symbols of each length stand in `sorted`, 16 bits a symbol. */
const placeOf = memory.data(4 * 16)
const sorted = memory.data(2 * 320)

// RFC 1951, 3.2.5: the smallest length or distance of each symbol, and the extra bits that are added to it.
const lengthBase = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
])
const lengthExtra = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
])
const distanceBase = memory.data<u16>([
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
])
const distanceExtra = memory.data<u8>([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
])

/**
 * Builds `table`, indexed by `indexBits` bits, from `count` code lengths (a byte each). False when the lengths are
 * no prefix code. As in zlib, a code may leave words unused only when it is empty or one word of one bit.
 */
export function buildTable(lengths: usize, count: i32, table: usize, indexBits: i32, kind: i32): bool {
  const longest = countLengths(lengths, count)
  const unused = sortSymbols(lengths, count)
  if (unused < 0) return false
  if (unused > 0 && (kind === OF_HEADER || longest > 1)) return false
  let code: u32 = 0
  let at = sorted
  // The table for words of one length more is that of the shorter ones twice, and the words of that length.
  for (let length = 1; length <= indexBits; length++) {
    if (length > 1) repeat(table, 1 << (length - 1))
    code <<= 1
    for (let left = load<u32>(countOf + (length << 2)); left > 0; left--) {
      store<u32>(table + (reversed(code, length) << 2), entryOf(kind, load<u16>(at), length))
      code++
      at += 2
    }
    if (length === 1 && unused > 0) fillUnused(table, code)
  }
  if (longest > indexBits) buildSecond(table, indexBits, longest, kind, code, at)
  return true
}

/** Of a code with one word of one bit, or none: `used` words of that length stand in the table already. */
function fillUnused(table: usize, used: u32): void {
  for (let index = used; index < 2; index++) store<u32>(table + (index << 2), SPECIAL | NO_CODE | 1)
}

/** Writes the tables of words longer than the index. Words with the same first bits follow each other. */
function buildSecond(table: usize, indexBits: i32, longest: i32, kind: i32, from: u32, place: usize): void {
  const size = 1 << indexBits
  const secondBits = longest - indexBits
  let second = table + (size << 2)
  let code = from
  let at = place
  let known: u32 = u32.MAX_VALUE
  for (let length = indexBits + 1; length <= longest; length++) {
    code <<= 1
    for (let left = load<u32>(countOf + (length << 2)); left > 0; left--) {
      const word = reversed(code, length)
      const first = word & (size - 1)
      if (first !== known) {
        if (known !== u32.MAX_VALUE) second += 4 << secondBits
        known = first
        store<u32>(table + (first << 2), SPECIAL | ((<u32>(second - table) >> 2) << 16) | <u32>secondBits)
      }
      const entry = entryOf(kind, load<u16>(at), length)
      spread(second, word >> indexBits, length - indexBits, 1 << secondBits, entry)
      code++
      at += 2
    }
  }
}

/** Counts the symbols of each length; returns the longest length. */
function countLengths(lengths: usize, count: i32): i32 {
  memory.fill(countOf, 0, 4 * 16)
  for (let symbol = 0; symbol < count; symbol++) {
    const slot = countOf + ((<usize>load<u8>(lengths + symbol)) << 2)
    store<u32>(slot, load<u32>(slot) + 1)
  }
  let longest = MAX_BITS
  while (longest > 0 && load<u32>(countOf + (longest << 2)) === 0) longest--
  return longest
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
  for (let symbol = 0; symbol < count; symbol++) {
    const length = <usize>load<u8>(lengths + symbol)
    if (length === 0) continue
    const slot = placeOf + (length << 2)
    const at = load<u32>(slot)
    store<u16>(sorted + (at << 1), <u16>symbol)
    store<u32>(slot, at + 1)
  }
  return unused
}

function entryOf(kind: i32, symbol: i32, length: i32): u32 {
  const bits = <u32>length
  const word = bits << 8
  if (kind === OF_HEADER) return ((<u32>symbol) << 16) | word | bits
  if (kind === OF_DISTANCES) {
    if (symbol > 29) return SPECIAL | NO_CODE | word | bits
    const extra = <u32>load<u8>(distanceExtra + symbol)
    return ((<u32>load<u16>(distanceBase + (symbol << 1))) << 16) | word | (bits + extra)
  }
  if (symbol < 256) return LITERAL | ((<u32>symbol) << 16) | word | bits
  if (symbol === 256) return SPECIAL | END_OF_BLOCK | word | bits
  if (symbol > 285) return SPECIAL | NO_CODE | word | bits
  const extra = <u32>load<u8>(lengthExtra + symbol - 257)
  return ((<u32>load<u16>(lengthBase + ((symbol - 257) << 1))) << 16) | word | (bits + extra)
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

/** Code words arrive highest bit first, the table is indexed lowest bit first. */
function reversed(word: u32, length: i32): u32 {
  let bits = word
  bits = ((bits & 0x5555) << 1) | ((bits >> 1) & 0x5555)
  bits = ((bits & 0x3333) << 2) | ((bits >> 2) & 0x3333)
  bits = ((bits & 0x0f0f) << 4) | ((bits >> 4) & 0x0f0f)
  return (((bits & 0xff) << 8) | (bits >> 8)) >> (16 - length)
}
