import { sep } from 'node:path'

/** A folder in which files were found. */
export interface FoundFolder {
  readonly path: string
  /** The path below what was given, with `/` on every system; empty for the folder of a file that was given itself. */
  readonly shownPath: string
}

/**
 * Files that were met, by name only, in order of path. A path is put together when it is asked for: an archive may hold
 * hundreds of thousands of files, and whole paths for all of them would take more memory than everything else.
 */
export interface FileList {
  readonly folders: readonly FoundFolder[]
  readonly names: readonly string[]
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
  let folderOf: number[] = []
  let names: string[] = []

  const path = (index: number) => below(folders[folderOf[index] ?? 0]?.path ?? '', names[index] ?? '')

  function isInOrder(): boolean {
    let before = ''
    for (let index = 0; index < names.length; index += 1) {
      // Within a folder names were sorted; only where another begins there is something to compare.
      if (folderOf[index] === folderOf[index + 1] && folderOf[index] === folderOf[index - 1]) continue
      const here = path(index)
      if (here < before) return false
      before = here
    }
    return true
  }

  /** Rare: several things were given, or links lead here and there. */
  function sort(): void {
    const paths = names.map((_, index) => path(index))
    const order = [...paths.keys()].sort((a, b) => ((paths[a] ?? '') < (paths[b] ?? '') ? -1 : 1))
    const sortedNames = order.map((index) => names[index] ?? '')
    folderOf = order.map((index) => folderOf[index] ?? 0)
    names = sortedNames
  }

  return {
    get length() {
      return names.length
    },
    addFolder: (folder) => folders.push(folder) - 1,
    add(folder, name) {
      folderOf.push(folder)
      names.push(name)
    },
    namesOf(wanted) {
      const found = new Map([...wanted].map((folder) => [folder, new Set<string>()]))
      for (const [index, name] of names.entries()) found.get(folderOf[index] ?? 0)?.add(name)
      return found
    },
    finish(isGone) {
      if (isGone !== null) {
        names = names.filter((_, index) => !isGone(folderOf[index] ?? 0))
        folderOf = folderOf.filter((folder) => !isGone(folder))
      }
      if (!isInOrder()) sort()
      return {
        folders,
        names,
        path,
        shownPath(index) {
          const shown = folders[folderOf[index] ?? 0]?.shownPath ?? ''
          const name = names[index] ?? ''
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
