import { createHash } from 'node:crypto'
import { type Place, parseRecord, plainPlace } from '../found-sign-in.ts'
import type { Finding, Reading, ReadRequest, SourceReader, Trouble } from '../reading.ts'
import { createTally } from '../tally.ts'
import { changedSince, notJson, unreadable, verdictOf } from '../verdict.ts'
import { type FoundFile, failureOf } from '../walk.ts'
import { fileBytes, fileSha256 } from './file-bytes.ts'
import { gunzip, SLICES } from './gunzip.ts'
import { createTrailScanner, type ScanEnd } from './trail-scanner.ts'

/** The careful way as a reader of its own: the twin against which tests hold the fast one. */
export function createCarefulReader(): SourceReader {
  return {
    width: 1,
    read: readCarefully,
    hash: (file, signal) => fileSha256(file.path, signal),
  }
}

interface Attempt {
  readonly bytes: number
  /** Null when the file could not be read to its end. */
  readonly sha256: string | null
  readonly contentBytes: number
  readonly contentSha256: string | null
  readonly isGzip: boolean
  readonly packTrouble: Trouble | null
  readonly readFinerFrom: number | null
  readonly scan: ScanEnd
  readonly unreadable: Trouble | null
}

/**
 * Reads one file the simple, exact way: every record is parsed by `JSON.parse`. It decides whatever the fast way
 * will not. Trouble is part of the reading; rejects only when `request.signal` is raised.
 */
export async function readCarefully(
  file: FoundFile,
  request: ReadRequest,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<Reading> {
  const tally = createTally(0, onFindings)
  let taken = 0
  // A damaged file is read again with finer steps; what was handed out already is not handed out twice.
  const onRecord: OnParsed = (parsed, place, raw) => {
    if (place.recordNumber <= taken) return
    taken = place.recordNumber
    tally.take(parsed, place, raw)
  }

  try {
    let attempt = await readOnce(file, Number.POSITIVE_INFINITY, SLICES[0], request, onRecord)
    for (const slice of SLICES.slice(1)) {
      if (attempt.readFinerFrom === null) break
      attempt = await readOnce(file, attempt.readFinerFrom, slice, request, onRecord)
    }
    tally.flush()
    // Damage of the packing is the cause of a document that ends early, so it is named first.
    const trouble = attempt.packTrouble ?? attempt.scan.trouble ?? attempt.unreadable
    const verdict = verdictOf(file, attempt.isGzip, attempt.scan, trouble)
    const { bytes, sha256, contentBytes, contentSha256, scan } = attempt
    const { signIns, companions } = tally
    const records = verdict.status === 'skipped' ? 0 : scan.records
    return { bytes, sha256, contentBytes, contentSha256, records, signIns, companions, ...verdict }
  } catch (cause) {
    request.signal.throwIfAborted()
    return unreadable(file, cause)
  }
}

type OnParsed = (parsed: unknown, place: Place, raw: Uint8Array) => void

async function readOnce(
  file: FoundFile,
  fineFrom: number,
  slice: number,
  request: ReadRequest,
  onRecord: OnParsed,
): Promise<Attempt> {
  const fileHash = createHash('sha256')
  const contentHash = createHash('sha256')
  let bytes = 0
  let contentBytes = 0
  let brokenRecord: Trouble | null = null
  let failure: Trouble | null = null

  const scanner = createTrailScanner(request.limits, (recordNumber, byteStart, record) => {
    const parsed = parseRecord(record)
    if (parsed === undefined) brokenRecord ??= notJson(recordNumber, byteStart)
    else onRecord(parsed, plainPlace(recordNumber, byteStart, record.length), record)
  })
  const onContent = (chunk: Uint8Array) => {
    contentBytes += chunk.length
    contentHash.update(chunk)
    scanner.push(chunk)
  }

  const onFailure = (cause: unknown) => {
    request.signal.throwIfAborted()
    if (bytes === 0) throw cause
    failure = { ...failureOf(cause), offset: bytes, offsetIn: 'file' }
  }
  const packed = untilFailure(fileBytes(file.path, request.signal), onFailure, (chunk) => {
    bytes += chunk.length
    fileHash.update(chunk)
  })
  const first = await packed.next()
  const head = first.done === true ? new Uint8Array(0) : first.value
  const isGzip = head[0] === 0x1f && head[1] === 0x8b
  const all = startingWith(head, packed)
  let packTrouble: Trouble | null = null
  let readFinerFrom: number | null = null
  if (isGzip) {
    const end = await gunzip(all, fineFrom, slice, request.limits, onContent)
    packTrouble = end.trouble
    readFinerFrom = end.readFinerFrom
  } else {
    for await (const chunk of all) onContent(chunk)
  }
  packTrouble = failure ?? changedSince(file, bytes) ?? packTrouble
  return {
    bytes,
    sha256: failure === null ? fileHash.digest('hex') : null,
    contentBytes,
    contentSha256: failure === null ? contentHash.digest('hex') : null,
    isGzip,
    packTrouble,
    readFinerFrom: failure === null ? readFinerFrom : null,
    scan: scanner.end(),
    unreadable: brokenRecord,
  }
}

/** Ends where the file system fails, as a disk with a bad place does. */
async function* untilFailure(
  chunks: AsyncIterable<Uint8Array>,
  onFailure: (cause: unknown) => void,
  onChunk: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const all = chunks[Symbol.asyncIterator]()
  for (;;) {
    let next: IteratorResult<Uint8Array>
    try {
      next = await all.next()
    } catch (cause) {
      return onFailure(cause)
    }
    if (next.done === true) return
    onChunk(next.value)
    yield next.value
  }
}

async function* startingWith(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  yield* rest
}
