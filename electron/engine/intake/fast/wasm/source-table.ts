// The event sources to count and to look for, and the test of one record's source against them.

import { MAX_SOURCES, NAME, SOURCE_COUNTS } from './memory.ts'
import { skipSpace } from './small-values.ts'

/** What becomes of a record of a source: nothing, candidate (1), or candidate when it has one of some event names. */
const COUNT_ONLY: u32 = 0
const TAKE_NAMED: u32 = 2

/** What `sourceOf` answers besides an index of the table: another service, or none that is known to be one. */
export const OTHER_SOURCE: i32 = -1
export const ODD_SOURCE: i32 = -2

const NAME_BYTES: usize = 64
const MAX_EVENTS: u32 = 64
const names = memory.data(64 * 256, 64)
const takes = memory.data(4 * 256)
/** Index of the first entry with a name of this length, plus one, and of the next one. */
const firstOfLength = memory.data(4 * 65)
const nextOfLength = memory.data(4 * 256)
const events = memory.data(64 * 64, 64)
const eventLengths = memory.data(4 * 64)
const eventSources = memory.data(4 * 64)
let sourceCount: u32 = 0
let eventCount: u32 = 0

/**
 * Adds the source whose name stands at `NAME`: 1 to 64 lower-case ASCII bytes. `take` is 0 to count its records
 * only, 1 to take all as candidates, 2 to take those with a certain event name (`addEvent`). False when the table is full.
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

/** Adds the event name at `NAME` to the source that was added last: 1 to 64 lower-case ASCII letters. */
export function addEvent(length: u32): bool {
  if (eventCount === MAX_EVENTS || sourceCount === 0 || length === 0 || length > <u32>NAME_BYTES) return false
  memory.copy(events + eventCount * NAME_BYTES, NAME, length)
  store<u32>(eventLengths + (eventCount << 2), length)
  store<u32>(eventSources + (eventCount << 2), sourceCount - 1)
  eventCount++
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
  if (length > <u32>NAME_BYTES) return ODD_SOURCE
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
  return isService(end, length) ? OTHER_SOURCE : ODD_SOURCE
}

/**
 * True for the name of a service as CloudTrail writes it, `….amazonaws.com`. Messages of S3, SQS and others, which also
 * come as a list named Records, say `aws:s3` and the like.
 */
function isService(end: usize, length: u32): bool {
  // ".ama", "zona", "ws.c" and ".com", as little-endian numbers
  return (
    length > 14 &&
    load<u32>(end - 14) === 0x616d612e &&
    load<u32>(end - 10) === 0x616e6f7a &&
    load<u32>(end - 6) === 0x632e7377 &&
    load<u32>(end - 4) === 0x6d6f632e
  )
}

/** True when a record of source `index`, which reaches from `start` to `end`, is to be looked at. */
export function isWanted(index: u32, start: usize, end: usize): bool {
  const take = load<u32>(takes + (index << 2))
  if (take !== TAKE_NAMED) return take !== COUNT_ONLY
  return mayBeNamed(index, start, end)
}

/**
 * True when a member `eventName` anywhere in the record has one of the names of source `index`, and when there is
 * none or its value is not plain text: then it is not sure what the event is called.
 */
function mayBeNamed(index: u32, start: usize, end: usize): bool {
  let isSure = false
  const quote = i8x16.splat(0x22)
  const capitalN = i8x16.splat(0x4e)
  for (let at = start; at < end; at += 16) {
    const keys = v128.and(i8x16.eq(v128.load(at), quote), i8x16.eq(v128.load(at, 6), capitalN))
    let places = i8x16.bitmask(keys)
    while (places !== 0) {
      const place = at + ctz(places)
      places &= places - 1
      // What stands behind the record belongs to the next one.
      if (place + 11 > end) return !isSure
      // "even", "tNam", "e" and the closing quote, as little-endian numbers
      if (load<u32>(place, 1) !== 0x6e657665) continue
      if (load<u32>(place, 5) !== 0x6d614e74 || load<u16>(place, 9) !== 0x2265) continue
      const colon = skipSpace(place + 11, end)
      if (load<u8>(colon) !== 0x3a) continue
      const value = skipSpace(colon + 1, end)
      if (load<u8>(value) !== 0x22) return true
      const length = plainLength(value + 1, end)
      if (length < 0 || isEventOf(index, value + 1, length)) return true
      isSure = true
    }
  }
  return !isSure
}

/** Bytes up to the closing quote; -1 when there is an escape among them, or no quote in the record. */
function plainLength(from: usize, end: usize): i32 {
  for (let at = from; at < end; at++) {
    const byte = load<u8>(at)
    if (byte === 0x22) return <i32>(at - from)
    if (byte === 0x5c) return -1
  }
  return -1
}

function isEventOf(index: u32, name: usize, length: u32): bool {
  for (let event: u32 = 0; event < eventCount; event++) {
    if (load<u32>(eventSources + (event << 2)) !== index) continue
    if (load<u32>(eventLengths + (event << 2)) !== length) continue
    if (isSame(name, events + event * NAME_BYTES, length)) return true
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
