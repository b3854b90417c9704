import type { Trouble } from '../reading.ts'
import type { TreeLimits } from './tree-limits.ts'

/** What one tree has cost so far. Once a limit of the whole tree is reached, everything stops at the same trouble. */
export interface Budget {
  /** Set when a limit of the whole tree was reached. */
  readonly halted: Trouble | null
  /** Bytes of the file on the disk that were read. */
  read(bytes: number): void
  /** Bytes that came out of a packing. */
  unpacked(bytes: number): Trouble | null
  /** A member begins. */
  member(): Trouble | null
}

/** `fileBytes` is the size of the file when it is known; of a stream only what was read counts. */
export function createBudget(limits: TreeLimits, fileBytes: number | null): Budget {
  let halted: Trouble | null = null
  let readBytes = 0
  let total = 0
  let members = 0

  const halt = (reason: Trouble['reason'], detail: string): Trouble => {
    halted ??= { reason, detail, offset: null, offsetIn: null }
    return halted
  }

  return {
    get halted() {
      return halted
    },
    read(bytes) {
      readBytes += bytes
    },
    unpacked(bytes) {
      if (halted !== null) return halted
      total += bytes
      if (total > limits.maxTotalBytes) {
        return halt('total-too-large', `More than ${limits.maxTotalBytes} bytes come out of the file in all.`)
      }
      const packed = Math.max(1, fileBytes ?? readBytes)
      if (total <= limits.ratioFromBytes || total / packed <= limits.maxRatio) return null
      return halt('inflation-ratio', `More than ${limits.maxRatio} bytes come out of each byte of the file.`)
    },
    member() {
      if (halted !== null) return halted
      if (members === limits.maxMembers) {
        return halt('too-many-members', `More than ${limits.maxMembers} members in the file.`)
      }
      members += 1
      return null
    },
  }
}
