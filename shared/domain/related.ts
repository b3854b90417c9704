import { z } from 'zod'
import { SignInRow } from './sign-in.ts'
import { Count, SignInId } from './units.ts'

/**
 * Why events belong together, the strongest first.
 * - `attempt`: one sign-in attempt, the MFA step and the sign-in after it
 * - `workflow`: the same `AuthWorkflowID` (Identity Center)
 * - `session`: the same `signInSessionArn`
 * - `session-start`: the same principal with the same session `creationDate`
 * - `switch`: a role switch and the session it came from (`SwitchFrom`)
 * - `failures-before`: failures of the same address or principal that ran up to this success
 * - `principal`, `address`, `access-key`: the same within the minutes asked for
 */
export const RELATIONS = [
  'attempt',
  'workflow',
  'session',
  'session-start',
  'switch',
  'failures-before',
  'principal',
  'address',
  'access-key',
] as const
export const Relation = z.enum(RELATIONS)
export type Relation = z.infer<typeof Relation>

export const RelatedGroup = z.object({
  relation: Relation,
  /** The value that they share, as it stands in the records. */
  value: z.string(),
  /** Without the event itself; at least this many when `complete` is false. */
  count: Count,
  /** False when too many records would have had to be read. */
  complete: z.boolean(),
  /** The nearest in time, in order of time. */
  rows: z.array(SignInRow),
})
export type RelatedGroup = z.infer<typeof RelatedGroup>

/** Over the sign-in records of this case; relations that nothing stands in are left out. */
export const RelatedEvents = z.object({
  id: SignInId,
  minutes: Count,
  groups: z.array(RelatedGroup),
})
export type RelatedEvents = z.infer<typeof RelatedEvents>
