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

/** Begins a last block with codes of its own, which are written in a code of these lengths. */
function putCodes(
  out: ReturnType<typeof bitWriter>,
  header: readonly number[],
  lengths: readonly number[],
  distanceLengths: readonly number[],
): void {
  out.put(1, 1)
  out.put(2, 2)
  out.put(lengths.length - 257, 5)
  out.put(distanceLengths.length - 1, 5)
  out.put(15, 4)
  for (const symbol of HEADER_ORDER) out.put(header[symbol]!, 3)
  for (const length of [...lengths, ...distanceLengths]) {
    if (length < 13) out.word(length, 4)
    else out.word(26 + length - 13, 5)
  }
}

const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
/** Extra bits of a distance: two symbols for each number of them, but four for none. */
const distanceExtra = (symbol: number) => Math.max(0, (symbol >> 1) - 1)
/** So much content that every distance leads to some. */
const WHOLE_HISTORY = 32_768

/**
 * A valid block whose code words have all lengths up to 15 bits, for literals, lengths and distances, with all extra bits
 * that there are: as many bits as a symbol can take follow each other in any order.
 */
export function longWordsBlock(random: Seeded): Buffer {
  const literals = shuffled(
    random,
    Array.from({ length: 256 }, (_, symbol) => symbol),
  ).slice(0, 24)
  const lengthSymbols = shuffled(
    random,
    Array.from({ length: 29 }, (_, index) => 257 + index),
  ).slice(0, 8)
  const lengths = deepLengths(random, 286, [...literals, ...new Set([284, 285, ...lengthSymbols])], [256])
  const distanceLengths = deepLengths(
    random,
    30,
    Array.from({ length: 30 }, (_, symbol) => symbol),
    [],
  )
  const words = canonicalCodes(lengths)
  const distanceWords = canonicalCodes(distanceLengths)
  const lengthsUsed = [...lengths.keys()].filter((symbol) => symbol > 256 && lengths[symbol]! > 0)

  const out = bitWriter()
  putCodes(out, HEADER_LENGTHS, lengths, distanceLengths)
  const literal = () => {
    const symbol = random.pick(literals)
    out.word(words[symbol]!, lengths[symbol]!)
  }
  const match = (symbol: number, distance: number) => {
    out.word(words[symbol]!, lengths[symbol]!)
    const extra = LENGTH_EXTRA[symbol - 257]!
    out.put(random.below(1 << extra), extra)
    out.word(distanceWords[distance]!, distanceLengths[distance]!)
    out.put(random.below(1 << distanceExtra(distance)), distanceExtra(distance))
  }
  for (let count = 0; count < 10; count++) literal()
  for (let made = 0; made < WHOLE_HISTORY; made += 258) match(285, random.below(3))
  for (let count = 0; count < 3000; count++) {
    if (random.below(3) > 0) literal()
    else match(random.pick(lengthsUsed), random.below(30))
  }
  out.word(words[256]!, lengths[256]!)
  return out.bytes()
}

function shuffled<T>(random: Seeded, values: readonly T[]): T[] {
  const result = [...values]
  for (let at = result.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    const value = result[at]!
    result[at] = result[other]!
    result[other] = value
  }
  return result
}

/** Lengths of a complete code for the symbols in any order, some of them of 15 bits; the `last` are among the longest. */
function deepLengths(
  random: Seeded,
  count: number,
  symbols: readonly number[],
  last: readonly number[],
): number[] {
  const leaves = [0]
  // One word of each length, then others split as it comes.
  while (leaves.at(-1)! < 15) {
    const depth = leaves.pop()! + 1
    leaves.push(depth, depth)
  }
  const wanted = symbols.length + last.length
  while (leaves.length < wanted) {
    const place = random.below(leaves.length)
    const depth = leaves[place]!
    if (depth < 15) leaves.splice(place, 1, depth + 1, depth + 1)
  }
  leaves.sort((a, b) => a - b)
  const result = Array.from({ length: count }, () => 0)
  const order = [...shuffled(random, symbols), ...last]
  for (const [place, symbol] of order.entries()) result[symbol] = leaves[place]!
  return result
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
  putCodes(out, headerLengths(random), lengths, distanceLengths)
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
