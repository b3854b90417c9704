import { crc32 } from 'node:zlib'

/** Where the header ends, that it does not end in these bytes, or what is wrong with it. */
export type GzipHeader =
  | { readonly kind: 'ends'; readonly at: number }
  | { readonly kind: 'needs-more' }
  | { readonly kind: 'bad'; readonly why: string }

const NEEDS_MORE: GzipHeader = { kind: 'needs-more' }
const FIXED_BYTES = 10
const DEFLATE = 8
const HAS_CHECKSUM = 0x02
const HAS_EXTRA = 0x04
const HAS_NAME = 0x08
const HAS_COMMENT = 0x10
const RESERVED = 0xe0

/** True for the two bytes with which every gzip member begins. */
export function isGzip(bytes: Uint8Array, at: number, end: number): boolean {
  return end - at >= 2 && bytes[at] === 0x1f && bytes[at + 1] === 0x8b
}

/** Reads the header of a gzip member (RFC 1952, 2.3) whose first two bytes are known to be right. */
export function readGzipHeader(bytes: Uint8Array, start: number, end: number): GzipHeader {
  if (end - start < FIXED_BYTES) return NEEDS_MORE
  const method = bytes[start + 2]
  if (method !== DEFLATE) return { kind: 'bad', why: `compression method ${method} is unknown` }
  const flags = bytes[start + 3] ?? 0
  if ((flags & RESERVED) !== 0)
    return { kind: 'bad', why: `header flags 0x${flags.toString(16)} are unknown` }

  let at = start + FIXED_BYTES
  if ((flags & HAS_EXTRA) !== 0) {
    if (end - at < 2) return NEEDS_MORE
    at += 2 + littleEndian16(bytes, at)
  }
  if ((flags & HAS_NAME) !== 0) at = afterZero(bytes, at, end)
  if ((flags & HAS_COMMENT) !== 0) at = afterZero(bytes, at, end)
  if ((flags & HAS_CHECKSUM) !== 0) {
    if (end - at < 2) return NEEDS_MORE
    const sum = crc32(bytes.subarray(start, at)) & 0xffff
    if (littleEndian16(bytes, at) !== sum) return { kind: 'bad', why: 'the checksum of the header is wrong' }
    at += 2
  }
  return at <= end ? { kind: 'ends', at } : NEEDS_MORE
}

/** Behind the next zero byte; behind `end` when there is none. */
function afterZero(bytes: Uint8Array, from: number, end: number): number {
  const zero = from < end ? bytes.subarray(from, end).indexOf(0) : -1
  return zero === -1 ? end + 1 : from + zero + 1
}

function littleEndian16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
}
