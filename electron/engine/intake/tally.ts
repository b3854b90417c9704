import { type Place, sortRecord } from './found-sign-in.ts'
import type { Finding, FoundSignIn, FoundTrailChange, Part } from './reading.ts'

/** Sign-ins that travel together. */
const BATCH_RECORDS = 256

/** Sorts the records of one part as they are read, counts them and hands the sign-ins on in batches. */
export interface Tally {
  /** What was counted so far; `handedOn` is true once a batch has been handed on. */
  counts(): { readonly signIns: number; readonly companions: number; readonly handedOn: boolean }
  /** `undefined` is a record that is not valid JSON: it is counted by the reader and is neither. */
  take(parsed: unknown, place: Place, raw: Uint8Array): void
  addCompanions(count: number): void
  /** Hands on what waits. */
  flush(): void
}

export function createTally(part: Part, onFindings: (findings: readonly Finding[]) => void): Tally {
  let signIns = 0
  let companions = 0
  let batch: FoundSignIn[] = []
  let changes: FoundTrailChange[] = []
  let handedOn = false

  function flush(): void {
    if (changes.length > 0) {
      onFindings([{ kind: 'changes', part, found: changes }])
      changes = []
      handedOn = true
    }
    if (batch.length === 0) return
    onFindings([{ kind: 'batch', part, found: batch }])
    batch = []
    handedOn = true
  }

  return {
    // No getters: defining them takes longer than all else that is done here for a small file.
    counts: () => ({ signIns, companions, handedOn }),
    take(parsed, place, raw) {
      const found = sortRecord(parsed, place, raw)
      if (found.is === 'companion') companions += 1
      if (found.is === 'trail-change') {
        changes.push(found.change)
        if (changes.length >= BATCH_RECORDS) flush()
      }
      if (found.is !== 'sign-in') return
      signIns += 1
      batch.push(found.signIn)
      if (batch.length >= BATCH_RECORDS) flush()
    },
    addCompanions(count) {
      companions += count
    },
    flush,
  }
}
