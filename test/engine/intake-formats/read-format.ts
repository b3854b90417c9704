import type { Sieve } from '../../../electron/engine/intake/fast/sieve.ts'
import { chooseFormat, HEAD_BYTES } from '../../../electron/engine/intake/formats/choose.ts'
import type { Format, FormatEnd, FoundRecord } from '../../../electron/engine/intake/formats/format.ts'
import { DEFAULT_LIMITS } from '../../../electron/engine/intake/limits.ts'

export interface Read extends FormatEnd {
  readonly name: string
  readonly found: readonly FoundRecord[]
}

/** The format chosen for a content. Throws when it is skipped. */
export function formatOf(content: Uint8Array, name = 'file'): Format {
  const chosen = chooseFormat(content.subarray(0, HEAD_BYTES), content.length <= HEAD_BYTES, name)
  if (chosen.kind === 'skip') throw new Error(`skipped: ${chosen.reason}: ${chosen.detail}`)
  return chosen.format
}

/** Chooses a format and reads content that arrives in pieces of some size. */
export function read(content: Uint8Array | string, chunk = 65_536, limits = DEFAULT_LIMITS): Promise<Read> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readWith(formatOf(bytes), bytes, chunk, limits)
}

export async function readWith(
  format: Format,
  bytes: Uint8Array,
  chunk = 65_536,
  limits = DEFAULT_LIMITS,
  sieve: Sieve | null = null,
): Promise<Read> {
  const found: FoundRecord[] = []
  const take = (record: FoundRecord) => found.push({ ...record, raw: new Uint8Array(record.raw) })
  const end = await format.read(inPieces(bytes, chunk), limits, take, sieve)
  return { ...end, name: format.name, found }
}

/** Pieces that are overwritten afterwards: nobody may rely on one for longer than its turn. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    const piece = new Uint8Array(bytes.subarray(at, at + size))
    yield piece
    piece.fill(0x7e)
  }
}

/** The reason for which a content is skipped, or the format that is chosen. */
export function choice(content: Uint8Array | string, name = 'file', complete?: boolean): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const chosen = chooseFormat(bytes.subarray(0, HEAD_BYTES), complete ?? bytes.length <= HEAD_BYTES, name)
  return chosen.kind === 'skip' ? `skip ${chosen.reason}` : chosen.format.name
}
