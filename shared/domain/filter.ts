import { z } from 'zod'
import { MfaState, Outcome } from './sign-in.ts'
import { Count, EpochSeconds, ZoneName } from './units.ts'

/** The key under which rows without a value are counted and chosen. */
export const NOT_STATED = '(not stated)'
/** The key under which names that AWS masks are counted. Never one person. */
export const HIDDEN_NAME = '(hidden by AWS)'

/** What is counted beside the timeline. A facet value is the whole value, or one of the two keys above. */
export const FACETS = [
  'outcome',
  'event',
  'user',
  'mfa',
  'account',
  'region',
  'country',
  'network',
  'browser',
  'system',
  'ip',
  'agent',
  'tag',
] as const
export const FacetName = z.enum(FACETS)
export type FacetName = z.infer<typeof FacetName>

/** A facet value that was clicked: only such rows, or (`not`) no such rows. Keys are those that the facet gives. */
export const FacetChoice = z.object({ facet: FacetName, key: z.string(), not: z.boolean() })
export type FacetChoice = z.infer<typeof FacetChoice>

/**
 * What the timeline shows. Fields are joined by "and", values within a field by "or"; an empty list means any.
 * `query` is the text of the query language; `zone` is the one in which its times are meant. Of `chosen`, the values
 * of one facet are joined by "or", those marked `not` are left out.
 *
 * `text` is split at white space; each word must occur somewhere in the record, upper or lower case alike. It is older
 * than `query`, which says the same and more.
 */
export const SignInFilter = z.object({
  query: z.string().max(4000),
  zone: ZoneName,
  chosen: z.array(FacetChoice).max(1000),
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
  query: '',
  zone: 'UTC',
  chosen: [],
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
    filter.query.trim() === '' &&
    filter.chosen.length === 0 &&
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

/** The most frequent values of one facet; chosen ones are always among them, with 0 when nothing matches. */
export const FacetCounts = z.object({
  facet: FacetName,
  values: z.array(FacetValue.extend({ kind: z.string().nullable(), name: z.string().nullable() })),
  /** Further values that match and are not among `values`. */
  more: Count,
})
export type FacetCounts = z.infer<typeof FacetCounts>
