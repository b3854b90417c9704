// The document around the records: `{"Records":[…]}`, with numbers and words of JSON before or after, in any layout.
// Whatever else it may be is not decided here: `fault` tells the reader to hand the file over.

import { containerEnd, setDeepest } from './container.ts'
import {
  clearFault,
  ESCAPED_KEY,
  fail,
  fault,
  NO_FAULT,
  NOT_AN_OBJECT,
  OTHER_CONTENT,
  RECORD_TOO_LARGE,
  RECORDS_NO_LIST,
  RECORDS_TWICE,
  SECOND_DOCUMENT,
  SYNTAX,
  TRAILING,
  ZERO_BYTES,
} from './fault.ts'
import { isJson } from './grammar.ts'
import { CANDIDATE_BYTES, CANDIDATES, MAX_CANDIDATES } from './memory.ts'
import { mayBeWanted, sureSource } from './record-source.ts'
import { isSpace, skipSpace, stringEnd, valueEnd } from './small-values.ts'
import { resetCounts } from './source-table.ts'

const BEGIN: i32 = 0
const TEXT: i32 = 1
const MEMBER_OR_END: i32 = 2
const MEMBER: i32 = 3
const AFTER_MEMBER: i32 = 4
const ELEMENT_OR_END: i32 = 5
const ELEMENT: i32 = 6
const AFTER_ELEMENT: i32 = 7
const ENDED: i32 = 8
let state: i32 = BEGIN

/** Elements of `Records`, and how many of them are no objects. */
export let elementCount: u32 = 0
export let otherCount: u32 = 0
/** Candidates written by this call of `scan`. */
export let candidateCount: u32 = 0
export let hasRecords: bool = false
/** Bytes that a record may have. */
export let largest: usize = 0
/** Records that are no valid JSON are candidates too. */
let isStrict: bool = false

/**
 * Begins a document. A record has at most so many levels of containers, itself included, and so many bytes. With `strict`
 * the grammar of every record is checked.
 */
export function beginDocument(maxDepth: u32, maxRecordBytes: u32, strict: bool): void {
  isStrict = strict
  state = BEGIN
  elementCount = 0
  otherCount = 0
  candidateCount = 0
  hasRecords = false
  largest = maxRecordBytes
  setDeepest(maxDepth)
  resetCounts()
  clearFault()
}

/** How far the document came: nothing but white space, among the elements of `Records`, elsewhere, to its end. */
export function progress(): i32 {
  if (state === ENDED) return 3
  if (state >= ELEMENT_OR_END) return 1
  return state <= TEXT ? 0 : 2
}

/**
 * Consumes what it can of the bytes from `from` to `end` and returns the first one it needs to see again: the
 * start of a record that does not end here, for instance. Stops early when the list of candidates is full.
 */
export function scan(from: usize, end: usize): usize {
  candidateCount = 0
  let at = from
  while (at < end && fault === NO_FAULT && candidateCount < MAX_CANDIDATES) {
    const byte = <u32>load<u8>(at)
    if (isSpace(byte) && state !== BEGIN) {
      at++
      continue
    }
    const next = step(at, end, byte)
    if (next === 0) return at
    at = next
  }
  return at
}

function step(at: usize, end: usize, byte: u32): usize {
  switch (state) {
    case ELEMENT_OR_END:
    case ELEMENT:
      if (byte === 0x5d && state === ELEMENT_OR_END) return goTo(AFTER_MEMBER, at + 1)
      return element(at, end, byte)
    case AFTER_ELEMENT:
      if (byte === 0x2c) return goTo(ELEMENT, at + 1)
      return byte === 0x5d ? goTo(AFTER_MEMBER, at + 1) : fail(SYNTAX, at)
    case MEMBER_OR_END:
    case MEMBER:
      if (byte === 0x7d && state === MEMBER_OR_END) return goTo(ENDED, at + 1)
      if (byte === 0) return fail(ZERO_BYTES, at)
      return byte === 0x22 ? member(at, end) : fail(SYNTAX, at)
    case AFTER_MEMBER:
      if (byte === 0x2c) return goTo(MEMBER, at + 1)
      return byte === 0x7d ? goTo(ENDED, at + 1) : fail(SYNTAX, at)
    case BEGIN:
      return begin(at, end, byte)
    case TEXT:
      return byte === 0x7b ? goTo(MEMBER_OR_END, at + 1) : fail(NOT_AN_OBJECT, at)
    default:
      return fail(byte === 0x7b || byte === 0x5b ? SECOND_DOCUMENT : TRAILING, at)
  }
}

function goTo(next: i32, at: usize): usize {
  state = next
  return at
}

/** A byte order mark may stand at the very first place only. */
function begin(at: usize, end: usize, byte: u32): usize {
  if (byte !== 0xef) return goTo(TEXT, at)
  if (end - at < 3) return 0
  const isMark = load<u8>(at, 1) === 0xbb && load<u8>(at, 2) === 0xbf
  return goTo(TEXT, isMark ? at + 3 : at)
}

/** A member of the document: its key, the colon and the start of its value must all be in sight. */
function member(at: usize, end: usize): usize {
  const keyEnd = stringEnd(at, end)
  if (keyEnd === 0) return 0
  let value = skipSpace(keyEnd, end)
  if (value >= end) return 0
  if (load<u8>(value) !== 0x3a) return fail(SYNTAX, value)
  value = skipSpace(value + 1, end)
  if (value >= end) return 0
  for (let place = at; place < keyEnd; place++) if (load<u8>(place) === 0x5c) return fail(ESCAPED_KEY, at)
  if (isRecordsKey(at, keyEnd)) {
    if (hasRecords) return fail(RECORDS_TWICE, at)
    if (load<u8>(value) !== 0x5b) return fail(RECORDS_NO_LIST, value)
    hasRecords = true
    return goTo(ELEMENT_OR_END, value + 1)
  }
  const first = <u32>load<u8>(value)
  if (first === 0x7b || first === 0x5b || first === 0x22) return fail(OTHER_CONTENT, value)
  const next = valueEnd(value, end)
  return next === 0 ? 0 : goTo(AFTER_MEMBER, next)
}

function isRecordsKey(quote: usize, end: usize): bool {
  // "Reco" and "ords"
  return end - quote === 9 && load<u32>(quote, 1) === 0x6f636552 && load<u32>(quote, 4) === 0x7364726f
}

function element(at: usize, end: usize, byte: u32): usize {
  const isRecord = byte === 0x7b
  const next = isRecord ? containerEnd(at, end) : valueEnd(at, end)
  if (next === 0) return 0
  if (next - at > largest) return fail(RECORD_TOO_LARGE, at)
  elementCount++
  if (!isRecord) otherCount++
  else if ((isStrict && !isJson(at, next)) || mayBeWanted(sureSource(next), at, next)) {
    const slot = CANDIDATES + candidateCount * CANDIDATE_BYTES
    store<u32>(slot, <u32>at)
    store<u32>(slot, <u32>next, 4)
    store<u32>(slot, elementCount, 8)
    candidateCount++
  }
  return goTo(AFTER_ELEMENT, next)
}
