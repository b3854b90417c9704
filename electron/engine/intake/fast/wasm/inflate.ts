// Deflate (RFC 1951) in pieces of any size: stops when the input or the room is used up and goes on later.

import {
  drop,
  giveBack,
  held,
  heldCount,
  inputAt,
  mark,
  openInput,
  overran,
  refill,
  rewind,
  setInput,
  take,
} from './bit-input.ts'
import { DISTANCE_BITS, LENGTH_BITS, readCodes, takeFixedCodes } from './block-codes.ts'
import { copyMatch } from './copy-match.ts'
import { END_OF_BLOCK, LITERAL, NO_CODE, SPECIAL } from './huffman-entry.ts'
import { DISTANCE_TABLE, LENGTH_TABLE } from './memory.ts'

/** What `inflate` answers. */
export const ROOM_USED: i32 = 0
export const STREAM_ENDED: i32 = 1
export const INPUT_USED: i32 = 2
export const DAMAGED: i32 = 3
const GO_ON: i32 = 4

const AT_BLOCK: i32 = 0
const IN_STORED: i32 = 1
const IN_CODES: i32 = 2
let stage: i32 = AT_BLOCK
let isLastBlock = false
let storedLeft: usize = 0

/** End of what has been written. */
export let outAt: usize = 0

/** Begins a stream whose first byte is at `at`. */
export function beginStream(at: usize): void {
  setInput(at, 0, 0)
  stage = AT_BLOCK
  isLastBlock = false
}

/** Tells that the input was moved: its next byte is now at `at`. */
export function moveInput(at: usize): void {
  setInput(at, held, heldCount)
}

/**
 * Writes from `out` up to about `outLimit` (at most 320 bytes more). Matches may reach back to `history`. Input ends
 * at `inEnd`; what stands behind it is never used. Between calls fewer than eight bits are held, so `inputAt` tells
 * exactly how far the input was used, also when the answer is `DAMAGED`.
 */
export function inflate(out: usize, outLimit: usize, history: usize, inEnd: usize): i32 {
  outAt = out
  openInput(inEnd)
  let answer = GO_ON
  while (answer === GO_ON) {
    if (stage === AT_BLOCK) answer = isLastBlock ? STREAM_ENDED : beginBlock(inEnd)
    else if (stage === IN_STORED) answer = copyStored(outLimit, inEnd)
    else {
      answer = decodeFast(outLimit, history, inEnd - 32)
      if (answer === GO_ON && stage === IN_CODES) answer = decodeOne(outLimit, history)
    }
  }
  giveBack()
  return answer
}

function beginBlock(inEnd: usize): i32 {
  mark()
  refill()
  const isLast = take(1) !== 0
  const type = take(2)
  let isGood = true
  if (type === 0) {
    drop(heldCount & 7)
    giveBack()
    if (inputAt + 4 > inEnd) {
      rewind()
      return INPUT_USED
    }
    storedLeft = load<u16>(inputAt)
    isGood = (storedLeft ^ load<u16>(inputAt, 2)) === 0xffff
    setInput(inputAt + 4, 0, 0)
    stage = IN_STORED
  } else if (type === 1) {
    takeFixedCodes()
    stage = IN_CODES
  } else if (type === 2) {
    isGood = readCodes()
    stage = IN_CODES
  } else isGood = false
  if (overran()) {
    rewind()
    stage = AT_BLOCK
    return INPUT_USED
  }
  if (!isGood) {
    rewind()
    return DAMAGED
  }
  isLastBlock = isLast
  return GO_ON
}

function copyStored(outLimit: usize, inEnd: usize): i32 {
  if (storedLeft === 0) {
    stage = AT_BLOCK
    return GO_ON
  }
  if (outAt >= outLimit) return ROOM_USED
  if (inputAt >= inEnd) return INPUT_USED
  const count = min(storedLeft, min(outLimit - outAt, inEnd - inputAt))
  memory.copy(outAt, inputAt, count)
  outAt += count
  storedLeft -= count
  setInput(inputAt + count, 0, 0)
  return GO_ON
}

/** The base of a length or distance entry and the extra bits behind its code word. */
function baseAndExtra(entry: u32, bits: u64): usize {
  const extra = (bits & (((<u64>1) << entry) - 1)) >> ((entry >> 8) & 15)
  return <usize>(entry >> 16) + <usize>extra
}

/** The entry of the code word with which these bits begin, in the first table. */
function lengthEntry(bits: u64): u32 {
  return load<u32>(LENGTH_TABLE + ((<usize>(<u32>bits & ((1 << LENGTH_BITS) - 1))) << 2))
}

function distanceEntry(bits: u64): u32 {
  return load<u32>(DISTANCE_TABLE + ((<usize>(<u32>bits & ((1 << DISTANCE_BITS) - 1))) << 2))
}

/** The entry of a code word that goes on in the second table to which `entry` leads. */
function secondEntry(table: usize, entry: u32, rest: u64): u32 {
  return load<u32>(table + ((<usize>((entry >> 16) + (<u32>rest & ((1 << (entry & 63)) - 1)))) << 2))
}

