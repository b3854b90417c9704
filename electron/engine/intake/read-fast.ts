import type { Candidate, FastReading, FastTrouble } from './fast/reading.ts'
import { countedCompanions } from './fast/sources.ts'
import { parseRecord, plainPlace } from './found-sign-in.ts'
import type { Finding, Part, Reading, Trouble } from './reading.ts'
import { createTally } from './tally.ts'
import { notJson, verdictOfTrail } from './verdict.ts'

/**
 * Lets the fast reader read one content and sorts what it finds. Null when the shape is unusual, the file system
 * failed or the reading was stopped; what was handed out is then void, and `onFindings` is told.
 */
export function fastReading(
  part: Part,
  name: string,
  onFindings: (findings: readonly Finding[]) => void,
  read: (onCandidate: (candidate: Candidate) => void) => FastReading,
): Reading | null {
  const tally = createTally(part, onFindings)
  let broken: Trouble | null = null
  const result = attempt(() =>
    read(({ recordNumber, byteStart, bytes }) => {
      const parsed = parseRecord(bytes)
      if (parsed === undefined) broken ??= notJson(recordNumber, byteStart)
      // Of sources that are only counted, those come here of which the reader was not sure, and did not count.
      else tally.take(parsed, plainPlace(recordNumber, byteStart, bytes.length), bytes)
    }),
  )
  if (result === null || result.end.kind === 'unusual' || result.end.kind === 'stopped') {
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
