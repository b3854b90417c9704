import { createHash } from 'node:crypto'
import type { ManifestFacts } from './model.ts'

export interface ListedFile {
  /** The archive that holds it: such a member is no file that `sha256sum` could find. */
  readonly parentId: number | null
  readonly path: string
  readonly shownPath: string
  readonly sha256: string | null
}

/**
 * The evidence manifest: one line per file on the disk that has a hash, in the format of `sha256sum`, for files in the
 * order of `byPath`. Paths are those below the folder that was given, so that another examiner can check the list with
 * `sha256sum -c` in the folder that holds it; where two sources would have the same path there, both stand with
 * their full path.
 */
export function manifestText(all: readonly ListedFile[]): string {
  return [...manifestLines(all)].join('')
}

/** The lines of `manifestText` with their ends, for a manifest that is too long for one text. */
export function* manifestLines(all: readonly ListedFile[]): Generator<string> {
  const groups = createGroups()
  for (const file of all) if (file.parentId === null) yield* groups.add(file)
  yield* groups.finish()
}

/** Files that are shown with one path follow each other, and their lines depend on each other. */
function createGroups() {
  let group: ListedFile[] = []
  function next(files: ListedFile[]): readonly string[] {
    const lines = linesOf(group)
    group = files
    return lines
  }
  return {
    /** The lines of the files before this one, unless it belongs to them. */
    add(file: ListedFile): readonly string[] {
      if (group[0]?.shownPath !== file.shownPath) return next([file])
      group.push(file)
      return []
    },
    finish: () => next([]),
  }
}

/** The lines of files that are shown with one path. */
function linesOf(group: readonly ListedFile[]): string[] {
  const areSeveral = group.some(({ path }) => path !== group[0]?.path)
  return group.flatMap(({ sha256, path, shownPath }) =>
    sha256 === null ? [] : [`${manifestLine(areSeveral ? path : shownPath, sha256)}\n`],
  )
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

/** Hashes a manifest whose files come one after the other, in the order of `byPath`. */
export interface ManifestHash {
  add(file: ListedFile): void
  facts(): ManifestFacts
}

export function createManifestHash(): ManifestHash {
  const hash = createHash('sha256')
  let files = 0
  let onDisk = 0
  const groups = createGroups()
  // Many lines at a time: a call costs more than a line.
  let lines = ''

  function takeIn(added: readonly string[]): void {
    files += added.length
    for (const line of added) lines += line
    if (lines.length < HASHED_AT_ONCE) return
    hash.update(lines, 'utf8')
    lines = ''
  }

  return {
    add(file) {
      if (file.parentId !== null) return
      onDisk += 1
      takeIn(groups.add(file))
    },
    facts() {
      takeIn(groups.finish())
      hash.update(lines, 'utf8')
      return { sha256: hash.digest('hex'), files, unhashed: onDisk - files }
    },
  }
}

export function manifestFacts(sources: readonly ListedFile[]): ManifestFacts {
  const manifest = createManifestHash()
  for (const source of sources) manifest.add(source)
  return manifest.facts()
}
