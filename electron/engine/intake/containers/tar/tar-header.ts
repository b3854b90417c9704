/** tar writes everything in blocks of this many bytes. */
export const BLOCK = 512

/** Header of one member: POSIX.1-1988 (ustar), the older v7 and the GNU variant. */
export interface TarHeader {
  readonly name: Uint8Array
  readonly type: string
  /** Bytes that follow, without padding. */
  readonly bytes: number
  readonly linkName: Uint8Array
}

const SPACE = 0x20
const USTAR = [0x75, 0x73, 0x74, 0x61, 0x72]
const CHECKSUM_AT = 148
const CHECKSUM_BYTES = 8

/** True for a block that is a header with a right checksum. Text cannot be one: it would have to state its own sum. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK || block[0] === 0) return false
  const stated = octal(block, CHECKSUM_AT, CHECKSUM_BYTES)
  if (stated === null) return false
  let sum = SPACE * CHECKSUM_BYTES
  let large = 0
  for (let at = 0; at < BLOCK; at++) {
    if (at === CHECKSUM_AT) at += CHECKSUM_BYTES
    const byte = block[at] ?? 0
    sum += byte
    large += byte >> 7
  }
  // Some old programs added up signed bytes.
  return stated === sum || stated === sum - 256 * large
}

/** Reads a header whose checksum is right. Null when its size makes no sense. The names are views of the block. */
export function readTarHeader(block: Uint8Array): TarHeader | null {
  const bytes = size(block, 124)
  if (bytes === null) return null
  const isUstar = USTAR.every((byte, index) => block[257 + index] === byte)
  // GNU tar keeps other things where POSIX has the beginning of a long name.
  const isGnu = isUstar && block[262] === SPACE
  const name = untilZero(block.subarray(0, 100))
  const prefix = isUstar && !isGnu ? untilZero(block.subarray(345, 500)) : new Uint8Array(0)
  return {
    name: prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]),
    type: String.fromCharCode(block[156] || 0x30),
    bytes,
    linkName: untilZero(block.subarray(157, 257)),
  }
}

/** A number of twelve bytes: octal digits, or binary when the first bit is set (base 256). Null when it is neither. */
export function size(block: Uint8Array, at: number): number | null {
  const first = block[at] ?? 0
  if ((first & 0x80) === 0) return octal(block, at, 12)
  if (first !== 0x80) return null
  let value = 0
  for (let index = 1; index < 12; index++) value = value * 256 + (block[at + index] ?? 0)
  return Number.isSafeInteger(value) ? value : null
}

export function isZeroBlock(block: Uint8Array): boolean {
  return block[0] === 0 && block.every((byte) => byte === 0)
}

/** Bytes up to the next whole block. */
export function padding(bytes: number): number {
  return (BLOCK - (bytes % BLOCK)) % BLOCK
}

function octal(block: Uint8Array, at: number, length: number): number | null {
  let value = 0
  let digits = 0
  for (let index = at; index < at + length; index++) {
    const byte = block[index] ?? 0
    if (byte >= 0x30 && byte <= 0x37) {
      value = value * 8 + (byte - 0x30)
      digits += 1
    } else if (byte === 0 || byte === SPACE) {
      if (digits > 0) break
    } else return null
  }
  // An empty field is a zero for a size, and no checksum.
  return digits > 0 || at !== CHECKSUM_AT ? value : null
}

function untilZero(field: Uint8Array): Uint8Array {
  const zero = field.indexOf(0)
  return zero === -1 ? field : field.subarray(0, zero)
}
