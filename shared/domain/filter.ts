import { z } from 'zod'
import { MfaState, Outcome } from './sign-in.ts'
import { Count, EpochSeconds } from './units.ts'

/** The key under which rows without a value are counted and chosen. */
export const NOT_STATED = '(not stated)'
/** The key under which names that AWS masks are counted. Never one person. */
export const HIDDEN_NAME = '(hidden by AWS)'

/**
 * What the timeline shows. Fields are joined by "and", values within a field by "or"; an empty list means any.
 * `text` is split at white space; each word must occur somewhere in the record, upper or lower case alike.
 */
export const SignInFilter = z.object({
  text: z.string().max(1000),
  outcomes: z.array(Outcome),
  mfa: z.array(MfaState),
  eventNames: z.array(z.string()).max(1000),
  /** Principal keys as `Facets.principals` gives them. */
  principals: z.array(z.string()).max(1000),
  /** Inclusive. */
  from: EpochSeconds.nullable(),
  /** Exclusive. */
  to: EpochSeconds.nullable(),
})
export type SignInFilter = z.infer<typeof SignInFilter>

export const emptyFilter: SignInFilter = {
  text: '',
  outcomes: [],
  mfa: [],
  eventNames: [],
  principals: [],
  from: null,
  to: null,
}

/** True when the filter lets every row through. */
export function isEmptyFilter(filter: SignInFilter): boolean {
  return (
    filter.text.trim() === '' &&
    filter.outcomes.length === 0 &&
    filter.mfa.length === 0 &&
    filter.eventNames.length === 0 &&
    filter.principals.length === 0 &&
    filter.from === null &&
    filter.to === null
  )
}

/**
 * A frozen, ordered result: rows that arrive later do not move those that are shown. Order is event time, then
 * event ID, then row number; rows without a readable time come last.
 */
export const TimelineView = z.object({
  view: z.number().int().positive(),
  matched: Count,
  total: Count,
  firstTime: EpochSeconds.nullable(),
  lastTime: EpochSeconds.nullable(),
  /** Index of the row asked for with `keep`, or null when it is not in this result. */
  keptIndex: Count.nullable(),
})
export type TimelineView = z.infer<typeof TimelineView>

/**
 * `key` goes into the filter, `count` follows it: the counts of a field obey all other fields but not its own, so
 * that another value can be added.
 */
export const FacetValue = z.object({ key: z.string(), count: Count })
export type FacetValue = z.infer<typeof FacetValue>

export const PrincipalFacetValue = FacetValue.extend({
  kind: z.string(),
  /** Null for hidden and missing names. */
  name: z.string().nullable(),
})
export type PrincipalFacetValue = z.infer<typeof PrincipalFacetValue>

export const Facets = z.object({
  outcomes: z.array(FacetValue),
  mfa: z.array(FacetValue),
  eventNames: z.array(FacetValue),
  principals: z.array(PrincipalFacetValue),
})
export type Facets = z.infer<typeof Facets>
