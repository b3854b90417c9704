import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'

/** What was written, for the custody log. */
export interface Written {
  readonly bytes: number
  readonly sha256: string
}

/** Writes to a stream at the stream's own pace and hashes what goes through. */
export interface HashedSink {
  /** Rejects when the stream fails. */
  write(bytes: Uint8Array | string): Promise<void>
  /** Bytes so far. */
  bytes(): number
  written(): Written
  /** Stops listening to the stream. Does not end it: it may be the standard output. */
  release(): void
}

export function hashedSink(stream: Writable): HashedSink {
  const hash = createHash('sha256')
  let bytes = 0
  let failed: unknown = null
  let wake: (() => void) | null = null
  const onError = (cause: unknown) => {
    // The stream closes after an error too, and the error says more.
    failed ??= cause ?? new Error('The stream was closed.')
    wake?.()
  }
  const onDrain = () => wake?.()
  const onClose = () => {
    if (!stream.writableFinished) onError(null)
  }
  stream.on('error', onError)
  stream.on('drain', onDrain)
  stream.on('close', onClose)
  return {
    async write(part) {
      if (failed !== null) throw failed
      const chunk = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
      hash.update(chunk)
      bytes += chunk.length
      if (!stream.write(chunk)) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        wake = null
      }
      if (failed !== null) throw failed
    },
    bytes: () => bytes,
    written: () => ({ bytes, sha256: hash.copy().digest('hex') }),
    release() {
      stream.off('error', onError)
      stream.off('drain', onDrain)
      stream.off('close', onClose)
    },
  }
}
