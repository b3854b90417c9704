import type { SourceReason } from '../../../shared/domain/source.ts'
import type { Candidate, FastEnd, FastReading, FastTrouble } from './fast/reading.ts'
import { countedCompanions } from './fast/sources.ts'
import { isInTrail } from './formats/cloudtrail-record.ts'
import { parseRecord, plainPlace } from './found-sign-in.ts'
import type { Finding, Part, Reading, Trouble } from './reading.ts'
import { createTally } from './tally.ts'
import { notJson, verdictOfTrail } from './verdict.ts'

/** Damage behind which the fast reader sees nothing; another reader may find more records there. */
const READ_ON: ReadonlySet<SourceReason> = new Set([
  'json-syntax',
  'json-trailing-bytes',
  'nesting-too-deep',
  'record-too-large',
])

/**
 * Lets the fast reader read one content and sorts what it finds. Null when the shape is unusual, a part of it is
 * damaged or no CloudTrail record, the file system failed or the reading was stopped; what was handed out is then void,
 * and `onFindings` is told.
 */
export function fastReading(
  part: Part,
  name: string,
  onFindings: (findings: readonly Finding[]) => void,
  read: (onCandidate: (candidate: Candidate) => void) => FastReading,
): Reading | null {
  const tally = createTally(part, onFindings)
  let broken: Trouble | null = null
  let hasOther = false
  const result = attempt(() =>
    read(({ recordNumber, byteStart, bytes }) => {
      const parsed = parseRecord(bytes)
      if (parsed === undefined) broken ??= notJson(recordNumber, byteStart)
      else if (!isInTrail(parsed)) hasOther = true
      // Of sources that are only counted, those come here of which the reader was not sure, and did not count.
      else tally.take(parsed, plainPlace(recordNumber, byteStart, bytes.length), bytes)
    }),
  )
  // What is no record may hold one.
  if (result === null || !isRead(result.end) || hasOther || result.nonObjects > 0) {
    if (tally.counts().handedOn) onFindings([{ kind: 'restart', part }])
    return null
  }
  tally.addCompanions(countedCompanions(result.bySource))
  tally.flush()
  const { bytes, sha256, contentBytes, contentSha256, gzip, isTrail, records, end } = result
  const trouble = end.kind === 'trouble' ? troubleOf(end) : broken
  const { format, status, trouble: told } = verdictOfTrail(name, gzip, isTrail, records, trouble)
  const { signIns, companions } = tally.counts()
  return {
    bytes,
    sha256,
    contentBytes,
    contentSha256,
    format,
    status,
    trouble: told,
    records,
    signIns,
    companions,
  }
}

function isRead(end: FastEnd): end is Exclude<FastEnd, { kind: 'unusual' | 'stopped' }> {
  if (end.kind === 'trouble') return !READ_ON.has(end.reason)
  return end.kind === 'complete'
}

function troubleOf({ reason, detail, offset, offsetIn }: FastTrouble): Trouble {
  return { reason, detail, offset, offsetIn }
}

/** The file system failed, perhaps in the middle: the other way keeps what comes before, and says why. */
function attempt(read: () => FastReading): FastReading | null {
  try {
    return read()
  } catch {
    return null
  }
}
