import type { Seeded } from './seeded.ts'

/** Writes numbers as bits, lowest bit first, as deflate does. */
function bitWriter() {
  const bits: number[] = []
  return {
    put(value: number, count: number): void {
      for (let bit = 0; bit < count; bit++) bits.push((value >> bit) & 1)
    },
    /** A code word: highest bit first. */
    word(code: number, length: number): void {
      for (let bit = length - 1; bit >= 0; bit--) bits.push((code >> bit) & 1)
    },
    bytes(): Buffer {
      const out = Buffer.alloc((bits.length + 7) >> 3)
      bits.forEach((bit, at) => {
        out[at >> 3]! |= bit << (at & 7)
      })
      return out
    },
  }
}

/** A complete code for the header itself: 13 words of 4 bits and 6 of 5 bits. */
const HEADER_LENGTHS: readonly number[] = Array.from({ length: 19 }, (_, symbol) => (symbol < 13 ? 4 : 5))
const HEADER_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** One last block, made up: with the fixed codes, or with its own, which may be incomplete or too full. */
export function madeBlock(random: Seeded): Buffer {
  return random.below(5) === 0 ? fixedBlock(random) : ownBlock(random)
}

/** Some literals, and then whatever the bits say: among it matches of all distances, also those that are none. */
function fixedBlock(random: Seeded): Buffer {
  const out = bitWriter()
  out.put(1, 1)
  out.put(1, 2)
  for (let count = random.below(300); count > 0; count--) out.word(0x30 + random.below(144), 8)
  for (let count = random.below(4); count > 0; count--) {
    out.word(1 + random.below(23), 7)
    out.put(random.below(1 << 16), random.below(16))
  }
  out.word(0, 7)
  return out.bytes()
}

function headerLengths(random: Seeded): number[] {
  const lengths = HEADER_LENGTHS.slice()
  if (random.below(20) === 0) lengths.fill(0)
  if (random.below(10) === 0) lengths[random.below(19)] = random.pick([0, 1, 1, 3, 5])
  return lengths
}

function ownBlock(random: Seeded): Buffer {
  const literals = Array.from({ length: 1 + random.below(40) }, () => random.below(random.pick([256, 286])))
  const lengths = codeLengths(random, 257 + random.below(31), [256, ...literals])
  const distances = Array.from({ length: random.below(4) }, () => random.below(30))
  const distanceLengths = codeLengths(random, 1 + random.below(31), distances)

  const out = bitWriter()
  out.put(1, 1)
  out.put(2, 2)
  out.put(lengths.length - 257, 5)
  out.put(distanceLengths.length - 1, 5)
  out.put(15, 4)
  const header = headerLengths(random)
  for (const symbol of HEADER_ORDER) out.put(header[symbol]!, 3)
  for (const length of [...lengths, ...distanceLengths]) {
    if (length < 13) out.word(length, 4)
    else out.word(26 + length - 13, 5)
  }
  const words = canonicalCodes(lengths)
  const used = [...lengths.keys()].filter((symbol) => lengths[symbol]! > 0 && symbol !== 256)
  for (let count = random.below(60); count > 0 && used.length > 0; count--) {
    const symbol = random.pick(used)
    out.word(words[symbol]!, lengths[symbol]!)
    if (symbol > 256) out.put(random.below(1 << 16), random.below(16))
  }
  if (random.below(8) > 0 && lengths[256]! > 0) out.word(words[256]!, lengths[256]!)
  return out.bytes()
}

/** Lengths of a complete code for the symbols; now and then one is changed, which makes it none. */
function codeLengths(random: Seeded, count: number, symbols: readonly number[]): number[] {
  const result = Array.from({ length: count }, () => 0)
  const distinct = [...new Set(symbols)].filter((symbol) => symbol < count)
  const leaves = distinct.length > 0 ? [0] : []
  while (leaves.length < distinct.length) {
    const place = random.below(leaves.length)
    const depth = leaves[place]!
    if (depth < 15) leaves.splice(place, 1, depth + 1, depth + 1)
  }
  distinct.forEach((symbol, place) => {
    result[symbol] = Math.max(1, leaves[place]!)
  })
  if (random.below(3) === 0) result[random.below(count)] = random.below(16)
  return result
}

/** The code word of each symbol (RFC 1951, 3.2.2). */
function canonicalCodes(lengths: readonly number[]): number[] {
  let code = 0
  const words = lengths.map(() => 0)
  for (let length = 1; length <= 15; length++) {
    for (const [symbol, own] of lengths.entries()) if (own === length) words[symbol] = code++
    code <<= 1
  }
  return words
}
