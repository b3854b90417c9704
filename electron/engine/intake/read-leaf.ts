import { createHash } from 'node:crypto'
import type { SourceReason } from '../../../shared/domain/source.ts'
import type { LeafContent } from './containers/visitor.ts'
import type { FastReader } from './fast/reading.ts'
import type { Sieve } from './fast/sieve.ts'
import { countedCompanions } from './fast/sources.ts'
import { chooseFormat, HEAD_BYTES } from './formats/choose.ts'
import { encodingOf } from './formats/decode-text.ts'
import type { FoundRecord } from './formats/format.ts'
import { createRecordSigns } from './formats/record-signs.ts'
import type { IntakeLimits } from './limits.ts'
import { fastReading } from './read-fast.ts'
import type { Finding, Part, Reading } from './reading.ts'
import { createTally } from './tally.ts'
import { skippedAs, verdictOf } from './verdict.ts'
import { failureOf } from './walk.ts'

/**
 * Reads a content that is no container: the fast way when all of it is at hand and has the usual shape, otherwise
 * by the form that its first bytes show. Rejects when `request.signal` is raised; any other error, such as a lack of
 * memory, is trouble of this content and costs nothing else.
 */
export async function readLeaf(
  part: Part,
  content: LeafContent,
  request: LeafRequest,
  fast: FastReader | null,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<Reading> {
  try {
    return await readContent(part, content, request, fast, onFindings)
  } catch (cause) {
    request.signal.throwIfAborted()
    onFindings([{ kind: 'restart', part }])
    const trouble = { ...failureOf(cause), offset: null, offsetIn: null }
    return withPacking({ ...nothing, format: 'unknown', status: 'failed', trouble }, content)
  }
}

async function readContent(
  part: Part,
  content: LeafContent,
  request: LeafRequest,
  fast: FastReader | null,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<Reading> {
  const { refused } = content
  if (refused !== null) return withPacking({ ...nothing, format: 'unknown', ...refused }, content)
  if (fast !== null && content.stored !== null && mayBeTrail(content.name)) {
    const { stored } = content
    const reading = fastReading(part, content.name, onFindings, (take) =>
      fast.readMemory(stored, request, take),
    )
    if (reading !== null) {
      content.unpacked(reading.contentBytes ?? 0)
      const own = content.trouble()
      if (own === null) return reading
      return { ...reading, trouble: own, status: reading.records > 0 ? 'partial' : 'failed' }
    }
  }
  return readByForm(part, content, request, fast?.sieve() ?? null, onFindings)
}

export interface LeafRequest {
  readonly limits: IntakeLimits
  readonly hashContent: boolean
  readonly signal: AbortSignal
}

const SIBLING = /CloudTrail-(Digest|Insight|NetworkActivity|Aggregated)/i

/** Siblings of the logs look like them from far; their form is looked at closely. */
export function mayBeTrail(name: string): boolean {
  return !SIBLING.test(name)
}

async function readByForm(
  part: Part,
  content: LeafContent,
  { limits, hashContent }: LeafRequest,
  sieve: Sieve | null,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<Reading> {
  const { name, packing } = content
  const tally = createTally(part, onFindings)
  // Content that is not packed is the part itself, which is hashed anyway.
  const hash = hashContent && packing !== null ? createHash('sha256') : null
  let contentBytes = 0
  const bytes = counted(content.open(), (chunk) => {
    contentBytes += chunk.length
    hash?.update(chunk)
  })
  const { head, complete, all: rest } = await withHead(bytes)
  const signs = createRecordSigns(encodingOf(head)?.encoding ?? 'utf-8')
  const all = counted(rest, (chunk) => signs.push(chunk))
  const chosen = chooseFormat(head, complete, name)
  if (chosen.kind === 'skip') {
    // To the end: the hash covers all bytes, and trouble with unpacking shows only there.
    for await (const _ of all);
    const verdict = skippedAs(name, chosen, content.trouble(), signs.seen())
    return withPacking({ ...nothing, contentBytes, contentSha256: sha256OfContent(), ...verdict }, content)
  }
  const take = ({ parsed, raw, ...place }: FoundRecord) => tally.take(parsed, place, raw)
  const end = await chosen.format.read(all, limits, take, sieve)
  if (sieve !== null) tally.addCompanions(countedCompanions(sieve.bySource()))
  // A form may stop at a limit or at damage; what follows still belongs to the hash.
  for await (const _ of all);
  tally.flush()
  const named = end.format ?? chosen.format.name
  const format = named === 'trail-json' && packing === 'gzip' ? 'trail-json-gzip' : named
  const verdict = verdictOf(name, format, end.records, content.trouble() ?? end.trouble, signs.seen())
  const { signIns, companions } = tally.counts()
  const { records } = end
  const contentSha256 = sha256OfContent()
  return withPacking(
    { ...nothing, contentBytes, contentSha256, records, signIns, companions, ...verdict },
    content,
  )

  /** Null where unpacking ended early: how much came out before is not the same in every tool. */
  function sha256OfContent(): string | null {
    if (hashContent && packing === null) return content.packed()?.sha256 ?? null
    const reason = content.trouble()?.reason
    return reason === undefined || COSTS_NOTHING.has(reason) ? (hash?.digest('hex') ?? null) : null
  }
}

/** Trouble of unpacking that leaves the content whole. */
const COSTS_NOTHING: ReadonlySet<SourceReason> = new Set([
  'gzip-trailing-bytes',
  'zstd-trailing-bytes',
  'checksum-mismatch',
  'changed-while-reading',
])

const nothing = {
  bytes: null,
  sha256: null,
  contentBytes: null,
  contentSha256: null,
  records: 0,
  signIns: 0,
  companions: 0,
}

/** The part's own bytes are those that stand in its parent, packed or not. */
function withPacking(reading: Reading, content: LeafContent): Reading {
  const packed = content.packed()
  return { ...reading, bytes: packed?.bytes ?? null, sha256: packed?.sha256 ?? null }
}

/** The first bytes of a stream, and the stream as if nothing had been taken from it. */
async function withHead(bytes: AsyncIterable<Uint8Array>): Promise<{
  readonly head: Uint8Array
  readonly complete: boolean
  readonly all: AsyncIterable<Uint8Array>
}> {
  const source = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  let complete = false
  while (length < HEAD_BYTES && !complete) {
    const { done, value } = await source.next()
    complete = done === true
    if (value !== undefined && done !== true) {
      // The next piece may lie where this one does.
      first.push(new Uint8Array(value))
      length += value.length
    }
  }
  async function* all() {
    yield* first
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), complete, all: all() }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onChunk(chunk)
    yield chunk
  }
}
