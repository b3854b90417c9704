// The text of a JSON string or of a CSV cell, written out. 0 where that is not simple: someone else decides then.

const QUOTE: u32 = 0x22
const BACKSLASH: u32 = 0x5c

/** The address after the string whose opening quote is at `quote`; 0 when it does not end before `end` or is no JSON. */
export function soundStringEnd(quote: usize, end: usize): usize {
  const quotes = i8x16.splat(<i8>QUOTE)
  const backslash = i8x16.splat(<i8>BACKSLASH)
  const space = i8x16.splat(0x20)
  let at = quote + 1
  while (at < end) {
    const block = v128.load(at)
    const special = v128.or(
      v128.or(i8x16.eq(block, quotes), i8x16.eq(block, backslash)),
      i8x16.lt_u(block, space),
    )
    const marks = i8x16.bitmask(special)
    if (marks === 0) {
      at += 16
      continue
    }
    at += ctz(marks)
    if (at >= end) return 0
    const byte = <u32>load<u8>(at)
    if (byte === QUOTE) return at + 1
    if (byte !== BACKSLASH) return 0
    const letter = <u32>load<u8>(at, 1)
    if (letter === 0x75) {
      if (hexUnit(at + 2) > 0xffff) return 0
      at += 6
    } else {
      if (meantBy(letter) === 0) return 0
      at += 2
    }
  }
  return 0
}

/**
 * Writes the text of the string whose opening quote is at `from` to `to`, and returns where it ends there. 0 for a string
 * that does not end exactly at `end`, is no valid JSON or has surrogates among its escapes.
 */
export function stringText(from: usize, end: usize, to: usize): usize {
  const quote = i8x16.splat(<i8>QUOTE)
  const backslash = i8x16.splat(<i8>BACKSLASH)
  const space = i8x16.splat(0x20)
  let at = from + 1
  let out = to
  while (at < end) {
    const block = v128.load(at)
    v128.store(out, block)
    const special = v128.or(
      v128.or(i8x16.eq(block, quote), i8x16.eq(block, backslash)),
      i8x16.lt_u(block, space),
    )
    const marks = i8x16.bitmask(special)
    const plain: usize = marks === 0 ? 16 : ctz(marks)
    at += plain
    out += plain
    if (marks === 0) continue
    if (at >= end) return 0
    const byte = <u32>load<u8>(at)
    if (byte === QUOTE) return at + 1 === end ? out : 0
    if (byte !== BACKSLASH) return 0
    const letter = <u32>load<u8>(at, 1)
    if (letter === 0x75) {
      const unit = hexUnit(at + 2)
      if (unit > 0xffff || (unit >= 0xd800 && unit <= 0xdfff)) return 0
      out = putUtf8(out, unit)
      at += 6
    } else {
      const meant = meantBy(letter)
      if (meant === 0) return 0
      store<u8>(out, meant)
      out++
      at += 2
    }
  }
  return 0
}

function meantBy(letter: u32): u32 {
  if (letter === QUOTE || letter === BACKSLASH || letter === 0x2f) return letter
  if (letter === 0x6e) return 0x0a
  if (letter === 0x74) return 0x09
  if (letter === 0x72) return 0x0d
  if (letter === 0x62) return 0x08
  return letter === 0x66 ? 0x0c : 0
}

/** Four hexadecimal digits; more than 0xffff when they are none. */
function hexUnit(at: usize): u32 {
  let unit: u32 = 0
  for (let place = at; place < at + 4; place++) {
    const byte = <u32>load<u8>(place)
    const letter = byte | 0x20
    let digit: u32 = 0x10000
    if (byte >= 0x30 && byte <= 0x39) digit = byte - 0x30
    else if (letter >= 0x61 && letter <= 0x66) digit = letter - 0x57
    unit = digit > 15 ? 0x10000 : (unit << 4) | digit
    if (unit > 0xffff) return unit
  }
  return unit
}

function putUtf8(out: usize, point: u32): usize {
  if (point < 0x80) {
    store<u8>(out, point)
    return out + 1
  }
  if (point < 0x800) {
    store<u8>(out, 0xc0 | (point >> 6))
    store<u8>(out, 0x80 | (point & 0x3f), 1)
    return out + 2
  }
  store<u8>(out, 0xe0 | (point >> 12))
  store<u8>(out, 0x80 | ((point >> 6) & 0x3f), 1)
  store<u8>(out, 0x80 | (point & 0x3f), 2)
  return out + 3
}

/** The same for a CSV cell in quotes, in which quotes are doubled. */
export function cellText(from: usize, end: usize, to: usize): usize {
  const quote = i8x16.splat(<i8>QUOTE)
  let at = from + 1
  let out = to
  while (at < end) {
    const block = v128.load(at)
    v128.store(out, block)
    const marks = i8x16.bitmask(i8x16.eq(block, quote))
    const plain: usize = marks === 0 ? 16 : ctz(marks)
    at += plain
    out += plain
    if (marks === 0) continue
    if (at + 1 >= end) return at + 1 === end ? out : 0
    if (load<u8>(at, 1) !== QUOTE) return 0
    store<u8>(out, <u8>QUOTE)
    out++
    at += 2
  }
  return 0
}
