import type { IntakeLimits } from '../engine/intake/limits.ts'
import type { Finding, Reading } from '../engine/intake/reading.ts'
import type { FoundFile } from '../engine/intake/walk.ts'

/** What an intake thread is asked. `job` numbers come back with every answer. */
export type IntakeOrder =
  | {
      readonly kind: 'read'
      readonly job: number
      readonly file: FoundFile
      readonly limits: IntakeLimits
      readonly hashContent: boolean
    }
  | { readonly kind: 'hash'; readonly job: number; readonly path: string }

/** What it answers: findings in order, then one `reading`, `hash` or `failed`. */
export type IntakeAnswer =
  | { readonly kind: 'findings'; readonly job: number; readonly findings: readonly Finding[] }
  | { readonly kind: 'reading'; readonly job: number; readonly reading: Reading }
  | { readonly kind: 'hash'; readonly job: number; readonly sha256: string }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string }

/** A message costs as much as reading a small file, so orders and answers travel in groups, in order. */
export type ToIntake = readonly IntakeOrder[]
export type FromIntake = readonly IntakeAnswer[]

/**
 * Shared counters of one thread. A thread reads a file without looking at its messages, so what it must know in
 * the meantime stands in shared memory: whether to stop, and how many messages were taken from it.
 */
export const SHARED = { stop: 0, taken: 1 } as const
export const SHARED_BYTES = 8

/** Messages a thread may be ahead of the case file, so that a giant file does not pile up in memory. */
export const MESSAGES_AHEAD = 4
