import type { SourceReason } from '../../../shared/domain/source.ts'
import type { WritableCase } from '../case/rights.ts'
import type { Flusher } from './flush.ts'
import { createKnownSources } from './known.ts'
import type { Ledger } from './ledger.ts'
import type { IntakeLimits } from './limits.ts'
import type { FileEnds } from './read-all.ts'
import {
  type Finding,
  type Part,
  type Reading,
  type ReadRequest,
  type SourceReader,
  weightOfAll,
} from './reading.ts'
import { takeBackSightings } from './recover.ts'
import { createRenewal } from './renewal.ts'
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
  read(file: FoundFile, ends: FileEnds): void
  /** A line of the ledger for something that is no readable file: a broken link, a folder without permission. */
  noteTrouble(found: FoundTrouble): void
}

/** A file or a member of an archive on its way into the case. */
interface OpenPart {
  /** Null until something of it is written. */
  sourceId: number | null
  readonly parentId: number | null
  readonly path: string
  readonly shownPath: string
  readonly bytes: number | null
  readonly modifiedAt: number | null
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
  const renewal = createRenewal(db)
  let request: ReadRequest = { limits, signal, hashContent: true }

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
      const place = { parentId: begun(part), path, shownPath, bytes, modifiedAt: null }
      const member: OpenPart = { sourceId: null, ...place, stored: nothingStored() }
      begun(member)
      open.members ??= new Map()
      open.members.set(finding.part, member)
      ledger.expectMember()
    } else if (finding.kind === 'batch') {
      store.addSignIns(begun(part), finding.found, part.stored)
    } else if (finding.kind === 'changes') {
      store.addTrailChanges(begun(part), finding.found)
    } else if (finding.kind === 'restart') {
      takeBackSightings(db, begun(part))
      part.stored = nothingStored()
    } else {
      finish(part, finding.reading)
      open.members?.delete(finding.part)
    }
  }

  /** The number of its line in the ledger, which begins here when it has none yet. */
  function begun(part: OpenPart): number {
    const { parentId, path, shownPath, bytes, modifiedAt } = part
    part.sourceId ??= store.beginSource(
      { importId, parentId, path, shownPath, bytes, modifiedAt },
      limits.raised,
    )
    return part.sourceId
  }

  function finish(part: OpenPart, reading: Reading): void {
    const sourceId = begun(part)
    const { path, stored } = part
    // The bytes of a member are its archive's.
    const fileBytes = part.parentId === null ? (part.bytes ?? 0) : 0
    const earlier = store.sameBytes(sourceId, part, reading.sha256)
    if (earlier === undefined) {
      store.finishSource(sourceId, reading, stored)
      ledger.add(path, reading, stored, fileBytes)
      return
    }
    // A member of an archive whose reading was broken off, or anything that other readers have read.
    const lines = { earlier, now: sourceId }
    if (renewal.saysTheSame(lines, reading)) {
      renewal.keepEarlier(lines, reading)
      store.dropSource(sourceId)
      ledger.addUnchanged(path, reading, fileBytes)
      return
    }
    store.writeBegun(sourceId)
    const withdrawn = renewal.dropEarlier(lines)
    store.finishSource(sourceId, reading, stored)
    ledger.add(path, reading, stored, fileBytes)
    ledger.addRenewed(withdrawn)
  }

  async function readIfChanged(file: FoundFile, readings: readonly Reading[], ends: FileEnds): Promise<void> {
    try {
      const earlier = await stillSame(file, readings)
      if (earlier === undefined) return readAfresh(file, ends)
      ledger.addUnchanged(file.path, earlier, file.bytes)
    } catch (cause) {
      return ends.failed(file, cause)
    }
    ends.ended(file)
  }

  function readAfresh(file: FoundFile, ends: FileEnds): void {
    const { path, shownPath, bytes, modifiedAt } = file
    const place = manifest?.nextPlace() ?? 0
    const whole: OpenPart = {
      sourceId: null,
      parentId: null,
      path,
      shownPath,
      bytes,
      modifiedAt,
      stored: nothingStored(),
    }
    const open: OpenFile = { whole, members: null }
    reader.read(request, {
      file,
      findings(findings) {
        for (const finding of findings) {
          flusher.add(weightOfAll(finding), finding.kind === 'end', () => apply(open, finding))
        }
      },
      done(reading) {
        try {
          // Found under a name that does not say so.
          if (reading.format === 'digest') hashContent(true)
          manifest?.done(place, shownPath, reading.sha256)
          flusher.add(0, true, () => finish(whole, reading))
        } catch (cause) {
          return ends.failed(file, cause)
        }
        ends.ended(file)
      },
      failed: (cause) => ends.failed(file, cause),
    })
  }

  function hashContent(decided: boolean): void {
    if (request.hashContent !== decided) request = { ...request, hashContent: decided }
  }

  return {
    hashContent,
    read(file, ends) {
      const readings = limits.raised && known.wasCutOff(file) ? [] : known.readingsOf(file)
      if (readings.length === 0) readAfresh(file, ends)
      else void readIfChanged(file, readings, ends)
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
