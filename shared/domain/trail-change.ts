import { z } from 'zod'
import { PrincipalKind } from './sign-in.ts'
import { EpochSeconds } from './units.ts'

/** Seconds before and after a gap within which a change is linked to it. */
export const TRAIL_CHANGE_REACH = 3600

/** What a record of such a call states. */
export const TrailChangeFacts = z.object({
  eventTime: EpochSeconds.nullable(),
  eventTimeText: z.string().nullable(),
  eventName: z.string(),
  eventId: z.string().nullable(),
  principalKind: PrincipalKind,
  principalName: z.string().nullable(),
  principalArn: z.string().nullable(),
  /** The account that received the record, else that of the caller. */
  account: z.string().nullable(),
  /** Of the call, which is where the trail lives. */
  region: z.string().nullable(),
  /** Name or ARN of the trail, as it stands. */
  trail: z.string().nullable(),
  /** Null when the call was carried out. */
  errorCode: z.string().nullable(),
  /** What the record says of log file validation; null when nothing. */
  validation: z.boolean().nullable(),
})
export type TrailChangeFacts = z.infer<typeof TrailChangeFacts>

/** A record of such a call in the case, with the place where it was seen first. */
export const TrailChange = TrailChangeFacts.extend({
  id: z.number().int().positive(),
  /** Path in the import, record number from 1 and bytes in the unpacked content. */
  path: z.string(),
  recordNumber: z.number().int().positive(),
  byteStart: z.number().int().nonnegative(),
  byteEnd: z.number().int().nonnegative(),
  /** Places where it was seen, this one included. */
  places: z.number().int().positive(),
})
export type TrailChange = z.infer<typeof TrailChange>

/**
 * How a change belongs to a gap. `stops`: it switched logging or validation off, or removed the trail. `resumes`: it
 * switched them on, or made the trail. `other`: it changed the trail in another way. `failed`: it was refused.
 */
export const TRAIL_CHANGE_ROLES = ['stops', 'resumes', 'other', 'failed'] as const
export const TrailChangeRole = z.enum(TRAIL_CHANGE_ROLES)
export type TrailChangeRole = z.infer<typeof TrailChangeRole>

/**
 * Why a change is taken for one of a gap's trail. `same-trail`: account and trail are those of the gap.
 * `trail-not-stated`: the account is, and the record names no trail. `other-account`: the trail has the same name and
 * belongs to another account, as the trail of an organisation does.
 */
export const TRAIL_MATCHES = ['same-trail', 'trail-not-stated', 'other-account'] as const
export const TrailMatch = z.enum(TRAIL_MATCHES)
export type TrailMatch = z.infer<typeof TrailMatch>

/** Changes around one gap, by time; none when nothing in the case explains it. `gap` is its place in the list of gaps. */
export const GapCause = z.object({
  gap: z.number().int().nonnegative(),
  changes: z.array(
    z.object({
      change: z.number().int().positive(),
      role: TrailChangeRole,
      match: TrailMatch,
    }),
  ),
})
export type GapCause = z.infer<typeof GapCause>
