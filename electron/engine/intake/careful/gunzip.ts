import { createGunzip } from 'node:zlib'
import type { IntakeLimits } from '../limits.ts'
import type { Trouble } from '../reading.ts'

/**
 * zlib hands out nothing of the piece of input in which it finds damage. A damaged file is therefore read again
 * with ever smaller pieces around that place, until nothing but the bad byte is held back.
 */
export const SLICES = [65_536, 512, 1] as const

export interface GunzipEnd {
  readonly trouble: Trouble | null
  /** Set when the damage lies somewhere in a piece larger than one byte: read again, finer, from here on. */
  readonly readFinerFrom: number | null
}

/**
 * Unpacks gzip, several members one after the other included, and hands the content on in order. Input up to
 * `fineFrom` is taken in large pieces, from there in pieces of `slice` bytes. Trouble is an answer, never an
 * exception; what `onContent` throws ends the call.
 */
export async function gunzip(
  packed: AsyncIterable<Uint8Array>,
  fineFrom: number,
  slice: number,
  limits: IntakeLimits,
  onContent: (chunk: Uint8Array) => void,
): Promise<GunzipEnd> {
  const engine = createGunzip({ chunkSize: 256 * 1024 })
  let contentBytes = 0
  let limit: Trouble | null = null
  let thrown: unknown = null
  let ended = false

  const finished = new Promise<NodeJS.ErrnoException | null>((resolve) => {
    engine.once('end', () => resolve(null))
    engine.once('error', (cause: NodeJS.ErrnoException) => resolve(cause))
  })
  void finished.then(() => {
    ended = true
  })
  engine.on('data', (chunk: Uint8Array) => {
    if (limit !== null || thrown !== null) return
    contentBytes += chunk.length
    try {
      onContent(chunk)
    } catch (cause) {
      thrown = cause
    }
    limit = overLimit(contentBytes, engine.bytesWritten + slice, limits)
  })

  let fed = 0
  let beforeLast = 0
  let last = 0
  const feed = (bytes: Uint8Array) =>
    new Promise<void>((resolve) => {
      engine.write(bytes, () => resolve())
      void finished.then(() => resolve())
    })
  for await (const chunk of packed) {
    let at = 0
    while (at < chunk.length && !ended && limit === null && thrown === null) {
      const size = fed < fineFrom ? Math.min(SLICES[0], fineFrom - fed) : slice
      const piece = chunk.subarray(at, at + size)
      await feed(piece)
      at += piece.length
      fed += piece.length
      beforeLast = piece.at(-2) ?? last
      last = piece.at(-1) ?? last
    }
    if (limit !== null || thrown !== null || ended) {
      // go on counting: the place of trailing bytes needs the length of the file
      fed += chunk.length - at
    }
  }
  if (thrown !== null || limit !== null) {
    engine.destroy()
    if (thrown !== null) throw thrown
    return { trouble: limit, readFinerFrom: null }
  }
  if (!ended) engine.end()
  const cause = await finished
  const used = engine.bytesWritten
  if (cause === null) {
    if (used >= fed) return { trouble: null, readFinerFrom: null }
    return { trouble: trailing(used, fed), readFinerFrom: null }
  }
  if (cause.code === 'Z_BUF_ERROR') {
    const detail = `gzip ends early: the file has ${fed} bytes and its last member is not complete.`
    return {
      trouble: { reason: 'gzip-truncated', detail, offset: fed, offsetIn: 'file' },
      readFinerFrom: null,
    }
  }
  if (slice > 1) return { trouble: null, readFinerFrom: used }
  if (cause.message === 'incorrect header check' && contentBytes > 0) {
    // zlib has taken the first byte of what should be the next member, or two where the first one looked right.
    const memberEnd = used - (beforeLast === 0x1f && last !== 0x1f ? 2 : 1)
    return { trouble: trailing(memberEnd, fed), readFinerFrom: null }
  }
  const detail = `gzip is damaged near byte ${used}: ${cause.message}.`
  return { trouble: { reason: 'gzip-corrupt', detail, offset: used, offsetIn: 'file' }, readFinerFrom: null }
}

function trailing(used: number, fileBytes: number): Trouble {
  const detail = `${fileBytes - used} bytes after the end of the gzip data.`
  return { reason: 'gzip-trailing-bytes', detail, offset: used, offsetIn: 'file' }
}

function overLimit(contentBytes: number, packedBytes: number, limits: IntakeLimits): Trouble | null {
  const at = { offset: contentBytes, offsetIn: 'content' } as const
  if (contentBytes > limits.maxContentBytes) {
    return {
      reason: 'inflated-too-large',
      detail: `More than ${limits.maxContentBytes} bytes come out.`,
      ...at,
    }
  }
  if (contentBytes > limits.ratioFromBytes && contentBytes / packedBytes > limits.maxRatio) {
    const detail = `More than ${limits.maxRatio} bytes come out of each byte.`
    return { reason: 'inflation-ratio', detail, ...at }
  }
  return null
}
