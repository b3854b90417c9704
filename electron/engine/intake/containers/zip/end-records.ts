import type { RandomBytes } from '../bytes/random-bytes.ts'

/** Where the directory of a zip lies (PKWARE APPNOTE 4.3.12 to 4.3.16). Offsets count from the first byte there is. */
export interface ZipEnd {
  readonly directoryAt: number
  readonly directoryEnd: number
  /** Members that the directory should list; of a zip without zip64 only the lowest 16 bits. */
  readonly stated: number
  readonly isZip64: boolean
  /** Bytes in front of the zip: to be added to every offset that it states. */
  readonly before: number
  /** Bytes behind its end. */
  readonly after: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR = 0x07064b50
const END_BYTES = 22
const END_64_BYTES = 56
const LOCATOR_BYTES = 20
const MAX_COMMENT = 0xffff
/** How far behind the end of a zip other bytes may go on. */
const MAX_AFTER = 64 * 1024

/** Null when there is no end record that fits; text when this is one piece of a split zip. */
export async function findZipEnd(source: RandomBytes): Promise<ZipEnd | string | null> {
  const length = Math.min(source.bytes, END_BYTES + MAX_COMMENT + MAX_AFTER)
  const tail = Buffer.alloc(length)
  const tailAt = source.bytes - length
  if ((await source.read(tailAt, tail)) < length) return null
  let split: string | null = null
  for (let at = length - END_BYTES; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== END) continue
    const recordEnd = at + END_BYTES + tail.readUInt16LE(at + 20)
    if (recordEnd > length) continue
    const found = await readEnd(source, tail.subarray(at), tailAt + at, tailAt + recordEnd)
    if (typeof found === 'string') split ??= found
    else if (found !== null) return found
  }
  return split
}

async function readEnd(
  source: RandomBytes,
  record: Buffer,
  at: number,
  recordEnd: number,
): Promise<ZipEnd | string | null> {
  const after = source.bytes - recordEnd
  const disk = record.readUInt16LE(4)
  const wide = await readEnd64(source, at)
  if (wide !== null) return typeof wide === 'string' ? wide : { ...wide, after }
  if (disk !== 0 || record.readUInt16LE(6) !== 0) {
    if (disk !== 0xffff)
      return `Piece ${disk + 1} of a zip that was split; the pieces have to be joined first.`
  }
  return located(source, at, record.readUInt32LE(12), record.readUInt32LE(16), {
    stated: record.readUInt16LE(10),
    isZip64: false,
    after,
  })
}

/** The records of zip64 that stand in front of the end record; null when there are none. */
async function readEnd64(source: RandomBytes, endAt: number): Promise<ZipEnd | string | null> {
  const locator = Buffer.alloc(LOCATOR_BYTES)
  if (endAt < LOCATOR_BYTES + END_64_BYTES) return null
  if ((await source.read(endAt - LOCATOR_BYTES, locator)) < LOCATOR_BYTES) return null
  if (locator.readUInt32LE(0) !== LOCATOR) return null
  if (locator.readUInt32LE(16) > 1) return 'A zip that was split; its pieces have to be joined first.'
  // Where it says, or, with other bytes in front of the zip, directly before the locator.
  for (const at of [number64(locator, 8), endAt - LOCATOR_BYTES - END_64_BYTES]) {
    const record = Buffer.alloc(END_64_BYTES)
    if (at + END_64_BYTES > endAt || (await source.read(at, record)) < END_64_BYTES) continue
    if (record.readUInt32LE(0) !== END_64) continue
    const size = number64(record, 40)
    return located(source, at, size, number64(record, 48), {
      stated: number64(record, 32),
      isZip64: true,
      after: 0,
    })
  }
  return null
}

/** The directory stands directly before the records of the end; from where it says it is follows what is in front. */
async function located(
  source: RandomBytes,
  endAt: number,
  size: number,
  offset: number,
  facts: Pick<ZipEnd, 'stated' | 'isZip64' | 'after'>,
): Promise<ZipEnd | null> {
  for (const directoryAt of [endAt - size, offset]) {
    if (directoryAt < 0 || directoryAt + size > endAt) continue
    if (size > 0) {
      const mark = Buffer.alloc(4)
      if ((await source.read(directoryAt, mark)) < 4 || mark.readUInt32LE(0) !== DIRECTORY_ENTRY) continue
    }
    return {
      directoryAt,
      directoryEnd: directoryAt + size,
      before: Math.max(0, directoryAt - offset),
      ...facts,
    }
  }
  return null
}

const DIRECTORY_ENTRY = 0x02014b50

function number64(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at))
}
