import { readCarefully } from './careful/read-carefully.ts'
import type { FastReader } from './fast/reading.ts'
import { COUNTED_COMPANIONS } from './fast/sources.ts'
import { parseRecord, plainPlace } from './found-sign-in.ts'
import type { Finding, Reading, ReadRequest, Trouble } from './reading.ts'
import { createTally } from './tally.ts'
import { changedSince, notJson, verdictOf } from './verdict.ts'
import type { FoundFile } from './walk.ts'

export interface SourceRequest extends ReadRequest {
  /** Asked while a file is read, which nothing else can interrupt. */
  readonly shouldStop?: () => boolean
  /** Hash the unpacked content too; it costs about half as much again. */
  readonly hashContent: boolean
}

/**
 * Reads one file: the fast way, and where that cannot follow the file's shape, the careful way from the start.
 * Trouble is part of the reading; rejects only when `request.signal` is raised or `shouldStop` says so.
 */
export async function readSource(
  fast: FastReader,
  file: FoundFile,
  request: SourceRequest,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<Reading> {
  const reading = readFast(fast, file, request, onFindings)
  if (reading !== null) return reading
  request.signal.throwIfAborted()
  onFindings([{ kind: 'restart', part: 0 }])
  return readCarefully(file, request, onFindings)
}

/** Null when the shape is unusual, the file system failed, or the reading was stopped. */
function readFast(
  fast: FastReader,
  file: FoundFile,
  { limits, hashContent, shouldStop }: SourceRequest,
  onFindings: (findings: readonly Finding[]) => void,
): Reading | null {
  const tally = createTally(0, onFindings)
  let broken: Trouble | null = null
  try {
    const asked = { hashContent, limits, ...(shouldStop === undefined ? {} : { shouldStop }) }
    const result = fast.read(file.path, asked, ({ recordNumber, byteStart, bytes }) => {
      const parsed = parseRecord(bytes)
      if (parsed === undefined) broken ??= notJson(recordNumber, byteStart)
      // Of sources that are only counted, those come here of which the reader was not sure, and did not count.
      else tally.take(parsed, plainPlace(recordNumber, byteStart, bytes.length), bytes)
    })
    if (result.end.kind === 'unusual' || result.end.kind === 'stopped') return null
    for (const index of COUNTED_COMPANIONS) tally.addCompanions(result.bySource[index] ?? 0)
    tally.flush()
    const { bytes, sha256, contentBytes, contentSha256, gzip, isTrail, records, end } = result
    const { kind: _kind, ...trouble } = end
    const first = changedSince(file, bytes) ?? ('reason' in trouble ? trouble : broken)
    const verdict = verdictOf(file, gzip, { records, kind: isTrail ? 'trail' : 'other' }, first)
    const { signIns, companions } = tally
    return { bytes, sha256, contentBytes, contentSha256, records, signIns, companions, ...verdict }
  } catch {
    // The file system failed, perhaps in the middle: the careful way keeps what comes before, and says why.
    return null
  }
}
