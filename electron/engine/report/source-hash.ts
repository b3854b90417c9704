import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadableCase } from '../case/rights.ts'
import { byPath } from './collect/sources.ts'
import { createManifestHash, type ListedFile, manifestFacts } from './manifest.ts'
import type { ManifestFacts } from './model.ts'

/** What the log says of the evidence before and after an import. */
export interface SourceHash {
  /** Files on the disk that have a hash. */
  readonly files: number
  /** SHA-256 of the evidence manifest of all files so far, the text that reports and packages have. */
  readonly manifest: string
}

type Row = ListedFile & { readonly id: number }

const SELECT = 'select id, parent_id as parentId, path, shown_path as shownPath, sha256 from source'
const ROWS_AT_ONCE = 1000
/** Other calls are answered this often. */
const TURN_MS = 10

/**
 * Goes through the files in turns, so that a case of hundreds of thousands answers meanwhile and takes no memory for
 * them. The caller sees to it that no file is added or changed until it is done.
 */
export async function sourceHash(db: ReadableCase): Promise<SourceHash> {
  const { files, sha256 } = (await hashInOrder(db)) ?? hashSorted(db)
  return { files, manifest: sha256 }
}

/** In order of path, as they stand in an index; null when the manifest has another order, with folders from two places. */
async function hashInOrder(db: ReadableCase): Promise<ManifestFacts | null> {
  const next = db.prepare(`${SELECT} where (path, id) > (?, ?) order by path, id limit ${ROWS_AT_ONCE}`)
  const manifest = createManifestHash()
  let before: Row | null = null
  let last: Row | null = null
  let turnBegan = performance.now()
  do {
    const rows = next.all(last?.path ?? '', last?.id ?? 0) as Row[]
    for (const row of rows) {
      if (row.parentId !== null) continue
      if (before !== null && byPath(before, row) > 0) return null
      manifest.add(row)
      before = row
    }
    last = rows.length < ROWS_AT_ONCE ? null : (rows.at(-1) ?? null)
    if (last === null || performance.now() - turnBegan < TURN_MS) continue
    await nextTurn()
    turnBegan = performance.now()
  } while (last !== null)
  return manifest.facts()
}

function hashSorted(db: ReadableCase): ManifestFacts {
  const rows = db.prepare(`${SELECT} where parent_id is null`).all() as Row[]
  return manifestFacts(rows.sort(byPath))
}
