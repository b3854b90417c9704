/** Numbers in the least room; one number where all are the same. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | number

/** Pieces of one column in some records: their codes, 0 for a record without one. */
export interface CodedPart {
  readonly column: number
  readonly codes: Numbers
}

/** Pieces that are nearly all different, one behind the other; the length of each, 0 for a record without one. */
export interface LiteralPart {
  readonly bytes: Buffer
  readonly lengths: Numbers
  /** 1 per byte that occurs. */
  readonly alphabet: Uint8Array
}

/** Records that were put away together. */
export interface TextBlock {
  readonly rows: number
  readonly coded: readonly CodedPart[]
  readonly literal: readonly LiteralPart[]
}

/** Numbers in the least room. */
export function inLeastRoom(values: Uint32Array): Numbers {
  let most = 0
  let least = 0xffff_ffff
  for (const value of values) {
    if (value > most) most = value
    if (value < least) least = value
  }
  if (most === least) return most
  if (most < 0x100) return Uint8Array.from(values)
  return most < 0x1_0000 ? Uint16Array.from(values) : Uint32Array.from(values)
}

export function literalPart(bytes: Buffer, lengths: Uint32Array): LiteralPart {
  const alphabet = new Uint8Array(256)
  for (let at = 0; at < bytes.length; at += 1) alphabet[bytes[at] ?? 0] = 1
  return { bytes, lengths: inLeastRoom(lengths), alphabet }
}

/** Marks the records of a block that have a marked code. `into` begins with the first record of the block. */
export function markCoded({ codes }: CodedPart, marks: Uint8Array, rows: number, into: Uint8Array): void {
  if (typeof codes === 'number') {
    if (marks[codes] === 1) into.fill(1, 0, rows)
    return
  }
  for (let row = 0; row < rows; row += 1) into[row] = (into[row] ?? 0) | (marks[codes[row] ?? 0] ?? 0)
}

/** Marks the records of a block in whose piece a text occurs. */
export function markLiteral(
  { bytes, lengths, alphabet }: LiteralPart,
  text: Uint8Array,
  rows: number,
  into: Uint8Array,
): void {
  for (const byte of text) if (alphabet[byte] === 0) return
  const lengthOf = typeof lengths === 'number' ? () => lengths : (row: number) => lengths[row] ?? 0
  let row = 0
  let end = lengthOf(0)
  let at = bytes.indexOf(text)
  while (at !== -1 && row < rows) {
    while (end <= at) {
      row += 1
      end += lengthOf(row)
    }
    if (at + text.length <= end) {
      into[row] = 1
      at = bytes.indexOf(text, end)
    } else at = bytes.indexOf(text, at + 1)
  }
}
