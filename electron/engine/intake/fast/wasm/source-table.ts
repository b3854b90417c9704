// The event sources to count and to look for, and the test of one record's source against them.

import { MAX_SOURCES, NAME, SOURCE_COUNTS } from './memory.ts'

/** What becomes of a record of a source: nothing, candidate (1), or candidate when it mentions a word. */
const COUNT_ONLY: u32 = 0
const TAKE_MENTIONS: u32 = 2

/** What `sourceOf` answers besides an index of the table. */
export const OTHER_SOURCE: i32 = -1
export const ODD_SOURCE: i32 = -2

const NAME_BYTES: usize = 64
const MAX_WORDS: u32 = 64
const names = memory.data(64 * 256, 64)
const takes = memory.data(4 * 256)
/** Index of the first entry with a name of this length, plus one, and of the next one. */
const firstOfLength = memory.data(4 * 65)
const nextOfLength = memory.data(4 * 256)
const words = memory.data(64 * 64, 64)
const wordLengths = memory.data(4 * 64)
const wordSources = memory.data(4 * 64)
let sourceCount: u32 = 0
let wordCount: u32 = 0

/**
 * Adds the source whose name stands at `NAME`: 1 to 64 lower-case ASCII bytes. `take` is 0 to count its records
 * only, 1 to take all as candidates, 2 to take those that mention a word (`addWord`). False when the table is full.
 */
export function addSource(length: u32, take: u32): bool {
  if (sourceCount === MAX_SOURCES || length === 0 || length > <u32>NAME_BYTES) return false
  memory.copy(names + sourceCount * NAME_BYTES, NAME, length)
  store<u32>(takes + (sourceCount << 2), take)
  const first = firstOfLength + (length << 2)
  store<u32>(nextOfLength + (sourceCount << 2), load<u32>(first))
  store<u32>(first, sourceCount + 1)
  sourceCount++
  return true
}

/** Adds the word at `NAME` to the source that was added last: 1 to 64 lower-case ASCII letters. */
export function addWord(length: u32): bool {
  if (wordCount === MAX_WORDS || sourceCount === 0 || length === 0 || length > <u32>NAME_BYTES) return false
  memory.copy(words + wordCount * NAME_BYTES, NAME, length)
  store<u32>(wordLengths + (wordCount << 2), length)
  store<u32>(wordSources + (wordCount << 2), sourceCount - 1)
  wordCount++
  return true
}

export function resetCounts(): void {
  memory.fill(SOURCE_COUNTS, 0, sourceCount << 2)
}

/**
 * Finds the source that is named by the JSON string whose opening quote is at `quote`, and counts it. The string
 * is known to end before the record does. Letter case makes no difference.
 */
export function sourceOf(quote: usize): i32 {
  const start = quote + 1
  let end = start
  let marks: u32 = 0
  do {
    const block = v128.load(end)
    const quotes = i8x16.eq(block, i8x16.splat(0x22))
    const escapes = i8x16.eq(block, i8x16.splat(0x5c))
    marks = i8x16.bitmask(v128.or(quotes, escapes))
    end += marks === 0 ? 16 : ctz(marks)
  } while (marks === 0)
  if (load<u8>(end) !== 0x22) return ODD_SOURCE
  const length = <u32>(end - start)
  if (length > <u32>NAME_BYTES) return OTHER_SOURCE
  let entry = load<u32>(firstOfLength + (length << 2))
  while (entry !== 0) {
    const index = entry - 1
    if (isSame(start, names + index * NAME_BYTES, length)) {
      const slot = SOURCE_COUNTS + (index << 2)
      store<u32>(slot, load<u32>(slot) + 1)
      return index
    }
    entry = load<u32>(nextOfLength + (index << 2))
  }
  return OTHER_SOURCE
}

/** True when a record of source `index`, which reaches from `start` to `end`, is to be looked at. */
export function isWanted(index: u32, start: usize, end: usize): bool {
  const take = load<u32>(takes + (index << 2))
  if (take !== TAKE_MENTIONS) return take !== COUNT_ONLY
  for (let word: u32 = 0; word < wordCount; word++) {
    if (load<u32>(wordSources + (word << 2)) !== index) continue
    if (mentions(start, end, words + word * NAME_BYTES, load<u32>(wordLengths + (word << 2)))) return true
  }
  return false
}

/** Looks for places where the first and the last letter of the word stand, and compares only there. */
function mentions(start: usize, end: usize, word: usize, length: u32): bool {
  const first = i8x16.splat(load<i8>(word))
  const last = i8x16.splat(load<i8>(word + length - 1))
  for (let at = start; at + length <= end; at += 16) {
    const heads = i8x16.eq(lowerCase(v128.load(at)), first)
    const tails = i8x16.eq(lowerCase(v128.load(at + length - 1)), last)
    let places = i8x16.bitmask(v128.and(heads, tails))
    while (places !== 0) {
      if (isSame(at + ctz(places), word, length)) return true
      places &= places - 1
    }
  }
  return false
}

/** Compares `length` bytes with a lower-case name, whose room is a multiple of 16 bytes. */
function isSame(bytes: usize, name: usize, length: u32): bool {
  for (let at: u32 = 0; at < length; at += 16) {
    const equal = <u32>i8x16.bitmask(i8x16.eq(lowerCase(v128.load(bytes + at)), v128.load(name + at)))
    const wanted: u32 = length - at >= 16 ? 0xffff : (1 << (length - at)) - 1
    if ((equal & wanted) !== wanted) return false
  }
  return true
}

function lowerCase(block: v128): v128 {
  const letters = v128.and(i8x16.gt_s(block, i8x16.splat(0x40)), i8x16.lt_s(block, i8x16.splat(0x5b)))
  return v128.or(block, v128.and(letters, i8x16.splat(0x20)))
}
