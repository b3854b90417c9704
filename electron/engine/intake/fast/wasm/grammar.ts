// The whole grammar of JSON (RFC 8259), for text of which all brackets were followed and fit.

import { clearFault } from './fault.ts'
import { CLOSERS } from './memory.ts'
import { skipSpace, valueEnd } from './small-values.ts'
import { soundStringEnd } from './texts.ts'

const QUOTE: u32 = 0x22
const COMMA: u32 = 0x2c
const COLON: u32 = 0x3a
const OPEN_BRACE: u32 = 0x7b
const OPEN_BRACKET: u32 = 0x5b
const CLOSE_BRACE: u32 = 0x7d

/** Containers that are open. */
let depth: u32 = 0

/** True when the bytes from `start` to `end` are one JSON value, as `JSON.parse` takes it, without white space around. */
export function isJson(start: usize, end: usize): bool {
  const isFollowed = follow(start, end)
  // What is wrong with it is for others to say.
  if (!isFollowed) clearFault()
  return isFollowed
}

function follow(start: usize, end: usize): bool {
  depth = 0
  let at = start
  while (at !== 0 && at < end) {
    const byte = <u32>load<u8>(at)
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      // `{` and `}`, `[` and `]`: the closing one is two further.
      store<u8>(CLOSERS + depth, byte + 2)
      depth++
      at = skipSpace(at + 1, end)
      if (<u32>load<u8>(at) !== byte + 2) {
        if (byte === OPEN_BRACE) at = afterKey(at, end)
        continue
      }
    } else at = byte === QUOTE ? soundStringEnd(at, end) : valueEnd(at, end)
    if (at !== 0) at = nextValue(at, end)
    if (depth === 0) return at === end
  }
  return false
}

/** Where the next value begins, from behind one or from a closing bracket on; where all ends; 0 for a mistake. */
function nextValue(from: usize, end: usize): usize {
  let at = from
  while (depth !== 0) {
    at = skipSpace(at, end)
    const closer = <u32>load<u8>(CLOSERS + depth - 1)
    const next = <u32>load<u8>(at)
    at++
    if (next === closer) {
      depth--
      continue
    }
    if (next !== COMMA) return 0
    at = skipSpace(at, end)
    return closer === CLOSE_BRACE ? afterKey(at, end) : at
  }
  return at
}

/** Where the value of the key at `at` begins; 0 when there is no key with a colon. */
function afterKey(at: usize, end: usize): usize {
  if (<u32>load<u8>(at) !== QUOTE) return 0
  const keyEnd = soundStringEnd(at, end)
  if (keyEnd === 0) return 0
  const colon = skipSpace(keyEnd, end)
  if (colon >= end || <u32>load<u8>(colon) !== COLON) return 0
  const value = skipSpace(colon + 1, end)
  return value < end ? value : 0
}
