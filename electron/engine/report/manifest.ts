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
  const paths = new Map<string, Set<string>>()
  for (const { path, shownPath } of sources) {
    paths.set(shownPath, (paths.get(shownPath) ?? new Set()).add(path))
  }
  for (const { path, shownPath, sha256 } of sources) {
    if (sha256 === null) continue
    yield `${manifestLine((paths.get(shownPath)?.size ?? 0) > 1 ? path : shownPath, sha256)}\n`
  }
}

/** Like `sha256sum`: a path with a backslash or a line end is escaped and its line begins with a backslash. */
function manifestLine(path: string, sha256: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}`
}

export function manifestFacts(sources: readonly ListedFile[]): ManifestFacts {
  const onDisk = sources.filter(({ parentId }) => parentId === null)
  const files = onDisk.filter((source) => source.sha256 !== null).length
  const hash = createHash('sha256')
  for (const line of manifestLines(sources)) hash.update(line, 'utf8')
  return {
    sha256: hash.digest('hex'),
    files,
    unhashed: onDisk.length - files,
  }
}
