import type { FastReader } from './fast/reading.ts'
import { fastReading } from './read-fast.ts'
import { mayBeTrail } from './read-leaf.ts'
import { readParts } from './read-parts.ts'
import type { Finding, Reading, SourceRequest } from './reading.ts'
import type { FoundFile } from './walk.ts'

/**
 * Reads one file: the fast way, and where that cannot follow the file's shape, by taking it apart from the start, which
 * gives a promise. Trouble is part of the reading; throws or rejects only when `request.signal` is raised or `shouldStop`
 * says so.
 */
export function readSource(
  fast: FastReader,
  file: FoundFile,
  request: SourceRequest,
  onFindings: (findings: readonly Finding[]) => void,
): Reading | Promise<Reading> {
  const reading = mayBeTrail(file.path) ? readFast(fast, file, request, onFindings) : null
  if (reading !== null) return reading
  request.signal.throwIfAborted()
  return readParts(file, request, fast, onFindings)
}

function readFast(
  fast: FastReader,
  file: FoundFile,
  { limits, hashContent, shouldStop }: SourceRequest,
  onFindings: (findings: readonly Finding[]) => void,
): Reading | null {
  const asked = { hashContent, limits, listed: file, shouldStop }
  return fastReading(0, file.path, onFindings, (take) => fast.read(file.path, asked, take))
}
