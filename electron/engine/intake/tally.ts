import { type Place, sortRecord } from './found-sign-in.ts'
import { type Finding, type FoundSignIn, type FoundTrailChange, type Part, weightOf } from './reading.ts'

/** Sign-ins that travel together: so many, and fewer large ones. */
const BATCH_WEIGHT = 256

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
  let weight = 0
  let handedOn = false

  /** A record was put into one of the two lists. */
  function added(record: { readonly raw: Uint8Array }): void {
    weight += weightOf(record)
    if (weight >= BATCH_WEIGHT) flush()
  }

  function flush(): void {
    weight = 0
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
        added(found.change)
      }
      if (found.is !== 'sign-in') return
      signIns += 1
      batch.push(found.signIn)
      added(found.signIn)
    },
    addCompanions(count) {
      companions += count
    },
    flush,
  }
}
