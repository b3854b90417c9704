import type { Trouble } from '../../reading.ts'
import { createByteWindow } from '../bytes/byte-window.ts'
import type { Flow } from '../bytes/flow.ts'
import { createAllowance, type UnpackBounds, type UnpackedFlow } from '../unpack/unpacked.ts'
import { openCodecZstd } from './codec-decoder.ts'
import type { OpenZstdDecoder, ZstdDecoder } from './decoder.ts'
import {
  BLOCK_HEADER_BYTES,
  CHECKSUM_BYTES,
  type FrameHeader,
  isFrame,
  MAX_HEADER_BYTES,
  readBlockHeader,
  readFrameHeader,
  skippableBytes,
} from './frame-header.ts'
import { hasNodeZstd, openNodeZstd } from './node-decoder.ts'

const MIB = 1024 * 1024
/** What `zstd --long` uses, and the most that a decoder takes without being told. */
const MAX_WINDOW = 128 * MIB

/** Native where there is one: several times faster, and with room for large windows. */
const DEFAULT_DECODER = hasNodeZstd() ? openNodeZstd : openCodecZstd

/**
 * Unpacks zstd (RFC 8878), all frames one after the other. It walks over frames and blocks itself and gives the
 * decoder one block at a time: damage is found in its block, and all blocks before it are kept.
 */
export function zstdFlow(
  packed: Flow,
  bounds: UnpackBounds,
  openDecoder: OpenZstdDecoder = DEFAULT_DECODER,
): UnpackedFlow {
  const input = createByteWindow(packed)
  const allow = createAllowance(bounds)
  const ready: Uint8Array[] = []
  let decoder: ZstdDecoder | null = null
  let frame: FrameHeader | null = null
  let frames = 0
  let bytes = 0
  let own: Trouble | null = null
  let isDone = false

  const fail = (reason: Trouble['reason'], detail: string) => {
    own ??= { reason, detail, offset: input.offset, offsetIn: 'file' }
    isDone = true
  }
  const corrupt = (why: string) =>
    fail('zstd-corrupt', `zstd is damaged near byte ${input.offset}, frame ${frames}: ${why}.`)
  const truncated = async () => {
    const missingFrom = input.offset
    await input.discard(Number.POSITIVE_INFINITY)
    fail('zstd-truncated', `zstd ends early: frame ${frames} is not complete from byte ${missingFrom} on.`)
  }

  async function decode(count: number): Promise<void> {
    const from = input.view(count)
    try {
      const content = (await decoder?.decode(from)) ?? []
      input.skip(count)
      for (const whole of content) {
        const { piece, trouble } = allow(whole, bytes, input.offset)
        if (piece.length > 0) ready.push(piece)
        bytes += piece.length
        if (trouble === null) continue
        own = trouble
        isDone = true
        return
      }
    } catch (cause) {
      corrupt(cause instanceof Error ? cause.message : String(cause))
    }
  }

  async function beginFrame(): Promise<void> {
    const isLong = await input.fill(MAX_HEADER_BYTES)
    const sight = input.view(Math.min(input.length, MAX_HEADER_BYTES))
    if (sight.length === 0 && frames > 0) {
      isDone = true
      return
    }
    if (!isFrame(sight)) {
      if (frames === 0) return truncated()
      const offset = input.offset
      const count = await input.discard(Number.POSITIVE_INFINITY)
      own = {
        reason: 'zstd-trailing-bytes',
        detail: `${count} bytes after the end of the zstd data.`,
        offset,
        offsetIn: 'file',
      }
      isDone = true
      return
    }
    frames += 1
    const skippable = skippableBytes(sight)
    if (skippable !== null) {
      if ((await input.discard(8 + skippable)) < 8 + skippable) await truncated()
      return
    }
    const header = readFrameHeader(sight)
    if (header === null) {
      if (isLong) corrupt('the header of the frame does not end')
      else await truncated()
    } else if (typeof header === 'string') corrupt(header)
    else if (header.dictionary !== 0) {
      fail('method-not-supported', `It needs the dictionary ${header.dictionary}, which is not part of it.`)
    } else if (header.windowBytes > MAX_WINDOW) {
      fail(
        'method-not-supported',
        `It needs ${header.windowBytes} bytes of memory; ${MAX_WINDOW} are allowed.`,
      )
    } else {
      decoder?.close()
      decoder = await openDecoder()
      frame = header
      await decode(header.headerBytes)
    }
  }

  async function nextBlock(current: FrameHeader): Promise<void> {
    if (!(await input.fill(BLOCK_HEADER_BYTES))) return truncated()
    const { isLast, packedBytes, isGood } = readBlockHeader(input.view(BLOCK_HEADER_BYTES))
    if (!isGood || packedBytes > 128 * 1024) return corrupt('the header of a block is not valid')
    const tail = isLast && current.hasChecksum ? CHECKSUM_BYTES : 0
    const whole = BLOCK_HEADER_BYTES + packedBytes
    if (!(await input.fill(whole))) return truncated()
    await decode(whole)
    if (!isLast || isDone) return
    if (tail > 0) {
      if (!(await input.fill(tail))) return truncated()
      await decode(tail)
    }
    frame = null
    decoder?.close()
    decoder = null
  }

  let isEnded = false
  return {
    get bytes() {
      return bytes
    },
    async next() {
      while (ready.length === 0 && !isDone) {
        if (frame === null) await beginFrame()
        else await nextBlock(frame)
      }
      const piece = ready.shift()
      if (piece !== undefined) return piece
      if (!isEnded && bounds.budget.halted === null) await input.discard(Number.POSITIVE_INFINITY)
      isEnded = true
      return null
    },
    trouble: () => packed.trouble() ?? own,
    close() {
      decoder?.close()
      decoder = null
    },
  }
}
