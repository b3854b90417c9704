import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

const CHUNK_BYTES = 1024 * 1024

/** The bytes of a file in pieces, read-only. Each piece is its own memory. Throws the error of the file system. */
export async function* fileBytes(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const file: FileHandle = await open(path, 'r')
  try {
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** SHA-256 of a file as it lies on the disk, lower-case hex. */
export async function fileSha256(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of fileBytes(path, signal)) hash.update(chunk)
  return hash.digest('hex')
}
