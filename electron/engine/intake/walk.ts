import { type Dirent, readdirSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, resolve, sep } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SourceReason } from '../../../shared/domain/source.ts'
import { below, type FileList, growFileList } from './file-list.ts'
import { createLinkedFiles } from './linked-files.ts'
import { mayBeReplaced, toldApart } from './not-unicode.ts'

/** A file to read. `shownPath` is the path below the folder that was given, with `/` on every system. */
export interface FoundFile {
  readonly path: string
  readonly shownPath: string
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
}

/** Something that was met and cannot be read as a file; it goes into the ledger like every other. */
export interface FoundTrouble {
  readonly path: string
  readonly shownPath: string
  readonly reason: SourceReason
  readonly detail: string
}

export interface FoundFiles {
  /** Each file once, even when it was given twice. */
  readonly files: FileList
  readonly troubles: readonly FoundTrouble[]
}

const NOT_UNICODE = 'Its name is not valid UTF-8. Rename a copy of it.'

/** Other calls are answered this often while folders are listed. */
const TURN_MS = 10

/** Deeper folders are reported, not entered: no real log tree comes near. */
const MAX_FOLDER_DEPTH = 64

/**
 * Lists the files below the given paths, by name only: their sizes are looked up as reading goes on. Links are followed,
 * but a folder that has been entered already is not entered again, so a link that leads back up ends there, in words. A
 * file that a folder holds counts as the folder's, whatever links lead to it. Pipes, sockets and devices are never
 * opened: reading one could wait for ever. Files with a real path in `own` belong to the case that is imported into.
 */
export async function findFiles(
  paths: readonly string[],
  signal: AbortSignal,
  onFound: (count: number) => void,
  own: ReadonlySet<string> = new Set(),
): Promise<FoundFiles> {
  const list = growFileList()
  const troubles: FoundTrouble[] = []
  const entered = new Set<string>()
  const given = new Set<string>()
  const listed = new Map<string, number>()
  const linked = createLinkedFiles()
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

  function add(folder: number, name: string): void {
    list.add(folder, name)
    if (list.length % 256 === 0) onFound(list.length)
  }

  async function addAll(folder: number, names: readonly string[]): Promise<void> {
    for (let index = 0; index < names.length; index += 1) {
      add(folder, names[index] ?? '')
      if (index % 64 !== 63 || !isTurnOver()) continue
      await giveTurn()
      signal.throwIfAborted()
    }
  }

  /** A file that was given, or that a link leads to. */
  function addLinked(real: string, path: string, shownPath: string): void {
    if (linked.has(real)) return
    const shownFolder = shownPath.slice(0, Math.max(0, shownPath.lastIndexOf('/')))
    const folder = list.addFolder({ path: dirname(path), shownPath: shownFolder })
    linked.add(real, folder)
    add(folder, basename(path))
  }

  /** For what was given and for links: only the file system knows what stands behind them. */
  async function visit(path: string, shownPath: string, depth: number): Promise<void> {
    signal.throwIfAborted()
    try {
      const info = await stat(path)
      const real = await realpath(path)
      if (isOwn(real, path, shownPath)) return
      if (info.isFile()) return addLinked(real, path, shownPath)
      if (info.isDirectory()) return await visitFolder(path, real, shownPath, depth, 'linked')
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

  async function visitFolder(
    path: string,
    real: string,
    shownPath: string,
    depth: number,
    as: 'entry' | 'linked',
  ): Promise<void> {
    if (entered.has(real)) {
      // Given twice, or given beside a folder that holds it: its files are in the list already.
      if (depth === 0 || (as === 'entry' && given.has(real))) return
      return trouble(path, shownPath, 'symlink-loop', `A link to a folder that was read already: ${real}`)
    }
    if (depth > MAX_FOLDER_DEPTH) {
      return trouble(path, shownPath, 'nesting-too-deep', `More than ${MAX_FOLDER_DEPTH} folders deep.`)
    }
    entered.add(real)
    if (depth === 0) given.add(real)
    const mayHoldOwn = foldersOfOwn.has(real)
    let entries: Dirent[]
    try {
      const all = toldApart(path, readdirSync(path, { withFileTypes: true }))
      entries = [...all.entries]
      // A step that no path of a file has, so that no file can be taken for it.
      for (const name of all.unnamed)
        trouble(`${path}${sep}.${sep}${name}`, `${shownPath}/./${name}`, 'read-error', NOT_UNICODE)
    } catch (cause) {
      troubles.push(troubleOf(path, shownPath, cause))
      return
    }
    const folder = list.addFolder({ path, shownPath })
    listed.set(real, folder)
    // Most files are in folders that hold nothing else.
    if (!mayHoldOwn && entries.every(isPlain)) return addAll(folder, entries.map(({ name }) => name).sort())
    for (const entry of entries.sort(inOrderOfPath)) {
      signal.throwIfAborted()
      // A wait for each entry would take as long as the listing.
      if (isTurnOver()) await giveTurn()
      const { name } = entry
      if (isPlain(entry) && !mayHoldOwn) add(folder, name)
      else {
        const inPath = below(path, name)
        // A plain entry of a folder is no link, so its real path is known.
        const inReal = path === real ? inPath : below(real, name)
        const inShown = `${shownPath}/${name}`
        // What kind of entry is really called so only the path tells, where another may come out as the same text.
        if (mayBeReplaced(name)) await visit(inPath, inShown, depth + 1)
        else if (entry.isDirectory()) await visitFolder(inPath, inReal, inShown, depth + 1, 'entry')
        else if (!entry.isFile()) await visit(inPath, inShown, depth + 1)
        else if (!isOwn(inReal, inPath, inShown)) add(folder, name)
      }
    }
  }

  for (const each of paths) {
    const path = resolve(each)
    await visit(path, basename(path), 0)
  }
  const files = list.finish(linked.alsoIn(listed, list))
  onFound(files.length)
  return { files, troubles }
}

/** A file that can be opened by its name. */
function isPlain(entry: Dirent): boolean {
  return entry.isFile() && !mayBeReplaced(entry.name)
}

/** A folder stands where its files do: as if its name ended with the separator. */
function inOrderOfPath(a: Dirent, b: Dirent): number {
  const first = a.isDirectory() ? `${a.name}${sep}` : a.name
  const second = b.isDirectory() ? `${b.name}${sep}` : b.name
  return first < second ? -1 : 1
}

/** The line of the ledger for a path that the file system would not give. */
export function troubleOf(path: string, shownPath: string, cause: unknown): FoundTrouble {
  const { reason, detail } = failureOf(cause)
  // It is there, but its name cannot be said in Unicode, and so not be opened by it.
  if (reason === 'not-found' && mayBeReplaced(path)) {
    return { path, shownPath, reason: 'read-error', detail: NOT_UNICODE }
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
