import { createHash } from 'node:crypto'
import type { ManifestFacts } from './model.ts'

interface ListedFile {
  /** The archive that holds it: such a member is no file that `sha256sum` could find. */
  readonly parentId: number | null
  readonly path: string
  readonly shownPath: string
  readonly sha256: string | null
}

/**
 * The evidence manifest: one line per file on the disk that has a hash, in the format of `sha256sum`, in order of path.
 * Paths are those below the folder that was given, so that another examiner can check the list with
 * `sha256sum -c` in the folder that holds it; where two sources would have the same path there, both stand with
 * their full path.
 */
export function manifestText(all: readonly ListedFile[]): string {
  return [...manifestLines(all)].join('')
}

/** The lines of `manifestText` with their ends, for a manifest that is too long for one text. */
export function* manifestLines(all: readonly ListedFile[]): Generator<string> {
  const sources = all.filter(({ parentId }) => parentId === null)
  const pathOf = new Map<string, string>()
  const severalPaths = new Set<string>()
  for (const { path, shownPath } of sources) {
    const first = pathOf.get(shownPath)
    if (first === undefined) pathOf.set(shownPath, path)
    else if (first !== path) severalPaths.add(shownPath)
  }
  for (const { path, shownPath, sha256 } of sources) {
    if (sha256 === null) continue
    yield `${manifestLine(severalPaths.has(shownPath) ? path : shownPath, sha256)}\n`
  }
}

const UNUSUAL = /[\\\n\r]/

/** Like `sha256sum`: a path with a backslash or a line end is escaped and its line begins with a backslash. */
export function manifestLine(path: string, sha256: string): string {
  if (!UNUSUAL.test(path)) return `${sha256}  ${path}`
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `\\${sha256}  ${escaped}`
}

/** UTF-16 code units. */
const HASHED_AT_ONCE = 65_536

export function manifestFacts(sources: readonly ListedFile[]): ManifestFacts {
  const onDisk = sources.filter(({ parentId }) => parentId === null)
  const files = onDisk.filter((source) => source.sha256 !== null).length
  const hash = createHash('sha256')
  // Many lines at a time: a call costs more than a line.
  let lines = ''
  for (const line of manifestLines(sources)) {
    lines += line
    if (lines.length < HASHED_AT_ONCE) continue
    hash.update(lines, 'utf8')
    lines = ''
  }
  hash.update(lines, 'utf8')
  return {
    sha256: hash.digest('hex'),
    files,
    unhashed: onDisk.length - files,
  }
}
