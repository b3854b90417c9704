import { type Dirent, readdirSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, resolve, sep } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SourceReason } from '../../../shared/domain/source.ts'

/** A file to read. `shownPath` is the path below the folder that was given, with `/` on every system. */
export interface FoundFile {
  readonly path: string
  readonly shownPath: string
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
}

/** A file that was met in a folder and not looked at yet. */
export interface FoundName {
  readonly path: string
  readonly shownPath: string
  /** What is known of it already, when it had to be looked at to be found. */
  readonly file: FoundFile | null
}

/** Something that was met and cannot be read as a file; it goes into the ledger like every other. */
export interface FoundTrouble {
  readonly path: string
  readonly shownPath: string
  readonly reason: SourceReason
  readonly detail: string
}

export interface FoundFiles {
  /** In order of path, each file once even when it was given twice. */
  readonly names: readonly FoundName[]
  readonly troubles: readonly FoundTrouble[]
}

/** What Node puts in the place of bytes of a name that are not UTF-8. */
const NOT_UNICODE = '\ufffd'

/** Other calls are answered this often while folders are listed. */
const TURN_MS = 10

/** Deeper folders are reported, not entered: no real log tree comes near. */
const MAX_FOLDER_DEPTH = 64

/**
 * Lists the files below the given paths, by name only: their sizes are looked up as reading goes on. Links are followed, but a folder that has been entered already is not
 * entered again, so a link that leads back up ends there, in words. Pipes, sockets and devices are never opened:
 * reading one could wait for ever. Files with a real path in `own` belong to the case that is imported into.
 */
export async function findFiles(
  paths: readonly string[],
  signal: AbortSignal,
  onFound: (count: number) => void,
  own: ReadonlySet<string> = new Set(),
): Promise<FoundFiles> {
  const names = new Map<string, FoundName>()
  const troubles: FoundTrouble[] = []
  const entered = new Set<string>()
  const foldersOfOwn = new Set([...own].map((path) => dirname(path)))

  const trouble = (path: string, shownPath: string, reason: SourceReason, detail: string) => {
    troubles.push({ path, shownPath, reason, detail })
  }

  let turnBegan = performance.now()
  const isTurnOver = () => performance.now() - turnBegan >= TURN_MS
  async function giveTurn(): Promise<void> {
    await nextTurn()
    turnBegan = performance.now()
  }

  function addName(real: string, name: FoundName): void {
    if (names.has(real)) return
    names.set(real, name)
    if (names.size % 256 === 0) onFound(names.size)
  }

  /** For what was given and for links: only the file system knows what stands behind them. */
  async function visit(path: string, shownPath: string, depth: number): Promise<void> {
    signal.throwIfAborted()
    try {
      const info = await stat(path)
      const real = await realpath(path)
      if (isOwn(real, path, shownPath)) return
      if (info.isFile()) return addName(real, { path, shownPath, file: fileOf(path, shownPath, info) })
      if (info.isDirectory()) return await visitFolder(path, real, shownPath, depth)
      trouble(path, shownPath, 'not-a-file', 'A pipe, socket or device; it was not opened.')
    } catch (cause) {
      signal.throwIfAborted()
      troubles.push(troubleOf(path, shownPath, cause))
    }
  }

  function isOwn(real: string, path: string, shownPath: string): boolean {
    if (!own.has(real)) return false
    trouble(path, shownPath, 'own-case', 'It belongs to the case that the evidence is read into.')
    return true
  }

  async function visitFolder(path: string, real: string, shownPath: string, depth: number): Promise<void> {
    if (entered.has(real)) {
      // Given twice, or inside a folder that was given: its files are in the list already.
      if (depth === 0) return
      return trouble(path, shownPath, 'symlink-loop', `A link to a folder that was read already: ${real}`)
    }
    if (depth > MAX_FOLDER_DEPTH) {
      return trouble(path, shownPath, 'nesting-too-deep', `More than ${MAX_FOLDER_DEPTH} folders deep.`)
    }
    entered.add(real)
    const mayHoldOwn = foldersOfOwn.has(real)
    let entries: Dirent[]
    try {
      entries = readdirSync(path, { withFileTypes: true })
    } catch (cause) {
      troubles.push(troubleOf(path, shownPath, cause))
      return
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      signal.throwIfAborted()
      // A wait for each entry would take as long as the listing.
      if (isTurnOver()) await giveTurn()
      const inPath = below(path, entry.name)
      // A plain entry of a folder is no link, so its real path is known.
      const inReal = path === real ? inPath : below(real, entry.name)
      const inShown = `${shownPath}/${entry.name}`
      if (entry.isDirectory()) await visitFolder(inPath, inReal, inShown, depth + 1)
      else if (!entry.isFile()) await visit(inPath, inShown, depth + 1)
      else if (!mayHoldOwn || !isOwn(inReal, inPath, inShown)) {
        addName(inReal, { path: inPath, shownPath: inShown, file: null })
      }
    }
  }

  for (const given of paths) {
    const path = resolve(given)
    await visit(path, basename(path), 0)
  }
  onFound(names.size)
  const inOrder = [...names.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { names: inOrder, troubles }
}

/** The path of an entry of a folder; `join` would tidy up, once more and at some cost, what is tidy already. */
function below(folder: string, name: string): string {
  return folder.endsWith(sep) ? `${folder}${name}` : `${folder}${sep}${name}`
}

/** The file with the size and time that the file system states. */
export function fileOf(
  path: string,
  shownPath: string,
  info: { readonly size: number; readonly mtimeMs: number },
): FoundFile {
  return { path, shownPath, bytes: info.size, modifiedAt: Math.trunc(info.mtimeMs) }
}

/** The line of the ledger for a path that the file system would not give. */
export function troubleOf(path: string, shownPath: string, cause: unknown): FoundTrouble {
  const { reason, detail } = failureOf(cause)
  // It is there, but its name cannot be said in Unicode, and so not be opened by it.
  if (reason === 'not-found' && path.includes(NOT_UNICODE)) {
    const renamed = 'Its name is not valid UTF-8. Rename a copy of it.'
    return { path, shownPath, reason: 'read-error', detail: renamed }
  }
  return { path, shownPath, reason, detail }
}

/** What a failed call of the file system means for the ledger. */
export function failureOf(cause: unknown): { readonly reason: SourceReason; readonly detail: string } {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const detail = cause instanceof Error ? cause.message : String(cause)
  if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'not-found', detail }
  if (code === 'EACCES' || code === 'EPERM') return { reason: 'no-permission', detail }
  if (code === 'ELOOP') return { reason: 'symlink-loop', detail }
  return { reason: 'read-error', detail }
}
