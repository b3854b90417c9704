/**
 * Repeats `length` bytes that stand `distance` bytes before `out` (a match of deflate; the two may overlap).
 * Returns the end of what was written. Writes up to 47 bytes behind it, which the next bytes cover.
 * Inlined: a call costs as much as a short match.
 */
// @inline
export function copyMatch(out: usize, distance: usize, length: usize): usize {
  const end = out + length
  let from = out - distance
  let to = out
  if (distance >= 16) {
    // Most matches are short: two steps without asking, then as many as it takes.
    v128.store(to, v128.load(from))
    v128.store(to, v128.load(from, 16), 16)
    if (length <= 32) return end
    do {
      to += 32
      from += 32
      v128.store(to, v128.load(from))
      v128.store(to, v128.load(from, 16), 16)
    } while (to + 32 < end)
    return end
  }
  if (distance === 1) {
    const same = i8x16.splat(load<i8>(from))
    do {
      v128.store(to, same)
      to += 16
    } while (to < end)
    return end
  }
  if (distance >= 8) {
    do {
      store<u64>(to, load<u64>(from))
      to += 8
      from += 8
    } while (to < end)
    return end
  }
  do {
    store<u8>(to, load<u8>(from))
    to++
    from++
  } while (to < end)
  return end
}
