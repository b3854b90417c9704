import { createHash } from 'node:crypto'
import type { Flow } from './flow.ts'

/** Length and SHA-256 (lower-case hex) of bytes that were all seen. */
export interface Measure {
  readonly bytes: number
  readonly sha256: string
}

export interface MeteredFlow extends Flow {
  /** Bytes handed on so far. */
  readonly bytes: number
  /** Null until the flow has ended, and for ever when it ended early because it could not be read on. */
  measure(): Measure | null
}

/** A flow that is counted and hashed while it is read. */
export function metered(flow: Flow): MeteredFlow {
  const hash = createHash('sha256')
  let bytes = 0
  let end: Measure | null = null
  return {
    get bytes() {
      return bytes
    },
    async next() {
      const piece = await flow.next()
      if (piece !== null) {
        hash.update(piece)
        bytes += piece.length
      } else if (end === null && !isCutShort(flow)) end = { bytes, sha256: hash.digest('hex') }
      return piece
    },
    trouble: () => flow.trouble(),
    measure: () => end,
  }
}

/** Bytes are missing that exist: a hash of the others would pass for that of the whole. */
function isCutShort(flow: Flow): boolean {
  const trouble = flow.trouble()
  return (
    trouble !== null && trouble.reason !== 'checksum-mismatch' && trouble.reason !== 'changed-while-reading'
  )
}
