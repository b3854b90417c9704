import { sep } from 'node:path'
import { createNameBlocks, type NameInFolder } from './name-blocks.ts'

/** A folder in which files were found. */
export interface FoundFolder {
  readonly path: string
  /** The path below what was given, with `/` on every system; empty for the folder of a file that was given itself. */
  readonly shownPath: string
}

/**
 * Files that were met, by name only, in order of path. A path is put together when it is asked for: an archive may hold
 * a million files, and whole paths for all of them would take more memory than everything else.
 */
export interface FileList {
  readonly folders: readonly FoundFolder[]
  readonly length: number
  names(): Generator<string>
  path(index: number): string
  shownPath(index: number): string
}

/** A list that grows. */
export interface GrowingList {
  readonly length: number
  addFolder(folder: FoundFolder): number
  add(folder: number, name: string): void
  /** Names that these folders hold. */
  namesOf(wanted: ReadonlySet<number>): ReadonlyMap<number, ReadonlySet<string>>
  /** The list in order of path, without the files of the folders that `isGone` says it of. */
  finish(isGone: ((folder: number) => boolean) | null): FileList
}

export function growFileList(): GrowingList {
  const folders: FoundFolder[] = []
  let files = createNameBlocks()

  const pathOf = ({ folder, name }: NameInFolder) => below(folders[folder]?.path ?? '', name)

  /** Within a folder names were sorted; only where another begins there is something to compare. */
  function isInOrder(): boolean {
    let before = ''
    for (const { folder, first, last } of files.runs()) {
      if (pathOf({ folder, name: first }) < before) return false
      before = pathOf({ folder, name: last })
    }
    return true
  }

  function keep(all: Iterable<NameInFolder>): void {
    const kept = createNameBlocks()
    for (const { folder, name } of all) kept.add(folder, name)
    files = kept
  }

  /** Rare: several things were given, or links lead here and there. */
  function sort(): void {
    const all = [...files.entries()].map((file) => ({ ...file, path: pathOf(file) }))
    keep(all.sort((a, b) => (a.path < b.path ? -1 : 1)))
  }

  return {
    get length() {
      return files.length
    },
    addFolder: (folder) => folders.push(folder) - 1,
    add: (folder, name) => files.add(folder, name),
    namesOf(wanted) {
      const found = new Map([...wanted].map((folder) => [folder, new Set<string>()]))
      for (const { folder, name } of files.entries()) found.get(folder)?.add(name)
      return found
    },
    finish(isGone) {
      if (isGone !== null) keep([...files.entries()].filter(({ folder }) => !isGone(folder)))
      if (!isInOrder()) sort()
      return {
        folders,
        length: files.length,
        *names() {
          for (const { name } of files.entries()) yield name
        },
        path: (index) => pathOf(files.at(index)),
        shownPath(index) {
          const { folder, name } = files.at(index)
          const shown = folders[folder]?.shownPath ?? ''
          return shown === '' ? name : `${shown}/${name}`
        },
      }
    },
  }
}

/** The path of an entry of a folder; `join` would tidy up, once more and at some cost, what is tidy already. */
export function below(folder: string, name: string): string {
  return folder.endsWith(sep) ? `${folder}${name}` : `${folder}${sep}${name}`
}
