// What a code word of deflate (RFC 1951, 3.2.5) means: the entry of a table (`huffman-table.ts`) that belongs to each
// symbol, but for the bits of its code word. Made once, when the module is started.

import { END_OF_BLOCK, LITERAL, NO_CODE, ONE_LITERAL, SPECIAL } from './huffman-entry.ts'

/** Of literals and lengths, 0 to 287; of distances, 0 to 31; of the code in a block's header, 0 to 18. */
export const LENGTH_ENTRIES = memory.data(4 * 288, 16)
export const DISTANCE_ENTRIES = memory.data(4 * 32, 16)
export const HEADER_ENTRIES = memory.data(4 * 19, 16)

// The smallest length or distance of each symbol, and the extra bits that are added to it.
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

for (let symbol = 0; symbol < 288; symbol++) store<u32>(LENGTH_ENTRIES + (symbol << 2), lengthEntry(symbol))
for (let symbol = 0; symbol < 32; symbol++)
  store<u32>(DISTANCE_ENTRIES + (symbol << 2), distanceEntry(symbol))
for (let symbol = 0; symbol < 19; symbol++) store<u32>(HEADER_ENTRIES + (symbol << 2), (<u32>symbol) << 16)

function lengthEntry(symbol: i32): u32 {
  if (symbol < 256) return LITERAL | ONE_LITERAL | ((<u32>symbol) << 16)
  if (symbol === 256) return SPECIAL | END_OF_BLOCK
  if (symbol > 285) return SPECIAL | NO_CODE
  const extra = <u32>load<u8>(lengthExtra + symbol - 257)
  return ((<u32>load<u16>(lengthBase + ((symbol - 257) << 1))) << 16) | extra
}

function distanceEntry(symbol: i32): u32 {
  if (symbol > 29) return SPECIAL | NO_CODE
  const extra = <u32>load<u8>(distanceExtra + symbol)
  return ((<u32>load<u16>(distanceBase + (symbol << 1))) << 16) | extra
}
