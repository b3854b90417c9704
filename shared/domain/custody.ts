import { z } from 'zod'
import { EpochMs, Sha256 } from './units.ts'

export const CUSTODY_ACTIONS = [
  'case.created',
  'case.opened',
  'case.described',
  'case.sealed',
  'case.closed',
  'import.started',
  'import.finished',
  'import.stopped',
  'note.added',
  'note.revised',
  'note.removed',
  'note.restored',
  'detection.run',
  'finding.judged',
  'finding.noted',
  'finding.note-removed',
  'finding.note-restored',
  'export.written',
  'tag.created',
  'tag.changed',
  'tag.removed',
  'events.tagged',
  'events.untagged',
  'events.marked',
  'events.unmarked',
  'known.changed',
  'known.imported',
  'addresses.renewed',
  'change.undone',
  'search.saved',
  'search.renamed',
  'search.removed',
  'search.restored',
  'integrity.verified',
  'work-paper.set',
  'sample.judged',
] as const
export const CustodyAction = z.enum(CUSTODY_ACTIONS)
export type CustodyAction = z.infer<typeof CustodyAction>

/** One line of the custody log. `hash` covers all other fields and `previousHash`. */
export const CustodyEntry = z.object({
  sequence: z.number().int().positive(),
  at: EpochMs,
  actor: z.string(),
  action: CustodyAction,
  /** JSON text with the facts of the action, exactly as hashed. */
  detail: z.string(),
  tool: z.string(),
  previousHash: Sha256,
  hash: Sha256,
})
export type CustodyEntry = z.infer<typeof CustodyEntry>

export const CUSTODY_PROBLEMS = ['hash', 'number', 'link'] as const

/**
 * `firstBroken` names the first entry that does not check; entries before it are sound. Why: its hash is not that of
 * its fields, an entry before it is missing, or it does not follow the entry before it.
 */
export const CustodyCheck = z.object({
  entries: z.number().int().nonnegative(),
  intact: z.boolean(),
  firstBroken: z.number().int().nullable(),
  problem: z.enum(CUSTODY_PROBLEMS).nullable(),
  head: Sha256.nullable(),
  /** The first entry that is dated more than a minute before the one before it: a clock was set back, or was wrong. */
  clockBack: z.number().int().nullable(),
})
export type CustodyCheck = z.infer<typeof CustodyCheck>
