import * as zlib from 'node:zlib'
import type { OpenZstdDecoder } from './decoder.ts'

/** Room for a whole block (128 KiB at most) in one piece. */
const PIECE = 256 * 1024

/** False for a build of Node without it. */
export function hasNodeZstd(): boolean {
  return typeof zlib.createZstdDecompress === 'function'
}

/** zstd of Node itself: native, on the threads of libuv. Windows up to 128 MiB. */
export const openNodeZstd: OpenZstdDecoder = async () => {
  const engine = zlib.createZstdDecompress({ chunkSize: PIECE })
  let pieces: Uint8Array[] = []
  let failure: Error | null = null
  let wake: (() => void) | null = null
  engine.on('data', (piece: Uint8Array) => pieces.push(piece))
  engine.on('error', (cause) => {
    failure = cause
    wake?.()
  })

  return {
    async decode(bytes) {
      await new Promise<void>((resolve) => {
        wake = resolve
        engine.write(bytes, () => resolve())
      })
      if (failure !== null) throw failure
      const content = pieces
      pieces = []
      return content
    },
    close: () => engine.destroy(),
  }
}
