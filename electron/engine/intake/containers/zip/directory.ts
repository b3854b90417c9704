import { createByteWindow } from '../bytes/byte-window.ts'
import { type RandomBytes, rangeFlow } from '../bytes/random-bytes.ts'
import { createNumbers } from '../numbers.ts'
import type { ZipEnd } from './end-records.ts'
import { ENTRY_BYTES, entryBytes, localAtOf, readEntry, type ZipEntry } from './entry.ts'

/** The list of members at the end of a zip, after a first look at all of it. */
export interface ZipDirectory {
  readonly entries: number
  /** Offset at which it cannot be read on; null when it is whole. */
  readonly brokenAt: number | null
  /** All entries in order of their members in the file. An entry is valid until the next one is asked for. */
  inFileOrder(): AsyncGenerator<ZipEntry>
}

const MAX_ENTRY = ENTRY_BYTES + 3 * 0xffff

/**
 * Looks through the directory once, at `most` entries and one more. It is not kept: programs write it in the order of
 * the members, and then it is read a second time beside them. Only when it is in another order two numbers for each
 * entry are held in memory.
 */
export async function openDirectory(
  source: RandomBytes,
  end: ZipEnd,
  most: number,
  signal: AbortSignal,
): Promise<ZipDirectory> {
  const { directoryAt, directoryEnd } = end
  let entries = 0
  let last = -1
  let isInOrder = true
  const brokenAt = await walk(source, directoryAt, directoryEnd, (entry) => {
    const localAt = localAtOf(entry)
    isInOrder &&= localAt >= last
    last = localAt
    entries += 1
    if (entries % 4096 === 0) signal.throwIfAborted()
    return entries <= most
  })

  async function* sorted(): AsyncGenerator<ZipEntry> {
    const places = createNumbers()
    const locals = createNumbers()
    await walk(source, directoryAt, directoryEnd, (entry, at) => {
      places.push(at)
      locals.push(localAtOf(entry))
      return places.length < entries
    })
    const at = places.take()
    const local = locals.take()
    const order = Uint32Array.from({ length: at.length }, (_, index) => index)
    order.sort((a, b) => (local[a] ?? 0) - (local[b] ?? 0))
    const room = Buffer.alloc(MAX_ENTRY)
    for (const index of order) {
      const from = at[index] ?? 0
      const small = room.subarray(0, Math.min(512, directoryEnd - from))
      await source.read(from, small)
      const length = entryBytes(small) ?? 0
      if (length > small.length) await source.read(from, room.subarray(0, length))
      yield readEntry(room.subarray(0, length))
    }
  }

  async function* asListed(): AsyncGenerator<ZipEntry> {
    const window = createByteWindow(rangeFlow(source, directoryAt, directoryEnd))
    for (let index = 0; index < entries; index++) {
      if (!window.has(ENTRY_BYTES) && !(await window.fill(ENTRY_BYTES))) return
      const length = entryBytes(window.view(ENTRY_BYTES))
      if (length === null || (!window.has(length) && !(await window.fill(length)))) return
      yield readEntry(window.view(length))
      window.skip(length)
    }
  }

  return { entries, brokenAt, inFileOrder: () => (isInOrder ? asListed() : sorted()) }
}

/** Goes over all entries. Returns the offset at which that was not possible any more. */
async function walk(
  source: RandomBytes,
  from: number,
  to: number,
  onEntry: (entry: Uint8Array, at: number) => boolean,
): Promise<number | null> {
  const window = createByteWindow(rangeFlow(source, from, to))
  while (from + window.offset < to) {
    if (!window.has(ENTRY_BYTES) && !(await window.fill(ENTRY_BYTES))) break
    const length = entryBytes(window.view(ENTRY_BYTES))
    if (length === null || (!window.has(length) && !(await window.fill(length)))) break
    if (!onEntry(window.view(length), from + window.offset)) return null
    window.skip(length)
  }
  return from + window.offset < to ? from + window.offset : null
}
