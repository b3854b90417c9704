import { crc32 } from 'node:zlib'
import { isGzip, readGzipHeader } from '../../fast/gzip-header.ts'
import type { Trouble } from '../../reading.ts'
import { drain, type Flow } from '../bytes/flow.ts'
import { type Inflater, openInflater } from './inflater.ts'
import { createAllowance, type UnpackBounds, type UnpackedFlow } from './unpacked.ts'

const PIECE = 256 * 1024
const TRAILER_BYTES = 8

/** Unpacks gzip (RFC 1952), all members one after the other. Offsets in its trouble count packed bytes. */
export function gunzipFlow(packed: Flow, bounds: UnpackBounds): UnpackedFlow {
  const inflater = openInflater()
  const allow = createAllowance(bounds)
  const input = packedInput(packed, inflater)
  let members = 0
  let isInside = false
  let crc = 0
  let memberBytes = 0
  let bytes = 0
  let own: Trouble | null = null
  let isEnded = false

  const corrupt = (why: string) =>
    inFile(
      'gzip-corrupt',
      input.offset(),
      `gzip is damaged near byte ${input.offset()}, member ${members}: ${why}.`,
    )
  const truncated = () =>
    inFile(
      'gzip-truncated',
      input.total(),
      `gzip ends early: it has ${input.total()} bytes and member ${members} is not complete.`,
    )

  /** True when a member begins, false when the data ends here or is in trouble. */
  async function beginMember(): Promise<boolean> {
    while (inflater.packed().length < 2 && (await input.more()));
    const first = inflater.packed()
    if (members > 0 && first.length === 0) return false
    if (!isGzip(first, 0, first.length)) {
      if (members > 0) own = await trailing()
      else own = truncated()
      return false
    }
    members += 1
    for (;;) {
      const sight = inflater.packed()
      const header = readGzipHeader(sight, 0, sight.length)
      if (header.kind === 'ends') {
        inflater.skip(header.at)
        break
      }
      if (header.kind === 'bad') own = corrupt(header.why)
      else if (input.isFull()) own = corrupt('its header does not end')
      else if (!(await input.more())) own = truncated()
      if (own !== null) return false
    }
    inflater.begin()
    crc = 0
    memberBytes = 0
    return true
  }

  async function endMember(): Promise<void> {
    while (inflater.packed().length < TRAILER_BYTES && (await input.more()));
    const sight = inflater.packed()
    if (sight.length < TRAILER_BYTES) {
      own = truncated()
      return
    }
    const trailer = new DataView(sight.buffer, sight.byteOffset, TRAILER_BYTES)
    if (trailer.getUint32(0, true) !== crc) own = corrupt('its checksum (CRC-32) does not fit its content')
    else if (trailer.getUint32(4, true) !== memberBytes % 2 ** 32) {
      own = corrupt(`it states ${trailer.getUint32(4, true)} bytes of content and holds ${memberBytes}`)
    } else inflater.skip(TRAILER_BYTES)
  }

  async function trailing(): Promise<Trouble> {
    const offset = input.offset()
    const sight = inflater.packed()
    let isZero = sight.every((byte) => byte === 0)
    let count = sight.length
    for (let piece = await input.rest(); piece !== null; piece = await input.rest()) {
      isZero &&= piece.every((byte) => byte === 0)
      count += piece.length
    }
    return inFile(
      'gzip-trailing-bytes',
      offset,
      `${count} ${isZero ? 'zero ' : ''}bytes after the end of the gzip data.`,
    )
  }

  async function unpackOn(): Promise<Uint8Array | null> {
    while (own === null) {
      if (!isInside) {
        isInside = await beginMember()
        if (!isInside) return null
      }
      const { piece: whole, state } = inflater.step(PIECE)
      crc = crc32(whole, crc)
      memberBytes += whole.length
      const { piece, trouble } = allow(whole, bytes, input.offset())
      bytes += piece.length
      // The piece lies in the module, where reading on for the end of the member may not disturb it: only input moves.
      if (trouble !== null) own = trouble
      else if (state === 'ended') {
        await endMember()
        isInside = false
      } else if (state === 'damaged') own = corrupt('the packed data is damaged')
      else if (state === 'needs-input' && !(await input.more())) own = truncated()
      if (piece.length > 0) return piece
    }
    return null
  }

  return {
    get bytes() {
      return bytes
    },
    async next() {
      if (isEnded) return null
      const piece = await unpackOn()
      if (piece !== null) return piece
      isEnded = true
      if (bounds.budget.halted === null) await drain(packed)
      return null
    },
    trouble: () => packed.trouble() ?? own,
    close: () => inflater.close(),
  }
}

function inFile(reason: Trouble['reason'], offset: number, detail: string): Trouble {
  return { reason, detail, offset, offsetIn: 'file' }
}

/** Moves packed bytes into the window of the module and keeps count of them. */
function packedInput(packed: Flow, inflater: Inflater) {
  let piece: Uint8Array = new Uint8Array(0)
  let used = 0
  let fed = 0
  let isFull = false
  inflater.reset()

  return {
    /** Brings more into sight. False at the end of the packed bytes or when there is no room. */
    async more(): Promise<boolean> {
      if (used === piece.length) {
        const next = await packed.next()
        if (next === null) return false
        piece = next
        used = 0
      }
      const count = inflater.feed(piece.subarray(used))
      isFull = count === 0
      used += count
      fed += count
      return count > 0
    },
    /** Packed bytes that never came into sight. */
    async rest(): Promise<Uint8Array | null> {
      if (used === piece.length) return packed.next()
      const rest = piece.subarray(used)
      used = piece.length
      return rest
    },
    isFull: () => isFull,
    offset: () => fed - inflater.packed().length,
    total: () => fed,
  }
}
