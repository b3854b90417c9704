import type { IntegrityProgress } from '../../../shared/domain/integrity.ts'
import type { ReadableCase } from '../case/rights.ts'
import { isObject } from '../signin/fields.ts'
import { readDigest } from './digest.ts'
import type { FoundDigest } from './found.ts'
import { baseName, readDigestName } from './names.ts'
import { type LedgerFile, ledgerFiles, rereadFiles } from './sources.ts'

export interface IntegrityHooks {
  readonly signal: AbortSignal
  readonly onProgress: (progress: IntegrityProgress) => void
}

/** The digests of a case, read again from where they lie. */
export interface GatheredDigests {
  readonly files: readonly LedgerFile[]
  readonly found: readonly FoundDigest[]
  /** Digest files that the ledger knows and that cannot be read any more. */
  readonly unreadable: readonly UnreadableDigest[]
}

export interface UnreadableDigest {
  readonly file: LedgerFile
  readonly why: string
  /** True when it was not even opened. */
  readonly refused: boolean
}

/** A digest names some hundred log files at the most, in a few hundred bytes each. */
const DIGEST_BYTES = 64 * 1024 * 1024
const SIDECAR_BYTES = 1024 * 1024

/** Reads all digests of a case. Rejects with the reason of the signal. */
export async function gatherDigests(db: ReadableCase, hooks: IntegrityHooks): Promise<GatheredDigests> {
  const files = ledgerFiles(db)
  const signatures = await readSidecars(files, hooks.signal)
  const digests = files.filter((file) => file.format === 'digest' || readDigestName(file.path) !== null)
  const tell = progressOf('digests', digests.length, hooks)
  const found: FoundDigest[] = []
  const unreadable: UnreadableDigest[] = []
  await rereadFiles(digests, DIGEST_BYTES, hooks.signal, (file, read) => {
    tell(file)
    if ('unreadable' in read) {
      unreadable.push({ file, why: read.unreadable, refused: read.refused === true })
      return
    }
    const { content } = read.content
    const isTorn = read.content.fault === 'damaged' || content === null
    const digest = isTorn ? 'It cannot be unpacked whole.' : readDigest(content)
    found.push({
      file,
      read: { ...read.content, content: null },
      digest,
      sidecarSignature: signatures.get(besides(file.path)) ?? null,
    })
  })
  // Archives are read in the order of their members; results are told in order of path.
  found.sort((a, b) => (a.file.path < b.file.path ? -1 : 1))
  return { files, found, unreadable }
}

/** Tells after each file how many are done. */
export function progressOf(
  what: IntegrityProgress['what'],
  total: number,
  { onProgress }: IntegrityHooks,
): (file: LedgerFile) => void {
  let done = 0
  let last = Number.NEGATIVE_INFINITY
  return (file) => {
    done += 1
    const now = performance.now()
    if (done < total && now - last < REPORT_EVERY_MS) return
    last = now
    onProgress({ what, done, total, current: baseName(file.path) })
  }
}
const REPORT_EVERY_MS = 100

/**
 * The signature of a digest stands in the metadata of its object, which a copy to a disk loses. A collector can save
 * the answer of `aws s3api head-object` beside the digest, under its name with another ending, such as
 * `….json.gz.head.json`.
 */
async function readSidecars(files: readonly LedgerFile[], signal: AbortSignal): Promise<Map<string, string>> {
  const signatures = new Map<string, string>()
  const sidecars = files.filter(
    ({ path }) =>
      STEM.test(baseName(path)) && readDigestName(path) === null && path.includes('CloudTrail-Digest_'),
  )
  await rereadFiles(sidecars, SIDECAR_BYTES, signal, (file, read) => {
    const content = 'content' in read ? read.content.content : null
    const signature = content === null ? null : signatureIn(content)
    if (signature !== null) signatures.set(besides(file.path), signature)
  })
  return signatures
}

const STEM = /^(.+_\d{8}T\d{6}Z(?:_backfill)?)\..+$/

/** The path up to the name of the object, the same for a digest and its sidecar. */
function besides(path: string): string {
  const name = baseName(path)
  return path.slice(0, path.length - name.length) + (STEM.exec(name)?.[1] ?? name)
}

function signatureIn(content: Uint8Array): string | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(content).toString('utf8'))
  } catch {
    return null
  }
  if (!isObject(parsed)) return null
  const metadata = parsed['Metadata']
  const entries = [...Object.entries(parsed), ...Object.entries(isObject(metadata) ? metadata : {})]
  const signature = entries.find(([name]) => /^(x-amz-meta-)?signature$/i.test(name))?.[1]
  return typeof signature === 'string' ? signature : null
}
