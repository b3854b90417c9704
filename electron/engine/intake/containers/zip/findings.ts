import type { Trouble } from '../../reading.ts'
import { HAS_DESCRIPTOR, IS_ENCRYPTED, type ZipEntry } from './entry.ts'

/** What is wrong with a zip as a whole. The first finding is its trouble; of the others their number is told. */
export interface Findings {
  readonly first: Trouble | null
  add(reason: Trouble['reason'], offset: number, detail: string): void
  /** Holds what the directory says about a member against what stands in front of it. */
  compare(listed: ZipEntry, local: ZipEntry, at: number): void
}

export function createFindings(): Findings {
  let first: Trouble | null = null
  let more = 0

  function add(reason: Trouble['reason'], offset: number, detail: string): void {
    if (first === null) first = { reason, detail, offset, offsetIn: 'file' }
    else more += 1
  }

  return {
    get first() {
      if (first === null || more === 0) return first
      return { ...first, detail: `${first.detail} And ${more} more findings of this kind or another.` }
    },
    add,
    compare(listed, local, at) {
      const what = difference(listed, local)
      if (what === null) return
      const detail = `The member at byte ${at} has another ${what} in front of it than in the directory; the directory was followed.`
      add('directory-disagrees', at, detail)
    },
  }
}

function difference(listed: ZipEntry, local: ZipEntry): string | null {
  if (Buffer.compare(listed.storedName, local.storedName) !== 0) return 'name'
  if (listed.method !== local.method) return 'method'
  if (((listed.flags ^ local.flags) & IS_ENCRYPTED) !== 0) return 'statement on encryption'
  // A member that was written in one go has its numbers behind it.
  if ((local.flags & HAS_DESCRIPTOR) !== 0) return null
  if (listed.crc !== local.crc) return 'checksum'
  return listed.packedBytes === local.packedBytes && listed.bytes === local.bytes ? null : 'length'
}
