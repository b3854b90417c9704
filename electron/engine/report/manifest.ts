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
  const onDisk = all.filter(({ parentId }) => parentId === null)
  for (let index = 0; index < onDisk.length; index += 1) {
    const line = lineAt(onDisk, index)
    if (line !== '') yield line
  }
}

/** The line of one file; empty without a hash. In order, those that would have the same path are neighbours. */
function lineAt(onDisk: readonly ListedFile[], index: number): string {
  const file = onDisk[index]
  if (file === undefined || file.sha256 === null) return ''
  const path = sharesShownPath(onDisk, index, file) ? file.path : file.shownPath
  return `${manifestLine(path, file.sha256)}\n`
}

/** True when another path, before or behind it in the list, is shown as the same. */
function sharesShownPath(
  onDisk: readonly ListedFile[],
  index: number,
  { shownPath, path }: ListedFile,
): boolean {
  for (const step of [-1, 1]) {
    for (let at = index + step; onDisk[at]?.shownPath === shownPath; at += step) {
      if (onDisk[at]?.path !== path) return true
    }
  }
  return false
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
  const hash = createHash('sha256')
  let files = 0
  // Many lines at a time: a call costs more than a line.
  let lines = ''
  for (let index = 0; index < onDisk.length; index += 1) {
    const line = lineAt(onDisk, index)
    if (line === '') continue
    files += 1
    lines += line
    if (lines.length < HASHED_AT_ONCE) continue
    hash.update(lines, 'utf8')
    lines = ''
  }
  hash.update(lines, 'utf8')
  return { sha256: hash.digest('hex'), files, unhashed: onDisk.length - files }
}
