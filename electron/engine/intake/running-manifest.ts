import { createManifestHash } from '../report/manifest.ts'
import type { SourceHash } from '../report/source-hash.ts'

/**
 * The hash of the evidence manifest, made while files are read: afterwards it would keep an import of very many small
 * files waiting. Only for a case that held no source before and one folder that is given, whose files are read in the
 * order that the manifest has as a rule; `sourceHash` gives the same for every case.
 */
export interface RunningManifest {
  /** The place of the next file, in the order in which files are begun. */
  nextPlace(): number
  /** The file at this place is done; files may come in any order. */
  done(place: number, shownPath: string, sha256: string | null): void
  /** Null when a file is not done, or when files came in another order than the manifest has. */
  hash(): SourceHash | null
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
  let last = ''
  let isInOrder = true

  function takeIn({ shownPath, sha256 }: DoneFile): void {
    // Windows has another separator in its paths than in those that are shown, and so may have another order.
    isInOrder &&= next === 0 || last < shownPath
    last = shownPath
    // In that order each is shown once, so its own path is not asked for.
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
      if (next !== places || !isInOrder) return null
      const { files, sha256 } = manifest.facts()
      return { files, manifest: sha256 }
    },
  }
}