/**
 * Decodes symbols while at least 32 bytes of input are left, which is more than one turn can use, so that nothing
 * has to be asked about the input in between. Keeps the bits in locals: this loop is a large part of the time of an
 * import. The next entry is always looked up already; then bits are filled up, so that three entries for literals, of 11
 * bits at most, and one for a length fit into them, and again before a distance.
 */
function decodeFast(outLimit: usize, history: usize, lastSafe: usize): i32 {
  let at = inputAt
  if (at > lastSafe) return GO_ON
  // Only the lowest six bits of the count are right: an entry is subtracted whole.
  let count = heldCount
  let bits = held | (load<u64>(at) << count)
  at += (63 - count) >> 3
  count |= 56
  let out = outAt
  let answer = GO_ON
  let entry = lengthEntry(bits)
  while (at <= lastSafe) {
    if (out >= outLimit) {
      answer = ROOM_USED
      break
    }
    if (entry & LITERAL) {
      // Two bytes are written always; of one literal alone the second is overwritten.
      store<u16>(out, entry >> 16)
      out += (entry >> 6) & 3
      bits >>= entry
      count -= entry
      entry = lengthEntry(bits)
      if (entry & LITERAL) {
        store<u16>(out, entry >> 16)
        out += (entry >> 6) & 3
        bits >>= entry
        count -= entry
        entry = lengthEntry(bits)
        if (entry & LITERAL) {
          store<u16>(out, entry >> 16)
          out += (entry >> 6) & 3
          bits >>= entry
          count -= entry
          entry = lengthEntry(bits)
          if (entry & LITERAL) {
            bits |= load<u64>(at) << count
            at += (63 - (count & 63)) >> 3
            count |= 56
            continue
          }
        }
      }
    }
    if (entry & SPECIAL) {
      if ((entry & (END_OF_BLOCK | NO_CODE)) === 0) {
        entry = secondEntry(LENGTH_TABLE, entry, bits >> LENGTH_BITS)
        if (entry & LITERAL) {
          // A word of up to 15 bits: it may not count among those of the next turn.
          store<u8>(out, entry >> 16)
          out++
          bits >>= entry
          count -= entry
          bits |= load<u64>(at) << count
          at += (63 - (count & 63)) >> 3
          count |= 56
          entry = lengthEntry(bits)
          continue
        }
      }
      if (entry & END_OF_BLOCK) {
        bits >>= entry
        count -= entry
        stage = AT_BLOCK
        break
      }
      if (entry & NO_CODE) {
        answer = DAMAGED
        break
      }
    }
    const length = baseAndExtra(entry, bits)
    bits >>= entry
    count -= entry
    bits |= load<u64>(at) << count
    at += (63 - (count & 63)) >> 3
    count |= 56
    entry = distanceEntry(bits)
    if (entry & SPECIAL) {
      if ((entry & (END_OF_BLOCK | NO_CODE)) === 0)
        entry = secondEntry(DISTANCE_TABLE, entry, bits >> DISTANCE_BITS)
      if (entry & SPECIAL) {
        answer = DAMAGED
        break
      }
    }
    const distance = baseAndExtra(entry, bits)
    bits >>= entry
    count -= entry
    if (distance > out - history) {
      answer = DAMAGED
      break
    }
    bits |= load<u64>(at) << count
    at += (63 - (count & 63)) >> 3
    count |= 56
    entry = lengthEntry(bits)
    out = copyMatch(out, distance, length)
  }
  outAt = out
  setInput(at, bits, count & 63)
  return answer
}

/** Decodes one symbol where the input may end within it: then nothing is used and nothing is written. */
function decodeOne(outLimit: usize, history: usize): i32 {
  if (outAt >= outLimit) return ROOM_USED
  mark()
  refill()
  const entry = lookUp(LENGTH_TABLE, LENGTH_BITS)
  const length = baseAndExtra(entry, held)
  // Of a pair only the first: the second may already stand behind the end.
  drop(entry & LITERAL ? (entry >> 8) & 15 : entry & 63)
  let isGood = (entry & NO_CODE) === 0
  let distance: usize = 0
  if ((entry & (LITERAL | SPECIAL)) === 0) {
    refill()
    const second = lookUp(DISTANCE_TABLE, DISTANCE_BITS)
    distance = baseAndExtra(second, held)
    drop(second & 63)
    isGood = (second & NO_CODE) === 0 && distance <= outAt - history
  }
  // Asked first: what stands behind the end of the input decides nothing.
  if (overran()) {
    rewind()
    return INPUT_USED
  }
  if (!isGood) {
    rewind()
    return DAMAGED
  }
  if (entry & LITERAL) {
    store<u8>(outAt, entry >> 16)
    outAt++
  } else if (entry & SPECIAL) stage = AT_BLOCK
  else outAt = copyMatch(outAt, distance, length)
  return GO_ON
}

/** The entry of the next code word, through the second table when there is one. */
function lookUp(table: usize, indexBits: i32): u32 {
  const entry = load<u32>(table + ((<usize>(<u32>held & ((1 << indexBits) - 1))) << 2))
  if ((entry & SPECIAL) === 0 || (entry & (END_OF_BLOCK | NO_CODE)) !== 0) return entry
  return secondEntry(table, entry, held >> indexBits)
}
