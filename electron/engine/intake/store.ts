import type { WritableCase } from '../case/rights.ts'
import { FACT_COLUMN_NAMES, FACT_FIELDS } from '../case/rows.ts'
import { createPlacing } from './placing.ts'
import type { FoundSignIn, FoundTrailChange } from './reading.ts'
import { createSourceLines, type SourceLines, type Stored } from './source-lines.ts'
import { createChangeKeeping } from './trail-changes.ts'

/** What an import writes. Calls belong into a transaction of the caller's. */
export interface Store extends SourceLines {
  addSignIns(sourceId: number, batch: readonly FoundSignIn[], stored: Stored): void
  addTrailChanges(sourceId: number, batch: readonly FoundTrailChange[]): void
}

/** Prepared statements over one case. */
export function createStore(db: WritableCase): Store {
  const place = createPlacing(db, FACT_COLUMN_NAMES, FACT_FIELDS)
  const insertSighting = db.prepare(
    `insert into sighting (source_id, record_number, sign_in_id, byte_start, byte_end, encoding, raw,
       same_bytes) values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  let keepChange: ReturnType<typeof createChangeKeeping> | null = null
  const lines = createSourceLines(db)
  const { writeBegun } = lines

  return {
    ...lines,
    addTrailChanges(sourceId, batch) {
      writeBegun(sourceId)
      keepChange ??= createChangeKeeping(db)
      for (const found of batch) keepChange(sourceId, found)
    },
    addSignIns(sourceId, batch, stored) {
      writeBegun(sourceId)
      for (const found of batch) {
        const { id, as, ownRaw, sameBytes } = place(found)
        stored[as] += 1
        const { recordNumber, byteStart, byteEnd, encoding } = found
        const same = sameBytes ? 1 : 0
        insertSighting.run(sourceId, recordNumber, id, byteStart, byteEnd, encoding, ownRaw, same)
        const time = found.facts.eventTime
        if (time === null) continue
        if (stored.firstTime === null || time < stored.firstTime) stored.firstTime = time
        if (stored.lastTime === null || time > stored.lastTime) stored.lastTime = time
      }
    },
  }
}
