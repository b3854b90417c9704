import { crc32 } from 'node:zlib'
import type { Trouble } from '../../reading.ts'
import type { Flow } from '../bytes/flow.ts'

/** What a zip states about the content of a member. */
export interface StatedContent {
  readonly crc: number
  readonly bytes: number
}

/** The trouble of content that is not what the zip states; null when it is. */
export function checkContent(stated: StatedContent, crc: number, bytes: number): Trouble | null {
  if (crc === stated.crc && bytes === stated.bytes) return null
  const detail =
    bytes === stated.bytes
      ? `CRC-32 is ${hex(crc)}, the zip states ${hex(stated.crc)}.`
      : `${bytes} bytes came out, the zip states ${stated.bytes}.`
  return { reason: 'checksum-mismatch', detail, offset: null, offsetIn: null }
}

/** Content that is held against its checksum at its end. `stated` is asked then: it may stand behind the content. */
export function checkedFlow(content: Flow, stated: () => Promise<StatedContent | null>): Flow {
  let crc = 0
  let bytes = 0
  let mismatch: Trouble | null = null
  let isOver = false
  return {
    async next() {
      const piece = isOver ? null : await content.next()
      if (piece !== null) {
        crc = crc32(piece, crc)
        bytes += piece.length
      } else if (!isOver) {
        isOver = true
        const told = content.trouble() === null ? await stated() : null
        if (told !== null) mismatch = checkContent(told, crc, bytes)
      }
      return piece
    },
    trouble: () => content.trouble() ?? mismatch,
  }
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
