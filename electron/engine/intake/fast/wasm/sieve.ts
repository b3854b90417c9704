// For readers of other forms: goes past records that surely are records and surely not wanted. All else, be it a
// candidate, damage or another kind of value, is left to the reader.

import { containerEnd, hasEscapedLetter, openLevels } from './container.ts'
import { largest } from './document.ts'
import { clearFault, fault, NO_FAULT } from './fault.ts'
import { isJson } from './grammar.ts'
import { hasName, lengthOfName, NONE, nextName, onlyName, SEVERAL } from './names.ts'
import { mayBeWanted, sureSource } from './record-source.ts'
import { skipSpace } from './small-values.ts'
import { cellText, soundStringEnd, stringText } from './texts.ts'

/**
 * The names (`setName`): of the version; of a list whose object is a wrapper; and, of up to five paths on which the record
 * may stand in an element, of up to three members each. Without a path the element is the record.
 */
const VERSION: i32 = 0
const LIST: i32 = 1
const FIRST_PATH: i32 = 2
const PATHS: i32 = 5
const PATH_NAMES: i32 = 3
/** Keys of one name that are looked at in an element; made-up ones could have any number. */
const MOST_LOOKS: i32 = 16

/** How a record stands in the text that `passes` is asked about. */
const JSON_STRING: i32 = 1
const CSV_CELL: i32 = 2

/** What must stand behind an element: nothing, nothing or white space, or a comma. White space goes with it. */
const THE_END: i32 = 0
const COMMA: i32 = 2

/** Elements that this call of `passOver` went past. */
export let passedCount: u32 = 0
/** It went no further because an element did not end in sight. */
export let isCut: bool = false

/** Room for the text of a string, as large as any text that is asked about. */
let scratch: usize = 0

export function setScratch(at: usize): void {
  scratch = at
}

/** Goes past elements from `from` on and returns where it stopped. */
export function passOver(from: usize, end: usize, behind: i32): usize {
  passedCount = 0
  isCut = false
  let at = from
  while (at < end && load<u8>(at) === 0x7b) {
    const next = containerEnd(at, end)
    if (next === 0) {
      isCut = fault === NO_FAULT
      break
    }
    const after = afterElement(next, end, behind)
    if (after === 0 || next - at > largest || !isPassed(at, next)) break
    passedCount++
    at = after
  }
  clearFault()
  return at
}

function afterElement(elementEnd: usize, end: usize, behind: i32): usize {
  const at = skipSpace(elementEnd, end)
  if (behind === COMMA) return at < end && load<u8>(at) === 0x2c ? skipSpace(at + 1, end) : 0
  return behind === THE_END && at < end ? 0 : at
}

/** An element of which all brackets were followed just now. */
function isPassed(start: usize, end: usize): bool {
  // A wrapper is something to look into, whatever else stands in it.
  if (onlyName(LIST, start, end) !== NONE) return false
  if (!hasName(FIRST_PATH)) return isSurelyOther(start, end)
  if (hasEscapedLetter || !isJson(start, end)) return false
  // The first path that is there counts.
  for (let path = 0; path < PATHS; path++) {
    const value = valueAt(FIRST_PATH + path * PATH_NAMES, start, end)
    if (value === SEVERAL) return false
    if (value !== NONE) return isPassedValue(value, end)
  }
  return false
}

/** A value in an element, which may be a record or a text that holds one. */
function isPassedValue(value: usize, end: usize): bool {
  const first = load<u8>(value)
  if (first === 0x7b) return isSurelyOther(value, containerEnd(value, end))
  return first === 0x22 && passes(value, soundStringEnd(value, end), JSON_STRING)
}

/** The value at the path whose names begin at `slot`; `NONE` when it is not there, `SEVERAL` when a key of it is there twice. */
function valueAt(slot: i32, start: usize, end: usize): usize {
  let value = start
  let valueEnd = end
  for (let level = 0; level < PATH_NAMES && hasName(slot + level); level++) {
    if (level > 0) {
      if (load<u8>(value) !== 0x7b) return NONE
      valueEnd = containerEnd(value, end)
    }
    const key = directKey(slot + level, value, valueEnd)
    if (key === NONE || key === SEVERAL) return key
    value = memberValue(key, slot + level, valueEnd)
  }
  return value === start ? NONE : value
}

/** The one key of this name directly in an object; the same text may stand elsewhere in it. `SEVERAL`: not sure. */
function directKey(slot: i32, start: usize, end: usize): usize {
  let found = NONE
  let looked = 0
  for (let place = nextName(slot, start, end); place !== NONE; place = nextName(slot, place + 1, end)) {
    if (memberValue(place, slot, end) === 0) continue
    // Each look follows the object from its start.
    looked++
    if (looked > MOST_LOOKS) return SEVERAL
    if (!isDirect(start, place)) continue
    if (found !== NONE) return SEVERAL
    found = place
  }
  return found
}

/** True when this text is such a record, with nothing but white space behind it. */
export function passes(from: usize, end: usize, place: i32): bool {
  let start = from
  let textEnd = end
  if (place === JSON_STRING || (place === CSV_CELL && from < end && load<u8>(from) === 0x22)) {
    textEnd = place === JSON_STRING ? stringText(from, end, scratch) : cellText(from, end, scratch)
    if (textEnd === 0) return false
    start = scratch
  }
  if (start >= textEnd || load<u8>(start) !== 0x7b) return false
  const next = containerEnd(start, textEnd)
  const isAlone = next !== 0 && skipSpace(next, textEnd) === textEnd
  const isPassedOver = isAlone && next - start <= largest && isSurelyOther(start, next)
  clearFault()
  return isPassedOver
}

/**
 * Surely a CloudTrail record, as `isRecord` of `formats/cloudtrail-record.ts` has it: with an `eventVersion` and with the
 * name of a service as `eventSource`. And valid: nobody will find damage in it.
 */
function isSurelyOther(start: usize, end: usize): bool {
  const source = sureSource(end)
  return source !== 0 && hasVersion(start, end) && isJson(start, end) && !mayBeWanted(source, start, end)
}

/** True for exactly one string `eventVersion` in the record, directly in it and followed by a text. */
function hasVersion(start: usize, end: usize): bool {
  const key = onlyName(VERSION, start, end)
  if (key === NONE || key === SEVERAL) return false
  const value = memberValue(key, VERSION, end)
  if (value === 0 || load<u8>(value) !== 0x22 || load<u8>(value, 1) === 0x22) return false
  return isDirect(start, key)
}

/** Where the value of a key begins; 0 when the string is no key. */
function memberValue(key: usize, slot: i32, end: usize): usize {
  const colon = skipSpace(key + lengthOfName(slot) + 2, end)
  if (colon >= end || load<u8>(colon) !== 0x3a) return 0
  const value = skipSpace(colon + 1, end)
  return value < end ? value : 0
}

/** A string directly in the object; most keys that are asked for are the first. */
function isDirect(start: usize, key: usize): bool {
  if (key === skipSpace(start + 1, key)) return true
  return containerEnd(start, key) === 0 && fault === NO_FAULT && openLevels === 1
}
