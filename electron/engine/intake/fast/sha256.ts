import { createHash, type Hash, hash } from 'node:crypto'

export interface Sha256 {
  begin(): void
  /** Adds bytes. When all come at once, as in most files, `isLast` saves a third of the time of a small file. */
  add(bytes: Uint8Array, isLast: boolean): void
  /** Lower-case hex of all that was added. */
  hex(): string
}

/** A hash that is used again for one input after the other. */
export function createSha256(): Sha256 {
  let stream: Hash | null = null
  let whole: string | null = null
  return {
    begin() {
      stream = null
      whole = null
    },
    add(bytes, isLast) {
      if (isLast && stream === null) {
        whole = hash('sha256', bytes, 'hex')
        return
      }
      stream ??= createHash('sha256')
      stream.update(bytes)
    },
    hex: () => whole ?? (stream ?? createHash('sha256')).digest('hex'),
  }
}
