import { crc32 } from 'node:zlib'
import type { Trouble } from '../../reading.ts'
import type { ByteWindow } from '../bytes/byte-window.ts'
import { HELD_BYTES, type PartBytes, type Tree } from '../tree.ts'
import { flowInput, inflateFlow } from '../unpack/inflate-flow.ts'
import { inflateWhole } from '../unpack/inflate-whole.ts'
import { zstdFlow } from '../zstd/zstd-flow.ts'
import { checkContent, checkedFlow } from './checked-flow.ts'
import { isDeflate, isZstd, type ZipEntry } from './entry.ts'

/** The content of a member whose packed bytes are next in the window. */
export interface OpenedMember {
  readonly content: PartBytes
  close(): void
}

/** Small members are unpacked at once; whatever is odd about one, and every large one, is pulled. */
export async function openMember(tree: Tree, window: ByteWindow, entry: ZipEntry): Promise<OpenedMember> {
  const held = await openHeld(tree, window, entry)
  if (held !== null) return { content: held, close: () => undefined }

  const packed = window.part(entry.packedBytes, (missing) => cut(window.offset, missing))
  const bounds = { limits: tree.limits, budget: tree.budget }
  const unpacked = isDeflate(entry.method)
    ? inflateFlow(flowInput(packed), bounds)
    : isZstd(entry.method)
      ? zstdFlow(packed, bounds)
      : { ...packed, close: () => undefined }
  return {
    content: { flow: checkedFlow(unpacked, async () => entry) },
    close: () => unpacked.close(),
  }
}

async function openHeld(tree: Tree, window: ByteWindow, entry: ZipEntry): Promise<PartBytes | null> {
  const { method, packedBytes, bytes } = entry
  const { maxContentBytes, ratioFromBytes } = tree.limits
  if (isZstd(method) || packedBytes > HELD_BYTES || bytes > HELD_BYTES) return null
  if (!isDeflate(method) && packedBytes !== bytes) return null
  if (isDeflate(method) && bytes > Math.min(maxContentBytes, ratioFromBytes)) return null
  if (!window.has(packedBytes) && !(await window.fill(packedBytes))) return null
  const packed = window.view(packedBytes)
  const content = isDeflate(method) ? inflateWhole(packed, bytes) : packed
  if (content === null) return null
  const halted = isDeflate(method) ? tree.budget.unpacked(bytes) : null
  return { memory: content, trouble: checkContent(entry, crc32(content), bytes) ?? halted }
}

function cut(offset: number, missing: number): Trouble {
  const detail = `The archive ends at byte ${offset}, ${missing} bytes before the end of this member.`
  return { reason: 'container-truncated', detail, offset, offsetIn: 'file' }
}
