import type { Trouble } from '../../reading.ts'
import type { Budget } from '../budget.ts'
import type { Flow } from '../bytes/flow.ts'
import type { TreeLimits } from '../tree-limits.ts'

/** What unpacking may cost. */
export interface UnpackBounds {
  readonly limits: TreeLimits
  readonly budget: Budget
}

/** The content of a packing. Its packed bytes are read to their end before it ends, whatever is wrong with them. */
export interface UnpackedFlow extends Flow {
  /** Bytes handed on so far. */
  readonly bytes: number
  /** Gives up what it holds. The packed flow is left where it is. */
  close(): void
}

/** Counts what comes out of one packed stream against its own limits and those of the tree. */
export function createAllowance({ limits, budget }: UnpackBounds): (
  piece: Uint8Array,
  contentBytes: number,
  packedBytes: number,
) => {
  /** Of the piece, what may still be handed on. */
  readonly piece: Uint8Array
  readonly trouble: Trouble | null
} {
  return (piece, before, packedBytes) => {
    const contentBytes = before + piece.length
    if (contentBytes > limits.maxContentBytes) {
      return {
        piece: piece.subarray(0, limits.maxContentBytes - before),
        trouble: at(
          limits.maxContentBytes,
          'inflated-too-large',
          `More than ${limits.maxContentBytes} bytes come out.`,
        ),
      }
    }
    if (contentBytes > limits.ratioFromBytes && contentBytes / Math.max(1, packedBytes) > limits.maxRatio) {
      const detail = `More than ${limits.maxRatio} bytes come out of each byte.`
      return { piece, trouble: at(contentBytes, 'inflation-ratio', detail) }
    }
    return { piece, trouble: budget.unpacked(piece.length) }
  }
}

function at(offset: number, reason: Trouble['reason'], detail: string): Trouble {
  return { reason, detail, offset, offsetIn: 'content' }
}
