// A record is held as pieces. Where it is cut depends on the bytes right there and on what its member begins with, so
// the same member is cut alike in every record, and a text that is searched tells where it could have been cut.

const QUOTE = 0x22
const AND = 0x26
const COMMA = 0x2c
const MINUS = 0x2d
const COLON = 0x3a
const SLASH = 0x2f
const UNDERSCORE = 0x5f
const LETTER_T = 0x74
const OPEN = 0x7b
/** Letters of a run that stay together with what stands before it. */
const RUN = 8

/** How a piece ends: before the name of a member, before a time of day, in the address of a page, in a run of a letter. */
export type Cut = 'member' | 'time' | 'address' | 'run'

/** Lower case of the letters of ASCII, as SQLite takes them for alike. */
export const LOWER = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte,
)

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
const isLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a

/** True when a member begins at `at`: `,"` and `{"` are cut before the quote. */
export function beginsMember(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1]
  return bytes[at] === QUOTE && (before === COMMA || before === OPEN)
}

/** True when a time of day begins at `at`, the `T` of `2024-09-14T10:00:00Z`. */
export function beginsTimeOfDay(bytes: Uint8Array, at: number): boolean {
  return (
    LOWER[bytes[at] ?? 0] === LETTER_T &&
    isDigit(bytes[at - 1]) &&
    isDigit(bytes[at - 2]) &&
    bytes[at - 3] === MINUS &&
    isDigit(bytes[at + 1]) &&
    isDigit(bytes[at + 2]) &&
    bytes[at + 3] === COLON
  )
}

/** The piece that `scanPiece` found. */
export interface Piece {
  end: number
  cut: Cut
  /** Of the bytes in lower case. */
  hash: number
  /** Of those up to the first `":`, the name of the member; 0 without one. */
  keyHash: number
  /** True when `//` stood in this member. */
  address: boolean
}

/** Reads the piece that begins at `from`; its bytes in lower case go to the same place of `lowered`. */
export function scanPiece(
  bytes: Uint8Array,
  from: number,
  begun: Cut,
  address: boolean,
  lowered: Uint8Array,
  piece: Piece,
): void {
  let hash = 0
  let keyHash = 0
  let inAddress = address
  // After a cut in a run the rest of it stays together.
  let run = begun === 'run' ? RUN + 1 : 1
  let before = 0
  let cut: Cut = 'member'
  let at = from
  for (; at < bytes.length; at += 1) {
    const byte = LOWER[bytes[at] ?? 0] ?? 0
    if (at > from) {
      if (byte === QUOTE && (before === COMMA || before === OPEN)) break
      if (byte === COLON && before === QUOTE && keyHash === 0) keyHash = hash
      if (byte === SLASH && before === SLASH) inAddress = true
      if (byte === LETTER_T && beginsTimeOfDay(bytes, at)) {
        cut = 'time'
        break
      }
      if (inAddress && (before === AND || before === UNDERSCORE)) {
        cut = 'address'
        break
      }
      if (byte !== before) run = 1
      else if (run === RUN && isLetter(byte)) {
        cut = 'run'
        break
      } else run += 1
    }
    lowered[at] = byte
    hash = Math.imul(hash ^ byte, 0x01000193)
    before = byte
  }
  piece.end = at
  piece.cut = cut
  piece.hash = hash
  piece.keyHash = keyHash
  piece.address = inAddress
}

/** True when a piece that ended with such a cut ends at `at` here too, where its bytes are the same. */
export function endsAlike(bytes: Uint8Array, at: number, cut: Cut): boolean {
  switch (cut) {
    case 'member':
      return beginsMember(bytes, at)
    case 'time':
      return beginsTimeOfDay(bytes, at)
    case 'address':
      return true
    case 'run':
      return LOWER[bytes[at] ?? 0] === LOWER[bytes[at - 1] ?? 0]
  }
}

/** The parts of a text in lower case between all places where it may have been cut, wherever it stands. */
export function partsOf(text: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = []
  let from = 0
  for (let at = 1; at < text.length; at += 1) {
    if (!mayBeCut(text, at)) continue
    parts.push(text.subarray(from, at))
    from = at
  }
  parts.push(text.subarray(from))
  return parts
}

/** What stands beyond the text is not known: it may be what makes a cut. */
function mayBeCut(text: Uint8Array, at: number): boolean {
  const before = text[at - 1] ?? 0
  const byte = text[at] ?? 0
  if (beginsMember(text, at) || before === AND || before === UNDERSCORE) return true
  if (byte === LETTER_T && isDigit(before) && (at + 1 === text.length || isDigit(text[at + 1]))) return true
  if (before !== byte || !isLetter(byte)) return false
  for (let back = Math.max(0, at - RUN); back < at; back += 1) if (text[back] !== byte) return false
  return true
}
