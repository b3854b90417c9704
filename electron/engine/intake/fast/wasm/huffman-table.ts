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
const nextCode = memory.data(4 * 16)

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
  const unused = firstCodes()
  if (unused < 0) return false
  if (unused > 0 && (kind === OF_HEADER || longest > 1)) return false
  const size = 1 << indexBits
  if (unused > 0) fill(table, 0, size, SPECIAL | NO_CODE | 1)
  else if (longest > indexBits) fill(table, 0, size, 0)

  const secondBits = longest > indexBits ? longest - indexBits : 0
  let free = size
  for (let symbol = 0; symbol < count; symbol++) {
    const length = <i32>load<u8>(lengths + symbol)
    if (length === 0) continue
    const slot = nextCode + (length << 2)
    const code = load<u32>(slot)
    store<u32>(slot, code + 1)
    // Code words arrive highest bit first, the table is indexed lowest bit first.
    const reversed = reverse16(code) >> (16 - length)
    const entry = entryOf(kind, symbol, length)
    if (length <= indexBits) {
      spread(table, reversed, length, size, entry)
      continue
    }
    const first = table + ((reversed & (size - 1)) << 2)
    if (load<u32>(first) === 0) {
      store<u32>(first, SPECIAL | ((<u32>free) << 16) | <u32>secondBits)
      free += 1 << secondBits
    }
    const second = table + ((load<u32>(first) >> 16) << 2)
    spread(second, reversed >> indexBits, length - indexBits, 1 << secondBits, entry)
  }
  return true
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

/** Sets the first code word of each length; returns how many words of 15 bits stay unused, negative for too many. */
function firstCodes(): i32 {
  let unused = 1
  let code: u32 = 0
  for (let length = 1; length <= MAX_BITS; length++) {
    const count = load<u32>(countOf + (length << 2))
    store<u32>(nextCode + (length << 2), code)
    code = (code + count) << 1
    unused = (unused << 1) - <i32>count
    if (unused < 0) return -1
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

function fill(table: usize, from: i32, to: i32, entry: u32): void {
  for (let index = from; index < to; index++) store<u32>(table + (index << 2), entry)
}

function reverse16(word: u32): u32 {
  let bits = word
  bits = ((bits & 0x5555) << 1) | ((bits >> 1) & 0x5555)
  bits = ((bits & 0x3333) << 2) | ((bits >> 2) & 0x3333)
  bits = ((bits & 0x0f0f) << 4) | ((bits >> 4) & 0x0f0f)
  return ((bits & 0xff) << 8) | (bits >> 8)
}
