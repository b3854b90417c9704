// The codes of a deflate block: the fixed ones, or those that a block brings in its header (RFC 1951, 3.2.6-7).

import { drop, held, refill, take } from './bit-input.ts'
import { DISTANCE_ENTRIES, HEADER_ENTRIES, LENGTH_ENTRIES } from './code-entries.ts'
import { buildTable } from './huffman-table.ts'
import { DISTANCE_TABLE, HEADER_TABLE, LENGTH_TABLE } from './memory.ts'

/** Bits that index each table. Longer words are rare and take a second step. */
export const LENGTH_BITS: i32 = 11
export const DISTANCE_BITS: i32 = 9
const HEADER_BITS: i32 = 7

const lengths = memory.data(320 + 16)
/** The order in which a header lists the lengths of its own code. */
const headerOrder = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])
/** The tables hold the fixed codes: no need to build them again. */
let areFixed = false

export function takeFixedCodes(): void {
  if (areFixed) return
  memory.fill(lengths, 8, 144)
  memory.fill(lengths + 144, 9, 112)
  memory.fill(lengths + 256, 7, 24)
  memory.fill(lengths + 280, 8, 8)
  memory.fill(lengths + 288, 5, 32)
  buildTable(lengths, 288, LENGTH_TABLE, LENGTH_BITS, LENGTH_ENTRIES, false, true)
  buildTable(lengths + 288, 32, DISTANCE_TABLE, DISTANCE_BITS, DISTANCE_ENTRIES, false, false)
  areFixed = true
}

/**
 * Reads the header of a block with its own codes and builds both tables. False when it breaks the format. May use
 * up to 600 bytes behind the end of the input: the caller asks `overran` before it believes the answer.
 */
export function readCodes(): bool {
  refill()
  const lengthCount = <i32>take(5) + 257
  const distanceCount = <i32>take(5) + 1
  const headerCount = <i32>take(4) + 4
  if (lengthCount > 286 || distanceCount > 30) return false
  areFixed = false

  memory.fill(lengths, 0, 19)
  for (let i = 0; i < headerCount; i++) {
    refill()
    store<u8>(lengths + load<u8>(headerOrder + i), <u8>take(3))
  }
  if (!buildTable(lengths, 19, HEADER_TABLE, HEADER_BITS, HEADER_ENTRIES, true, false)) return false
  if (!readLengths(lengthCount + distanceCount)) return false
  const hasEndOfBlock = load<u8>(lengths + 256) !== 0
  if (!hasEndOfBlock) return false
  if (!buildTable(lengths, lengthCount, LENGTH_TABLE, LENGTH_BITS, LENGTH_ENTRIES, false, true)) return false
  return buildTable(
    lengths + lengthCount,
    distanceCount,
    DISTANCE_TABLE,
    DISTANCE_BITS,
    DISTANCE_ENTRIES,
    false,
    false,
  )
}

/** Reads the code lengths of both codes, which follow each other as one run-length coded list. */
function readLengths(total: i32): bool {
  let at = 0
  while (at < total) {
    refill()
    const entry = load<u32>(HEADER_TABLE + ((<usize>(<u32>held & ((1 << HEADER_BITS) - 1))) << 2))
    drop(entry & 63)
    const symbol = entry >> 16
    if (symbol < 16) {
      store<u8>(lengths + at, <u8>symbol)
      at++
      continue
    }
    let value: u8 = 0
    let repeat: i32
    if (symbol === 16) {
      if (at === 0) return false
      value = load<u8>(lengths + at - 1)
      repeat = 3 + <i32>take(2)
    } else if (symbol === 17) repeat = 3 + <i32>take(3)
    else repeat = 11 + <i32>take(7)
    if (at + repeat > total) return false
    memory.fill(lengths + at, value, repeat)
    at += repeat
  }
  return true
}
