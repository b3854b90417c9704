import type { SqlHint, SqlNotice, SqlProblem, SqlRow } from '../../shared/domain/sql.ts'
import type { ErrorCode } from '../../shared/errors.ts'

/** What the query process is asked. It runs one query at a time and reads rows only when asked for more. */
export type ToSql =
  | { readonly kind: 'run'; readonly path: string; readonly sql: string; readonly limits: ProcessLimits }
  | { readonly kind: 'more'; readonly rows: number }
  | { readonly kind: 'hints' }
  | { readonly kind: 'close' }

/** Each order has one answer, in the same order; any of them may be `refused` or `failed`. */
export type FromSql =
  | {
      readonly kind: 'started'
      readonly text: string
      readonly columns: readonly string[]
      readonly notices: readonly SqlNotice[]
    }
  | {
      readonly kind: 'rows'
      readonly rows: readonly SqlRow[]
      readonly bytes: number
      readonly done: boolean
    }
  | { readonly kind: 'hints'; readonly hints: readonly SqlHint[] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly problem: SqlProblem }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }

/** The process ends itself beyond these, also when nobody is left to end it. */
export interface ProcessLimits {
  /** Memory of the whole process, in bytes. */
  readonly memory: number
  /** From now, in milliseconds. */
  readonly time: number
}

/** Shared with the thread that watches the process: when it must end (ms since 1970, 0 for never), and its memory. */
export const WATCH = { deadline: 0, memory: 1 } as const
export const WATCH_BYTES = 16
