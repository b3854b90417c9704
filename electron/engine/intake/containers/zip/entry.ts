import { crc32 } from 'node:zlib'

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
  const at = viewOf(fixed)
  if (at.getUint32(0, true) !== ENTRY_MARK) return null
  return ENTRY_BYTES + at.getUint16(28, true) + at.getUint16(30, true) + at.getUint16(32, true)
}

/** Offset of the local header, for an entry that is not needed otherwise. */
export function localAtOf(bytes: Uint8Array): number {
  const stated = viewOf(bytes).getUint32(42, true)
  return stated === WIDE ? readEntry(bytes).localAt : stated
}

/** Reads a whole entry of the directory. */
export function readEntry(bytes: Uint8Array): ZipEntry {
  const at = viewOf(bytes)
  const nameEnd = ENTRY_BYTES + at.getUint16(28, true)
  const extra = bytes.subarray(nameEnd, nameEnd + at.getUint16(30, true))
  const sizes = wideSizes(extra, [at.getUint32(24, true), at.getUint32(20, true), at.getUint32(42, true)])
  const storedName = bytes.subarray(ENTRY_BYTES, nameEnd)
  return {
    storedName,
    name: unicodeName(extra, storedName) ?? storedName,
    flags: at.getUint16(8, true),
    method: at.getUint16(10, true),
    crc: at.getUint32(16, true),
    bytes: sizes[0] ?? 0,
    packedBytes: sizes[1] ?? 0,
    localAt: sizes[2] ?? 0,
    mode: at.getUint8(5) === 3 ? at.getUint16(40, true) : 0,
  }
}

/** Reads a local header, whole with name and extra field. */
export function readLocal(bytes: Uint8Array): ZipEntry {
  const at = viewOf(bytes)
  const nameEnd = LOCAL_BYTES + at.getUint16(26, true)
  const extra = bytes.subarray(nameEnd, nameEnd + at.getUint16(28, true))
  const sizes = wideSizes(extra, [at.getUint32(22, true), at.getUint32(18, true)])
  const storedName = bytes.subarray(LOCAL_BYTES, nameEnd)
  return {
    storedName,
    name: unicodeName(extra, storedName) ?? storedName,
    flags: at.getUint16(6, true),
    method: at.getUint16(8, true),
    crc: at.getUint32(14, true),
    bytes: sizes[0] ?? 0,
    packedBytes: sizes[1] ?? 0,
    localAt: 0,
    mode: 0,
  }
}

/** Length of a local header whose fixed part is given, and null when it is none. */
export function localBytes(fixed: Uint8Array): number | null {
  const at = viewOf(fixed)
  if (at.getUint32(0, true) !== LOCAL_MARK) return null
  return LOCAL_BYTES + at.getUint16(26, true) + at.getUint16(28, true)
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
    const number = Number(viewOf(wide).getBigUint64(at, true))
    at += 8
    return number
  })
}

/** The name in UTF-8 that Info-ZIP writes beside another encoding, when it belongs to this very name. */
function unicodeName(extra: Uint8Array, name: Uint8Array): Uint8Array | null {
  if (extra.length < 9) return null
  const field = extraField(extra, 0x7075)
  if (field === null || field.length < 5 || field[0] !== 1) return null
  return viewOf(field).getUint32(1, true) === crc32(name) ? field.subarray(5) : null
}

function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === id && at + 4 + length <= extra.length) {
      return extra.subarray(at + 4, at + 4 + length)
    }
    at += 4 + length
  }
  return null
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
