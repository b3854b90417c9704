import type { ReadableCase } from '../case/rights.ts'
import { byPath } from './collect/sources.ts'
import { manifestFacts } from './manifest.ts'

/** What the log says of the evidence before and after an import. */
export interface SourceHash {
  /** Files on the disk that have a hash. */
  readonly files: number
  /** SHA-256 of the evidence manifest of all files so far, the text that reports and packages have. */
  readonly manifest: string
}

export function sourceHash(db: ReadableCase): SourceHash {
  const rows = db
    .prepare(
      `select parent_id as parentId, path, shown_path as shownPath, sha256, id from source where parent_id is null`,
    )
    .all() as { parentId: null; path: string; shownPath: string; sha256: string | null; id: number }[]
  const { files, sha256 } = manifestFacts(rows.sort(byPath))
  return { files, manifest: sha256 }
}
