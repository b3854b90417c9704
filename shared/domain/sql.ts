import { z } from 'zod'
import { Bytes, Count, EpochMs, Sha256 } from './units.ts'

/** A place in the text that was typed: UTF-16 units, `to` is the first one after it. */
export const TextRange = z.object({ from: Count, to: Count })
export type TextRange = z.infer<typeof TextRange>

export const SQL_PROBLEM_CODES = [
  'empty',
  'unfinished-text',
  'stray-sign',
  'bracket',
  'not-a-question',
  'many-statements',
  'parameter',
  'syntax',
  'incomplete',
  'unknown-column',
  'unknown-table',
  'unknown-function',
  'unknown-member',
  'text-column',
  'ambiguous-column',
  'arguments',
  'not-supported',
  'value',
  'too-large',
  'other',
] as const

/** Why a statement cannot be run, or stopped running. `about` is the name, word or fact that it is about. */
export const SqlProblem = z.object({
  code: z.enum(SQL_PROBLEM_CODES),
  about: z.string(),
  /** Names that may have been meant. */
  suggestions: z.array(z.string()),
  /** Null when no place can be told. */
  at: TextRange.nullable(),
})
export type SqlProblem = z.infer<typeof SqlProblem>
export type SqlProblemCode = SqlProblem['code']

/** What the rewriting did that changes how a result is to be read. */
export const SQL_NOTICES = ['table-name', 'approximate', 'zone-text', 'dialect'] as const
export const SqlNotice = z.enum(SQL_NOTICES)
export type SqlNotice = z.infer<typeof SqlNotice>

export const SQL_HINTS = [
  'event-type',
  'console-login-only',
  'failed-authentication',
  'mfa-used-no',
  'other-service',
] as const
/**
 * What a filter leaves out, counted over the sign-in records of the case. `parts` are values and their counts, most
 * frequent first; an empty value stands for records without one.
 */
export const SqlHint = z.object({
  code: z.enum(SQL_HINTS),
  /** The filter as typed. */
  at: TextRange,
  count: Count,
  parts: z.array(z.object({ value: z.string(), count: Count })),
})
export type SqlHint = z.infer<typeof SqlHint>

export const SqlCell = z.union([z.string(), z.number(), z.null()])
export type SqlCell = z.infer<typeof SqlCell>
export const SqlRow = z.array(SqlCell)
export type SqlRow = readonly SqlCell[]

export const SQL_ENDS = [
  'done',
  'row-limit',
  'size-limit',
  'time-limit',
  'memory-limit',
  'stopped',
  'failed',
] as const
export const SqlEnd = z.enum(SQL_ENDS)
export type SqlEnd = z.infer<typeof SqlEnd>

/** How a query ended, and what it gave. Rows that were found before the end are kept and can be asked for. */
export const SqlOutcome = z.object({
  run: Count,
  /** What SQLite ran; null when the text could not be understood. */
  statement: z.string().nullable(),
  columns: z.array(z.string()),
  rows: Count,
  ended: SqlEnd,
  problem: SqlProblem.nullable(),
  notices: z.array(SqlNotice),
  hints: z.array(SqlHint),
  milliseconds: Count,
})
export type SqlOutcome = z.infer<typeof SqlOutcome>

export const SqlProgress = z.object({
  run: Count,
  columns: z.array(z.string()),
  rows: Count,
  milliseconds: Count,
})
export type SqlProgress = z.infer<typeof SqlProgress>

export const SqlColumn = z.object({ name: z.string(), kind: z.enum(['text', 'json', 'number', 'bytes']) })
export type SqlColumn = z.infer<typeof SqlColumn>

/** What a query can ask. `rows` of the two tables that hold sign-ins; null for the others. */
export const SqlSchema = z.object({
  tables: z.array(z.object({ name: z.string(), rows: Count.nullable(), columns: z.array(SqlColumn) })),
  functions: z.array(z.string()),
  /** Members of struct columns: `arn`, `sessioncontext.attributes.mfaauthenticated`. */
  members: z.record(z.string(), z.array(z.string())),
})
export type SqlSchema = z.infer<typeof SqlSchema>

export const SqlText = z.string().min(1).max(100_000)

export const SavedQuery = z.object({
  id: z.number().int().positive(),
  name: z.string().trim().min(1).max(200),
  sql: SqlText,
  author: z.string(),
  at: EpochMs,
})
export type SavedQuery = z.infer<typeof SavedQuery>

/** One run of the history. */
export const QueryRun = z.object({
  id: z.number().int().positive(),
  sql: z.string(),
  author: z.string(),
  at: EpochMs,
  milliseconds: Count,
  rows: Count.nullable(),
  ended: SqlEnd,
})
export type QueryRun = z.infer<typeof QueryRun>

export const SQL_FORMATS = ['csv', 'jsonl'] as const
export const SqlFormat = z.enum(SQL_FORMATS)
export type SqlFormat = z.infer<typeof SqlFormat>

/** A whole result that was written to a file. */
export const WrittenQuery = z.object({
  path: z.string(),
  format: SqlFormat,
  bytes: Bytes,
  sha256: Sha256,
  rows: Count,
  /** Cells of a CSV that got an apostrophe so that no spreadsheet calculates them, by column. */
  guarded: z.array(z.object({ column: z.string(), cells: Count })),
})
export type WrittenQuery = z.infer<typeof WrittenQuery>
