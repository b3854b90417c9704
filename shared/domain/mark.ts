import { z } from 'zod'
import { Count, EpochMs, SignInId } from './units.ts'

/** Colours of tags, by name; the window has a shade of each for both themes. */
export const TAG_COLORS = ['red', 'orange', 'yellow', 'green', 'blue', 'violet', 'grey'] as const
export const TagColor = z.enum(TAG_COLORS)
export type TagColor = z.infer<typeof TagColor>

/** White space and commas would make a tag hard to type in a query. */
export const TagName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\s,"]+$/u)

export const Tag = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  color: TagColor,
  /** Events that have it. */
  events: Count,
})
export type Tag = z.infer<typeof Tag>

export const MARKS = ['bookmark', 'reviewed'] as const
export const Mark = z.enum(MARKS)
export type Mark = z.infer<typeof Mark>

/** Who did it and when. */
export const MarkedBy = z.object({ author: z.string(), at: EpochMs })
export type MarkedBy = z.infer<typeof MarkedBy>

/** Tags and marks of one event; marks that it does not have are null. */
export const EventMarks = z.object({
  id: SignInId,
  /** In order of the tag's name. */
  tags: z.array(MarkedBy.extend({ tag: z.number().int().positive() })),
  bookmark: MarkedBy.nullable(),
  reviewed: MarkedBy.nullable(),
})
export type EventMarks = z.infer<typeof EventMarks>

/** Which events something is done to: by their numbers, or rows of an open view (all of them without `ranges`). */
export const EventSelection = z.union([
  z.object({ ids: z.array(SignInId).min(1).max(10_000) }),
  z.object({
    view: z.number().int().positive(),
    /** Indexes in the view, `[first, end)`. */
    ranges: z.array(z.tuple([Count, Count])).optional(),
  }),
])
export type EventSelection = z.infer<typeof EventSelection>

/** What a change did, and the number by which `mark.undo` takes back exactly that, as long as the case is open. */
export const MarkChange = z.object({
  undo: z.number().int().positive(),
  /** Events that are different now; the others of the selection were so already. */
  changed: Count,
  unchanged: Count,
})
export type MarkChange = z.infer<typeof MarkChange>
