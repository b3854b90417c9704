import { z } from 'zod'
import { Count, EpochMs, SignInId } from './units.ts'

export const NOTE_TEXT_MAX = 20_000
export const NoteText = z.string().trim().min(1).max(NOTE_TEXT_MAX)

/** One wording of a note. Notes are never overwritten: a change is the next revision. */
export const NoteRevision = z.object({
  revision: z.number().int().positive(),
  text: z.string(),
  author: z.string(),
  at: EpochMs,
  /** True when this revision takes the note away; a later revision may bring it back. */
  removed: z.boolean(),
})
export type NoteRevision = z.infer<typeof NoteRevision>

/** A note as it stands now, on one event. */
export const NoteView = z.object({
  id: z.number().int().positive(),
  signInId: SignInId,
  text: z.string(),
  author: z.string(),
  createdAt: EpochMs,
  changedAt: EpochMs,
  revisions: Count,
  removed: z.boolean(),
})
export type NoteView = z.infer<typeof NoteView>
