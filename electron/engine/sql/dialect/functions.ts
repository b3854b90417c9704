import type { SqlNotice, TextRange } from '../../../../shared/domain/sql.ts'
import { SqlRefusal } from '../problem.ts'
import { type Piece, piece } from './pieces.ts'

/** A call as it was typed: the place of its name, and its arguments, rewritten and without white space around. */
export interface Call {
  readonly name: string
  readonly at: TextRange
  readonly args: readonly (readonly Piece[])[]
}

export interface CallRule {
  readonly write: (call: Call) => Piece[]
  readonly notice?: SqlNotice
}

const list = (args: Call['args'], at: TextRange): Piece[] =>
  args.flatMap((arg, index) => (index === 0 ? [...arg] : [piece(', ', at), ...arg]))

/** The same arguments under another name. */
const renamed = (name: string): CallRule => ({
  write: ({ args, at }) => [piece(`${name}(`, at), ...list(args, at), piece(')', at)],
})

/** The argument itself, in brackets. */
const itself: CallRule = {
  write: ({ args, at }) => [piece('(', at), ...list(args, at), piece(')', at)],
}

/**
 * Functions of Athena (Trino) that are another word or another form in SQLite. Those that SQLite lacks altogether are
 * registered under Athena's names, see `functions/`.
 */
export const CALL_RULES: Readonly<Record<string, CallRule>> = {
  strpos: renamed('instr'),
  greatest: renamed('max'),
  least: renamed('min'),
  array_agg: renamed('json_group_array'),
  // SQLite's own ends the query at a text that is no JSON; Athena's gives null.
  json_extract: renamed('json_extract_or_null'),
  json_format: itself,
  json_parse: itself,
  try: itself,
  arbitrary: renamed('max'),
  any_value: renamed('max'),
  bool_or: renamed('max'),
  bool_and: renamed('min'),
  every: renamed('min'),
  approx_distinct: {
    write: ({ args, at }) => [piece('count(distinct ', at), ...(args[0] ?? []), piece(')', at)],
    notice: 'approximate',
  },
  count_if: {
    write: ({ args, at }) => [piece('count(case when ', at), ...list(args, at), piece(' then 1 end)', at)],
  },
  // Null when one part is null, as in Athena; SQLite's own skips nulls.
  concat: {
    write: ({ args, at }) => [
      piece('(', at),
      ...args.flatMap((arg, index) => [piece(index === 0 ? '(' : ' || (', at), ...arg, piece(')', at)]),
      piece(')', at),
    ],
  },
}

/** What has no counterpart and is refused by name, so that nobody takes "no such function" for a typing error. */
const REFUSED = new Set([
  'all_match',
  'any_match',
  'approx_most_frequent',
  'approx_percentile',
  'array_union',
  'cube',
  'flatten',
  'grouping',
  'histogram',
  'json_query',
  'json_table',
  'json_value',
  'lateral',
  'listagg',
  'map',
  'map_agg',
  'map_filter',
  'map_keys',
  'map_values',
  'multimap_agg',
  'none_match',
  'reduce',
  'rollup',
  'row',
  'sequence',
  'sets',
  'split_to_map',
  'transform',
  'zip',
])

export function refuseCall(name: string, at: TextRange): void {
  if (REFUSED.has(name)) throw new SqlRefusal('not-supported', at, name)
}

/** Functions that end the query at a value they cannot read; inside `try(…)` they give null instead. */
export const THROWING: ReadonlySet<string> = new Set([
  'from_iso8601_timestamp',
  'from_iso8601_date',
  'date_parse',
  'parse_datetime',
  'cast_as',
])

/** SQLite's own types stay as they are; Athena's are told by name. */
const NATIVE_TYPES = /^(?:integer|int|text|real|numeric|blob|decimal|varchar|char|string)$/
const READ_TYPES = new Set(['bigint', 'smallint', 'tinyint', 'double', 'boolean', 'timestamp', 'date'])
/** Values of these types are their text here. */
const TEXT_TYPES = new Set(['json', 'array', 'ipaddress', 'uuid'])

/** `cast(… as type)`; `type` in lower case, without its length. Throws `SqlRefusal` for a type that has no counterpart. */
export function writeCast(
  value: readonly Piece[],
  type: string,
  typed: readonly Piece[],
  at: TextRange,
  tolerant: boolean,
): Piece[] {
  if (TEXT_TYPES.has(type)) return [piece('(', at), ...value, piece(')', at)]
  if (READ_TYPES.has(type) || (tolerant && /^(?:integer|int|real|decimal)$/.test(type))) {
    return [piece(`${tolerant ? 'try_' : ''}cast_as(`, at), ...value, piece(`, '${type}')`, at)]
  }
  if (!NATIVE_TYPES.test(type)) throw new SqlRefusal('not-supported', at, `cast(… as ${type})`)
  const name = type === 'string' ? [piece('text', at)] : typed
  return [piece('cast(', at), ...value, piece(' as ', at), ...name, piece(')', at)]
}
