import { basename, dirname } from 'node:path'
import type { GrowingList } from './file-list.ts'

/** Files that were given themselves, or that links lead to: two ways may end at one file. */
export interface LinkedFiles {
  /** True when the file with this real path is in the list already by another link. */
  has(real: string): boolean
  /** `folder` is one of its own that it has in the list. */
  add(real: string, folder: number): void
  /**
   * Says of a file whether it is in the list a second time, as an entry of a folder that was listed, by real path; null
   * when there is none. Folders are looked through only for the names that matter.
   */
  alsoIn(listed: ReadonlyMap<string, number>, list: Pick<GrowingList, 'namesOf'>): IsGone | null
}

/** Says it of the folder that a linked file has of its own in the list. */
export type IsGone = (folder: number) => boolean

export function createLinkedFiles(): LinkedFiles {
  const byReal = new Map<string, number>()
  return {
    has: (real) => byReal.has(real),
    add: (real, folder) => byReal.set(real, folder),
    alsoIn(listed, list) {
      const folders = new Set<number>()
      for (const real of byReal.keys()) {
        const folder = listed.get(dirname(real))
        if (folder !== undefined) folders.add(folder)
      }
      if (folders.size === 0) return null
      const names = list.namesOf(folders)
      const gone = new Set<number>()
      for (const [real, folder] of byReal) {
        const there = listed.get(dirname(real))
        if (there !== undefined && names.get(there)?.has(basename(real)) === true) gone.add(folder)
      }
      return gone.size === 0 ? null : (folder) => gone.has(folder)
    },
  }
}
