// Names that are looked for as JSON strings in whole records: `"name"`, quotes included.

import { NAME } from './memory.ts'

const QUOTE: i32 = 0x22
/** A name has at most 15 bytes, and so 16 with its closing quote. */
const NAME_BYTES: u32 = 16
const NAMES: i32 = 17
const names = memory.data(16 * 17, 16)
const lengths = memory.data(4 * 17)

/** What is answered when there is none, or more than one. */
export const NONE: usize = 0
export const SEVERAL: usize = 1

/** Sets name `slot` to the bytes at `NAME`, 1 to 15; with a length of 0 it is found nowhere. False: not possible. */
export function setName(slot: i32, length: u32): bool {
  if (<u32>slot >= <u32>NAMES || length >= NAME_BYTES) return false
  const name = names + slot * NAME_BYTES
  memory.copy(name, NAME, length)
  store<u8>(name + length, QUOTE)
  store<u32>(lengths + (slot << 2), length)
  return true
}

export function hasName(slot: i32): bool {
  return lengthOfName(slot) !== 0
}

export function lengthOfName(slot: i32): usize {
  return load<u32>(lengths + (slot << 2))
}

/** The opening quote of the first string between `from` and `end` that is name `slot`; `NONE` without one. */
export function nextName(slot: i32, from: usize, end: usize): usize {
  const length = lengthOfName(slot)
  if (length === 0) return NONE
  const name = v128.load(names + slot * NAME_BYTES)
  const wanted: u32 = (2 << (<u32>length)) - 1
  const quote = i8x16.splat(<i8>QUOTE)
  const first = i8x16.splat(<i8>i8x16.extract_lane_s(name, 0))
  for (let at = from; at < end; at += 16) {
    const heads = v128.and(i8x16.eq(v128.load(at), quote), i8x16.eq(v128.load(at, 1), first))
    let places = i8x16.bitmask(heads)
    while (places !== 0) {
      const place = at + ctz(places)
      places &= places - 1
      // What stands behind belongs to the next one.
      if (place + length + 2 > end) return NONE
      const equal = <u32>i8x16.bitmask(i8x16.eq(v128.load(place, 1), name))
      if ((equal & wanted) === wanted) return place
    }
  }
  return NONE
}

/** The same for the only one; `SEVERAL` when there are more. */
export function onlyName(slot: i32, start: usize, end: usize): usize {
  const place = nextName(slot, start, end)
  if (place === NONE) return NONE
  return nextName(slot, place + 1, end) === NONE ? place : SEVERAL
}
