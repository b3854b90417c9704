import { z } from 'zod'
import { SignInFilter } from './filter.ts'
import { Count, EpochMs, EpochSeconds, ZoneName } from './units.ts'

/** What can be wrong in a query, or needs telling. Words: `shared/messages/query-problems.ts`. */
export const QUERY_PROBLEMS = [
  'unexpected',
  'unclosed-quote',
  'unclosed-bracket',
  'bracket-not-opened',
  'missing-value',
  'missing-condition',
  'unknown-field',
  'unknown-value',
  'bad-address',
  'bad-time',
  'time-does-not-exist',
  'bad-range',
  'no-range-here',
  'too-deep',
] as const
export const QueryProblemCode = z.enum(QUERY_PROBLEMS)
export type QueryProblemCode = z.infer<typeof QueryProblemCode>

/** `from` is the first character (UTF-16 unit) of the place, `to` the first after it; equal at the end of the text. */
const place = { from: Count, to: Count }

export const QueryProblem = z.object({
  code: QueryProblemCode,
  ...place,
  /** The text at the place. */
  text: z.string(),
  /** What would be possible there: the nearest field, the values of the field. Data, never words. */
  possible: z.array(z.string()),
})
export type QueryProblem = z.infer<typeof QueryProblem>

/** A word to the reader about a query that can be read all the same. */
export const QueryNotice = z.object({ code: z.enum(['time-twice']), ...place, text: z.string() })
export type QueryNotice = z.infer<typeof QueryNotice>

export const QUERY_PART_KINDS = ['field', 'sign', 'value', 'word', 'operator', 'bracket'] as const
/** One part of a query for colouring; the space between parts is left out. */
export const QueryPart = z.object({ kind: z.enum(QUERY_PART_KINDS), ...place })
export type QueryPart = z.infer<typeof QueryPart>

/**
 * One condition that can be taken away on its own: the query is these, joined by "and". `field` is null for free text
 * and for brackets.
 */
export const QueryClause = z.object({ ...place, field: z.string().nullable(), not: z.boolean() })
export type QueryClause = z.infer<typeof QueryClause>

/** What a time in a query comes to: `low` is in, `high` is not; null is an open end. */
export const QueryTime = z.object({ ...place, low: EpochSeconds.nullable(), high: EpochSeconds.nullable() })
export type QueryTime = z.infer<typeof QueryTime>

/** How a query reads. Parts are given up to where it can be read, clauses only when the whole can be. */
export const QueryReading = z.object({
  problem: QueryProblem.nullable(),
  notices: z.array(QueryNotice),
  parts: z.array(QueryPart),
  clauses: z.array(QueryClause),
  /** In the order in which they stand. */
  times: z.array(QueryTime),
})
export type QueryReading = z.infer<typeof QueryReading>

/** A field, a value or a joining word that fits at the caret. */
export const QuerySuggestion = z.object({
  kind: z.enum(['field', 'value', 'operator']),
  /** Goes in place of the text between `from` and `to`; quoted where it must be. */
  insert: z.string(),
  /** The name of the field, or the value without quotes. */
  text: z.string(),
  /** Sign-ins that have the value, under all other conditions of the filter; null for fields and operators. */
  count: Count.nullable(),
})
export type QuerySuggestion = z.infer<typeof QuerySuggestion>

export const QueryCompletion = z.object({
  ...place,
  /** The field whose values are offered. */
  field: z.string().nullable(),
  suggestions: z.array(QuerySuggestion),
})
export type QueryCompletion = z.infer<typeof QueryCompletion>

/** A query kept under a name. Its times are meant in its zone. */
export const SavedSearchName = z.string().trim().min(1).max(200)
export const SavedSearch = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  query: z.string(),
  zone: ZoneName,
  author: z.string(),
  at: EpochMs,
  removed: z.boolean(),
})
export type SavedSearch = z.infer<typeof SavedSearch>

/** Why a condition cannot be asked where the logs are. Words: `shared/messages/query-athena.ts`. */
export const ATHENA_REFUSALS = ['only-in-case', 'no-such-column', 'bad-table-name'] as const
export const AthenaRefusal = z.object({ code: z.enum(ATHENA_REFUSALS), field: z.string(), text: z.string() })
export type AthenaRefusal = z.infer<typeof AthenaRefusal>
/** A sentence to know before the result is compared with the case. */
export const ATHENA_NOTICES = [
  'outcome-by-fields',
  'mfa-by-fields',
  'user-by-fields',
  'text-by-columns',
] as const
export const AthenaSql = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sql'), sql: z.string(), notices: z.array(z.enum(ATHENA_NOTICES)) }),
  z.object({ kind: z.literal('refused'), refusals: z.array(AthenaRefusal).min(1) }),
])
export type AthenaSql = z.infer<typeof AthenaSql>

/** Widths of a bar: a fixed list, so that bars begin at round times. Days, weeks and months are those of the zone. */
export const BAR_WIDTHS = ['1m', '5m', '15m', '1h', '6h', '1d', '1w', '1mo', '1y'] as const
export const BarWidth = z.enum(BAR_WIDTHS)
export type BarWidth = z.infer<typeof BarWidth>

export const HistogramAsk = z.object({
  filter: SignInFilter,
  /** Where days begin. */
  zone: ZoneName,
  /** The width is the finest of the list that gives no more bars than this. */
  bars: z.number().int().min(1).max(2000),
  /** Inclusive and exclusive end of what is drawn; null: the filter's own bounds, or else those of the whole case. */
  from: EpochSeconds.nullable(),
  to: EpochSeconds.nullable(),
})
export type HistogramAsk = z.infer<typeof HistogramAsk>

/** One bar from `start` (inclusive) to `end` (exclusive). `total` counts the whole case without the filter. */
export const HistogramBar = z.object({
  start: EpochSeconds,
  end: EpochSeconds,
  success: Count,
  failure: Count,
  notStated: Count,
  total: Count,
})
export type HistogramBar = z.infer<typeof HistogramBar>

/** Bars without a gap, empty ones too. Rows whose time cannot be read are only counted. */
export const Histogram = z.object({
  width: BarWidth,
  bars: z.array(HistogramBar),
  withoutTime: z.object({ matched: Count, total: Count }),
})
export type Histogram = z.infer<typeof Histogram>
