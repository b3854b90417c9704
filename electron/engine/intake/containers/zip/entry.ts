import { crc32 } from 'node:zlib'
import { u16, u32, u64 } from '../bytes/little-endian.ts'

export const ENTRY_MARK = 0x02014b50
export const LOCAL_MARK = 0x04034b50
export const DESCRIPTOR_MARK = 0x08074b50
export const ENTRY_BYTES = 46
export const LOCAL_BYTES = 30

export const IS_ENCRYPTED = 0x0001
export const HAS_DESCRIPTOR = 0x0008
const IS_PATCH = 0x0020
const HIDES_HEADERS = 0x2000
const WIDE = 0xffff_ffff

/** What a zip says about one member, in its directory or in front of the member. */
export interface ZipEntry {
  /** Views that are valid as long as the bytes they were read from. The name as stored, and as it is to be read. */
  readonly storedName: Uint8Array
  readonly name: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  /** Offset of the local header as stated. */
  readonly localAt: number
  /** Unix type and rights, 0 when the zip was made elsewhere. */
  readonly mode: number
}

/** Length of an entry of the directory whose fixed part is given, and null when it is none. */
export function entryBytes(fixed: Uint8Array): number | null {
  if (u32(fixed, 0) !== ENTRY_MARK) return null
  return ENTRY_BYTES + u16(fixed, 28) + u16(fixed, 30) + u16(fixed, 32)
}

/** Offset of the local header, for an entry that is not needed otherwise. */
export function localAtOf(bytes: Uint8Array): number {
  const stated = u32(bytes, 42)
  return stated === WIDE ? readEntry(bytes).localAt : stated
}

/** Reads a whole entry of the directory. */
export function readEntry(bytes: Uint8Array): ZipEntry {
  const nameEnd = ENTRY_BYTES + u16(bytes, 28)
  const extra = bytes.subarray(nameEnd, nameEnd + u16(bytes, 30))
  const sizes = wideSizes(extra, [u32(bytes, 24), u32(bytes, 20), u32(bytes, 42)])
  const storedName = bytes.subarray(ENTRY_BYTES, nameEnd)
  return {
    storedName,
    name: unicodeName(extra, storedName) ?? storedName,
    flags: u16(bytes, 8),
    method: u16(bytes, 10),
    crc: u32(bytes, 16),
    bytes: sizes[0] ?? 0,
    packedBytes: sizes[1] ?? 0,
    localAt: sizes[2] ?? 0,
    mode: bytes[5] === 3 ? u16(bytes, 40) : 0,
  }
}

/** Reads a local header, whole with name and extra field. */
export function readLocal(bytes: Uint8Array): ZipEntry {
  const nameEnd = LOCAL_BYTES + u16(bytes, 26)
  const extra = bytes.subarray(nameEnd, nameEnd + u16(bytes, 28))
  const sizes = wideSizes(extra, [u32(bytes, 22), u32(bytes, 18)])
  const storedName = bytes.subarray(LOCAL_BYTES, nameEnd)
  return {
    storedName,
    name: unicodeName(extra, storedName) ?? storedName,
    flags: u16(bytes, 6),
    method: u16(bytes, 8),
    crc: u32(bytes, 14),
    bytes: sizes[0] ?? 0,
    packedBytes: sizes[1] ?? 0,
    localAt: 0,
    mode: 0,
  }
}

/** Length of a local header whose fixed part is given, and null when it is none. */
export function localBytes(fixed: Uint8Array): number | null {
  if (u32(fixed, 0) !== LOCAL_MARK) return null
  return LOCAL_BYTES + u16(fixed, 26) + u16(fixed, 28)
}

/** A folder: no bytes and a name that ends in a slash, or in what some Windows programs take for one. */
export function isFolder(entry: ZipEntry): boolean {
  const last = entry.name.at(-1)
  return entry.bytes === 0 && (last === 0x2f || last === 0x5c)
}

export type Refusal = {
  readonly reason: 'encrypted' | 'method-not-supported' | 'link-not-followed'
  readonly detail: string
} | null

const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  95: 'xz',
  96: 'JPEG',
  97: 'WavPack',
  98: 'PPMd',
}
const STORED = 0
const DEFLATE = 8
const ZSTD = 93
const OLD_ZSTD = 20
const AES = 99
const LINK = 0o120000
const TYPE = 0o170000

/** Why a member is not unpacked; null when it can be. */
export function refusalOf({ flags, method, mode }: ZipEntry): Refusal {
  if ((flags & IS_ENCRYPTED) !== 0 || method === AES || (flags & HIDES_HEADERS) !== 0) {
    const how = method === AES ? 'AES' : (flags & 0x40) !== 0 ? 'strong encryption' : 'ZipCrypto'
    return { reason: 'encrypted', detail: `Encrypted with ${how}.` }
  }
  if ((mode & TYPE) === LINK) return { reason: 'link-not-followed', detail: 'A symbolic link.' }
  if ((flags & IS_PATCH) !== 0)
    return { reason: 'method-not-supported', detail: 'It holds a patch for another file.' }
  if (method === STORED || isDeflate(method) || isZstd(method)) return null
  const name = METHODS[method]
  const detail = `Packed with ${name === undefined ? 'an unknown method' : name} (method ${method}).`
  return { reason: 'method-not-supported', detail }
}

export function isDeflate(method: number): boolean {
  return method === DEFLATE
}

export function isZstd(method: number): boolean {
  return method === ZSTD || method === OLD_ZSTD
}

/** Numbers that do not fit 32 bits stand in the extra field of zip64, in this order, and only those. */
function wideSizes(extra: Uint8Array, narrow: readonly number[]): readonly number[] {
  if (!narrow.includes(WIDE)) return narrow
  const wide = extraField(extra, 0x0001)
  if (wide === null) return narrow
  let at = 0
  return narrow.map((value) => {
    if (value !== WIDE || at + 8 > wide.length) return value
    const number = u64(wide, at)
    at += 8
    return number
  })
}

/** The name in UTF-8 that Info-ZIP writes beside another encoding, when it belongs to this very name. */
function unicodeName(extra: Uint8Array, name: Uint8Array): Uint8Array | null {
  if (extra.length < 9) return null
  const field = extraField(extra, 0x7075)
  if (field === null || field.length < 5 || field[0] !== 1) return null
  return u32(field, 1) === crc32(name) ? field.subarray(5) : null
}

function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = u16(extra, at + 2)
    if (u16(extra, at) === id && at + 4 + length <= extra.length) {
      return extra.subarray(at + 4, at + 4 + length)
    }
    at += 4 + length
  }
  return null
}
