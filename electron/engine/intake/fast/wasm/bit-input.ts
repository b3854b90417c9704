// The bits of a deflate stream, lowest bit of each byte first (RFC 1951, 3.1.1).

/** Next byte that is not yet among the held bits. */
export let inputAt: usize = 0
/** Bits taken from the input and not used. Above `heldCount` stand bits that a later `refill` sets again. */
export let held: u64 = 0
export let heldCount: u32 = 0
/** End of the input that is there. Bytes behind it are readable but mean nothing. */
let inputEnd: usize = 0

let markAt: usize = 0
let markHeld: u64 = 0
let markCount: u32 = 0

export function openInput(end: usize): void {
  inputEnd = end
}

export function setInput(at: usize, bits: u64, count: u32): void {
  inputAt = at
  held = bits
  heldCount = count
}

/** After this at least 56 bits are held. Reads up to eight bytes behind the end of the input. */
export function refill(): void {
  held |= load<u64>(inputAt) << heldCount
  inputAt += (63 - heldCount) >> 3
  heldCount |= 56
}

/** The next `count` bits (at most 16) as a number. Needs a `refill` before, for every 56 bits. */
export function take(count: u32): u32 {
  const bits = <u32>held & ((1 << count) - 1)
  drop(count)
  return bits
}

export function drop(count: u32): void {
  held >>= count
  heldCount -= count
}

/** Returns whole bytes that were not used to the input, so that fewer than eight bits stay held. */
export function giveBack(): void {
  inputAt -= heldCount >> 3
  heldCount &= 7
  held &= (1 << heldCount) - 1
}

/** True when more bits were used than the input has. */
export function overran(): bool {
  return ((<u64>inputAt) << 3) - heldCount > (<u64>inputEnd) << 3
}

/** Remembers this place for `rewind`. */
export function mark(): void {
  giveBack()
  markAt = inputAt
  markHeld = held
  markCount = heldCount
}

export function rewind(): void {
  setInput(markAt, markHeld, markCount)
}
