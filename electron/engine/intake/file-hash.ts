import { createHash, hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const CHUNK_BYTES = 1024 * 1024

/**
 * SHA-256 of a file as it lies on the disk, lower-case hex. `mayGoOn` is asked before each megabyte and throws what
 * shall end it. Throws the error of the file system.
 */
export type FileHasher = (path: string, mayGoOn: () => void) => string

/** The hasher reads through memory of its own, one file after the other: there may be hundreds of thousands. */
export function createFileHasher(): FileHasher {
  const chunk = Buffer.alloc(CHUNK_BYTES)

  function hashOf(file: number, mayGoOn: () => void): string {
    let length = fill(file)
    if (length < CHUNK_BYTES) return hash('sha256', chunk.subarray(0, length), 'hex')
    const long = createHash('sha256')
    while (length > 0) {
      mayGoOn()
      long.update(chunk.subarray(0, length))
      length = fill(file)
    }
    return long.digest('hex')
  }

  /** Reads until the chunk is full or the file ends. */
  function fill(file: number): number {
    let length = 0
    for (;;) {
      const count = readSync(file, chunk, length, CHUNK_BYTES - length, null)
      length += count
      if (count === 0 || length === CHUNK_BYTES) return length
    }
  }

  return (path, mayGoOn) => {
    mayGoOn()
    const file = openSync(path, 'r')
    try {
      return hashOf(file, mayGoOn)
    } finally {
      closeSync(file)
    }
  }
}
