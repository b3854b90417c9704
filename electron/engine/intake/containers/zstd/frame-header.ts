/** Layout of zstd frames: RFC 8878, 3.1. */
export const FRAME_MAGIC = 0xfd2fb528
const SKIPPABLE_MAGIC = 0x184d2a50

export const BLOCK_HEADER_BYTES = 3
export const CHECKSUM_BYTES = 4
/** The longest header of a frame, magic number included. */
export const MAX_HEADER_BYTES = 18

export interface FrameHeader {
  /** Length of the header, magic number included. */
  readonly headerBytes: number
  /** Memory that decoding needs for matches. */
  readonly windowBytes: number
  readonly hasChecksum: boolean
  /** Number of the dictionary without which it cannot be decoded; 0 for none. */
  readonly dictionary: number
}

export interface BlockHeader {
  readonly isLast: boolean
  /** Bytes behind the header of the block. */
  readonly packedBytes: number
  /** The type 3 is reserved: no valid block has it. */
  readonly isGood: boolean
}

/** Length of what a skippable frame holds behind its eight bytes of header; null when this is no such frame. */
export function skippableBytes(bytes: Uint8Array): number | null {
  if (bytes.length < 8) return null
  const view = viewOf(bytes)
  return (view.getUint32(0, true) & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC ? view.getUint32(4, true) : null
}

/** True when a frame of either kind begins with these four bytes. */
export function isFrame(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false
  const magic = viewOf(bytes).getUint32(0, true)
  return magic === FRAME_MAGIC || (magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC
}

/** Reads the header of a frame whose magic number is right. Null when it is longer than `bytes`; text when bad. */
export function readFrameHeader(bytes: Uint8Array): FrameHeader | string | null {
  if (bytes.length < 6) return null
  const view = viewOf(bytes)
  const descriptor = view.getUint8(4)
  if ((descriptor & 0x08) !== 0) return 'a reserved bit of the frame header is set'
  const isSingle = (descriptor & 0x20) !== 0
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  const headerBytes = 5 + (isSingle ? 0 : 1) + dictionaryBytes + sizeBytes
  if (bytes.length < headerBytes) return null
  let at = 5
  let windowBytes = 0
  if (!isSingle) {
    const window = view.getUint8(at)
    const base = 2 ** (10 + (window >> 3))
    windowBytes = base + (base / 8) * (window & 7)
    at += 1
  }
  const dictionary = littleEndian(bytes, at, dictionaryBytes)
  if (isSingle) {
    windowBytes = littleEndian(bytes, at + dictionaryBytes, sizeBytes) + (sizeBytes === 2 ? 256 : 0)
  }
  return { headerBytes, windowBytes, hasChecksum: (descriptor & 0x04) !== 0, dictionary }
}

/** Reads three bytes. */
export function readBlockHeader(bytes: Uint8Array): BlockHeader {
  const header = littleEndian(bytes, 0, 3)
  const type = (header >> 1) & 3
  return { isLast: (header & 1) !== 0, packedBytes: type === 1 ? 1 : header >> 3, isGood: type !== 3 }
}

function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let index = length - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
