import { createManifestHash } from '../report/manifest.ts'
import type { SourceHash } from '../report/source-hash.ts'

/**
 * The hash of the evidence manifest, made while files are read: afterwards it would keep an import of very many small
 * files waiting. Only for a case that held no source before and one folder that is given, whose files are read in the
 * order that the manifest has; `sourceHash` gives the same for every case.
 */
export interface RunningManifest {
  /** The place of the next file, in the order in which files are begun. */
  nextPlace(): number
  /** The file at this place is done; files may come in any order. */
  done(place: number, shownPath: string, sha256: string | null): void
  hash(): SourceHash
}

interface DoneFile {
  readonly shownPath: string
  readonly sha256: string | null
}

export function createRunningManifest(): RunningManifest {
  const manifest = createManifestHash()
  /** Done before one that was begun earlier: as many as are under way at most. */
  const ahead = new Map<number, DoneFile>()
  let places = 0
  let next = 0

  function takeIn({ shownPath, sha256 }: DoneFile): void {
    // Each path is met once, and so shown once.
    manifest.add({ parentId: null, path: shownPath, shownPath, sha256 })
    next += 1
  }

  return {
    nextPlace() {
      places += 1
      return places - 1
    },
    done(place, shownPath, sha256) {
      if (place !== next) {
        ahead.set(place, { shownPath, sha256 })
        return
      }
      takeIn({ shownPath, sha256 })
      for (let file = ahead.get(next); file !== undefined; file = ahead.get(next)) {
        ahead.delete(next)
        takeIn(file)
      }
    },
    hash() {
      if (ahead.size > 0 || next !== places) throw new Error('Files are missing in the running manifest.')
      const { files, sha256 } = manifest.facts()
      return { files, manifest: sha256 }
    },
  }
}
