// Makes short work of a long CRC-32 (RFC 1952, 8): turns bytes into few that have the same remainder.
//
// A CRC is the remainder of a polynomial over GF(2), and adding a multiple of the generator to it changes nothing. There
// are multiples with five terms only, whole bytes apart:
//
//   1 + x^(8 * 580) + x^(8 * 732) + x^(8 * 844) + x^(8 * 1200)
//
// So a block of bytes can be taken away from the front when it is added, by an exclusive or, 580, 732, 844 and 1,200
// bytes further on. That needs no table, sixteen bytes go at once, and at the end 1,200 to 1,263 bytes are left. The idea
// is that of the Chorba algorithm (Sam Russell, 2024), which zlib-ng uses; these terms were found by a search for those of
// the lowest degree, 145, 183, 211 and 300 bytes, and by squaring twice: so far back, what is read has reached the cache.

const FIRST: usize = 580
const SECOND: usize = 732
const THIRD: usize = 844
const LAST: usize = 1200

/** Blocks go four at a time. */
const TURN: usize = 64
/** The blocks taken away last, in whole turns: as far as the last term reaches back. */
const KEPT: usize = 1216
/** So much is taken away before what is still needed of it is moved to the front. */
const ROOM: usize = 16384

/** What was taken away, each byte as it was when it went. */
const gone = memory.data(1216 + 16384 + 64, 64)
/** What is left. */
export const REMAINDER: usize = memory.data(1200 + 64 + 16, 64)

/**
 * Puts bytes at `REMAINDER` which a CRC-32 with a register of 0 leads to the same register as all bytes from `from` to
 * `end`, at least 1,264, do with this one. Returns how many: 1,200 to 1,263. Reads up to 15 bytes behind `end`.
 */
export function foldChecksum(from: usize, end: usize, register: u32): u32 {
  const stop = from + ((end - from - LAST) & ~(TURN - 1))
  memory.fill(gone, 0, KEPT)
  // Nothing has come to the first blocks yet but the register.
  memory.copy(gone + KEPT, from, TURN)
  store<u32>(gone + KEPT, load<u32>(gone + KEPT) ^ register)
  let at = from + TURN
  let to = gone + KEPT + TURN
  while (at < stop) {
    const until = min(at + ROOM - TURN, stop)
    do {
      v128.store(to, v128.xor(v128.load(at), reaching(to)))
      v128.store(to, v128.xor(v128.load(at, 16), reaching(to + 16)), 16)
      v128.store(to, v128.xor(v128.load(at, 32), reaching(to + 32)), 32)
      v128.store(to, v128.xor(v128.load(at, 48), reaching(to + 48)), 48)
      to += TURN
      at += TURN
    } while (at < until)
    memory.copy(gone, to - KEPT, KEPT)
    to = gone + KEPT
  }
  leave(at, end, to)
  return <u32>(end - stop)
}

/** What comes to a block, which would go to `to`, from those that were taken away before it. */
function reaching(to: usize): v128 {
  const nearest = v128.xor(v128.load(to - FIRST), v128.load(to - SECOND))
  return v128.xor(nearest, v128.xor(v128.load(to - THIRD), v128.load(to - LAST)))
}

/** Writes the blocks that are not taken away, with what comes to them. */
function leave(from: usize, end: usize, place: usize): void {
  let out = REMAINDER
  let to = place
  for (let at = from; at < end; at += 16) {
    v128.store(out, v128.xor(v128.load(at), reaching(to)))
    v128.store(to, i64x2.splat(0))
    to += 16
    out += 16
  }
}
