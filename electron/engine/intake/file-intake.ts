import type { SourceReason } from '../../../shared/domain/source.ts'
import type { WritableCase } from '../case/rights.ts'
import type { Flusher } from './flush.ts'
import { createKnownSources } from './known.ts'
import type { Ledger } from './ledger.ts'
import type { IntakeLimits } from './limits.ts'
import { type Finding, type Part, type Reading, recordsOf, type SourceReader } from './reading.ts'
import { takeBackSightings } from './recover.ts'
import type { RunningManifest } from './running-manifest.ts'
import { nothingStored, type Stored } from './source-lines.ts'
import type { Store } from './store.ts'
import type { FoundFile, FoundTrouble } from './walk.ts'

export interface IntakeJob {
  readonly db: WritableCase
  readonly importId: number
  readonly store: Store
  readonly flusher: Flusher
  readonly ledger: Ledger
  readonly reader: SourceReader
  readonly limits: IntakeLimits
  readonly signal: AbortSignal
  /** Null when the hash of the manifest is not made while files are read. */
  readonly manifest: RunningManifest | null
}

/** Brings single files into the case and into the ledger. */
export interface FileIntake {
  /** Whether to hash unpacked content; a digest that is met turns it on for the files that are taken up after it. */
  hashContent(decided: boolean): void
  read(file: FoundFile): Promise<void>
  /** A line of the ledger for something that is no readable file: a broken link, a folder without permission. */
  noteTrouble(found: FoundTrouble): void
}

/** A file or a member of an archive on its way into the case. */
interface OpenPart {
  sourceId: number
  readonly path: string
  readonly shownPath: string
  readonly fileBytes: number
  stored: Stored
}

/** A file, and what is open in it when it is an archive. Most files are none, and need no table for it. */
interface OpenFile {
  readonly whole: OpenPart
  members: Map<Part, OpenPart> | null
}

function partOf({ whole, members }: OpenFile, part: Part): OpenPart | undefined {
  return part === 0 ? whole : members?.get(part)
}

/** Reasons that say of something met on the way that it is nothing to read. */
const NO_EVIDENCE: ReadonlySet<SourceReason> = new Set(['not-a-file', 'symlink-loop', 'own-case'])

export function createFileIntake(job: IntakeJob): FileIntake {
  const { db, importId, store, flusher, ledger, reader, limits, signal, manifest } = job
  const known = createKnownSources(db)
  let hashContent = true

  async function stillSame(file: FoundFile, readings: readonly Reading[]): Promise<Reading | undefined> {
    try {
      const sha256 = await reader.hash(file, signal)
      return readings.find((reading) => reading.sha256 === sha256)
    } catch {
      // It cannot be hashed now: reading it finds out why and says so.
      signal.throwIfAborted()
      return undefined
    }
  }

  /** Applies findings to the case; runs inside a transaction. */
  function apply(open: OpenFile, finding: Finding): void {
    const part = partOf(open, finding.kind === 'begin' ? finding.parent : finding.part)
    if (part === undefined) return
    if (finding.kind === 'begin') {
      const path = `${part.path}!/${finding.name}`
      const shownPath = `${part.shownPath}!/${finding.name}`
      const { bytes } = finding
      const source = { importId, parentId: part.sourceId, path, shownPath, bytes, modifiedAt: null }
      const sourceId = store.beginSource(source, limits.raised)
      open.members ??= new Map()
      open.members.set(finding.part, { sourceId, path, shownPath, fileBytes: 0, stored: nothingStored() })
      ledger.expectMember()
    } else if (finding.kind === 'batch') {
      store.addSignIns(part.sourceId, finding.found, part.stored)
    } else if (finding.kind === 'changes') {
      store.addTrailChanges(part.sourceId, finding.found)
    } else if (finding.kind === 'restart') {
      takeBackSightings(db, part.sourceId)
      part.stored = nothingStored()
    } else {
      finish(part, finding.reading)
      open.members?.delete(finding.part)
    }
  }

  function finish({ sourceId, path, fileBytes, stored }: OpenPart, reading: Reading): void {
    // After an interruption an archive is read again; members that were whole are there already.
    if (store.isKnown(sourceId, path, reading.sha256)) {
      store.dropSource(sourceId)
      ledger.addUnchanged(path, reading, fileBytes)
      return
    }
    store.finishSource(sourceId, reading, stored)
    ledger.add(path, reading, stored, fileBytes)
  }

  async function readIfChanged(file: FoundFile, readings: readonly Reading[]): Promise<void> {
    const earlier = await stillSame(file, readings)
    if (earlier === undefined) await readAfresh(file)
    else ledger.addUnchanged(file.path, earlier, file.bytes)
  }

  /** No async function: what such a one keeps while it waits is most of the memory of a file that is under way. */
  function readAfresh(file: FoundFile): Promise<void> {
    const { path, shownPath, bytes, modifiedAt } = file
    const place = manifest?.nextPlace() ?? 0
    const whole = { sourceId: 0, path, shownPath, fileBytes: bytes, stored: nothingStored() }
    const open: OpenFile = { whole, members: null }
    flusher.add(0, false, () => {
      const source = { importId, parentId: null, path, shownPath, bytes, modifiedAt }
      whole.sourceId = store.beginSource(source, limits.raised)
    })
    const onFindings = (findings: readonly Finding[]) => {
      for (const finding of findings) {
        flusher.add(recordsOf(finding), finding.kind === 'end', () => apply(open, finding))
      }
    }
    return reader.read(file, { limits, signal, hashContent }, onFindings).then((reading) => {
      // Found under a name that does not say so.
      if (reading.format === 'digest') hashContent = true
      manifest?.done(place, shownPath, reading.sha256)
      flusher.add(0, true, () => finish(whole, reading))
    })
  }

  return {
    hashContent(decided) {
      hashContent = decided
    },
    read(file) {
      const readings = limits.raised && known.wasCutOff(file) ? [] : known.readingsOf(file)
      return readings.length === 0 ? readAfresh(file) : readIfChanged(file, readings)
    },
    noteTrouble({ path, shownPath, reason, detail }) {
      const status = NO_EVIDENCE.has(reason) ? 'skipped' : 'failed'
      const reading: Reading = {
        bytes: null,
        sha256: null,
        contentBytes: null,
        contentSha256: null,
        format: 'unknown',
        status,
        trouble: { reason, detail, offset: null, offsetIn: null },
        records: 0,
        signIns: 0,
        companions: 0,
      }
      flusher.add(0, true, () => {
        const source = { importId, parentId: null, path, shownPath, bytes: null, modifiedAt: null }
        store.finishSource(store.beginSource(source, false), reading, nothingStored())
        ledger.add(path, reading, nothingStored(), 0)
      })
    },
  }
}
