import { readCarefully } from './careful/read-carefully.ts'
import type { FastReader } from './fast/reading.ts'
import { parseRecord, signInOf } from './found-sign-in.ts'
import type { FindingSink, FoundSignIn, Reading, ReadRequest, Trouble } from './reading.ts'
import { verdictOf } from './verdict.ts'
import { type FoundFile, failureOf } from './walk.ts'

const BATCH_RECORDS = 512

/**
 * Reads one file: the fast way, and where that cannot follow the file's shape, the careful way from the start.
 * Trouble is part of the reading; rejects only when `request.signal` is raised or `shouldStop` says so.
 */
export async function readSource(
  fast: FastReader,
  file: FoundFile,
  request: ReadRequest & { readonly shouldStop?: () => boolean },
  sink: FindingSink,
): Promise<Reading> {
  const reading = readFast(fast, file, request, sink)
  if (reading !== null) return reading
  request.signal.throwIfAborted()
  sink.restart()
  return readCarefully(file, request, sink)
}

/** Null when the shape is unusual, or the reading was stopped. */
function readFast(
  fast: FastReader,
  file: FoundFile,
  request: ReadRequest & { readonly shouldStop?: () => boolean },
  sink: FindingSink,
): Reading | null {
  let signIns = 0
  let unreadable: Trouble | null = null
  let batch: FoundSignIn[] = []
  try {
    const { limits, shouldStop } = request
    const asked = { hashContent: true, limits, ...(shouldStop === undefined ? {} : { shouldStop }) }
    const result = fast.read(file.path, asked, ({ recordNumber, byteStart, bytes }) => {
      const parsed = parseRecord(bytes)
      if (parsed === undefined) {
        unreadable ??= notJson(recordNumber, byteStart)
        return
      }
      const found = signInOf(parsed, recordNumber, byteStart, bytes)
      if (found === null) return
      signIns += 1
      batch.push(found)
      if (batch.length < BATCH_RECORDS) return
      sink.batch(batch)
      batch = []
    })
    if (result.end.kind === 'unusual' || result.end.kind === 'stopped') return null
    if (batch.length > 0) sink.batch(batch)
    const { bytes, sha256, contentBytes, contentSha256, gzip, isTrail, records, end } = result
    const { kind: _kind, ...trouble } = end
    const first = 'reason' in trouble ? trouble : unreadable
    const verdict = verdictOf(file, gzip, { records, kind: isTrail ? 'trail' : 'other' }, first)
    return { bytes, sha256, contentBytes, contentSha256, records, signIns, ...verdict }
  } catch (cause) {
    const trouble = { ...failureOf(cause), offset: null, offsetIn: null }
    const unknown = { bytes: file.bytes, sha256: null, contentBytes: null, contentSha256: null }
    return { ...unknown, format: 'unknown', status: 'failed', trouble, records: 0, signIns: 0 }
  }
}

function notJson(recordNumber: number, offset: number): Trouble {
  const detail = `Record ${recordNumber} is not valid JSON; the records after it were read.`
  return { reason: 'json-syntax', detail, offset, offsetIn: 'content' }
}
