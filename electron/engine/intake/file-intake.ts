import type { WritableCase } from '../case/rights.ts'
import type { Flusher } from './flush.ts'
import { createKnownSources } from './known.ts'
import type { Ledger } from './ledger.ts'
import type { IntakeLimits } from './limits.ts'
import type { Reading, SourceReader } from './reading.ts'
import { takeBackSightings } from './recover.ts'
import { nothingStored, type Store } from './store.ts'
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
}

/** Brings single files into the case and into the ledger. */
export interface FileIntake {
  read(file: FoundFile): Promise<void>
  /** A line of the ledger for something that is no readable file: a broken link, a folder without permission. */
  noteTrouble(found: FoundTrouble): void
}

export function createFileIntake(job: IntakeJob): FileIntake {
  const { importId, store, flusher, ledger, reader, limits, signal } = job
  const known = createKnownSources(job.db)

  async function earlierReading(file: FoundFile): Promise<Reading | undefined> {
    const readings = known(file)
    if (readings.length === 0) return undefined
    try {
      const sha256 = await reader.hash(file, signal)
      return readings.find((reading) => reading.sha256 === sha256)
    } catch {
      // It cannot be hashed now: reading it finds out why and says so.
      signal.throwIfAborted()
      return undefined
    }
  }

  return {
    async read(file) {
      const { path, shownPath, bytes, modifiedAt } = file
      const earlier = await earlierReading(file)
      if (earlier !== undefined) {
        ledger.addUnchanged(path, earlier, bytes)
        return
      }
      let stored = nothingStored()
      let sourceId = 0
      flusher.add(0, false, () => {
        sourceId = store.beginSource({ importId, path, shownPath, bytes, modifiedAt })
      })
      const reading = await reader.read(
        file,
        { limits, signal },
        {
          batch: (found) => flusher.add(found.length, false, () => store.addSignIns(sourceId, found, stored)),
          restart: () =>
            flusher.add(0, false, () => {
              takeBackSightings(job.db, sourceId)
              stored = nothingStored()
            }),
        },
      )
      flusher.add(0, true, () => {
        store.finishSource(sourceId, reading, stored)
        ledger.add(path, reading, stored, bytes)
      })
    },
    noteTrouble({ path, shownPath, reason, detail }) {
      const status = reason === 'not-a-file' || reason === 'symlink-loop' ? 'skipped' : 'failed'
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
      }
      const stored = nothingStored()
      flusher.add(0, true, () => {
        const id = store.beginSource({ importId, path, shownPath, bytes: null, modifiedAt: null })
        store.finishSource(id, reading, stored)
        ledger.add(path, reading, stored, 0)
      })
    },
  }
}
