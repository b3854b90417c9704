import { z } from 'zod'
import { CustodyCheck } from './custody.ts'
import { Count, EpochMs, Sha256 } from './units.ts'

/** What a seal says of one table. */
export const SealedTable = z.object({ rows: Count, sha256: Sha256 })
export type SealedTable = z.infer<typeof SealedTable>

/** The detail of the custody entry `case.sealed`; README.md of `electron/engine/custody` says how it is made. */
export const SealDetail = z.object({
  /** SHA-256 over one line for each table, `<sha256>  <table>`, in order of their names. */
  content: Sha256,
  tables: z.record(z.string(), SealedTable),
})
export type SealDetail = z.infer<typeof SealDetail>

/** The seal of a case: the hash of its entry covers the content and every entry before it. */
export const CaseSeal = z.object({
  entry: z.number().int().positive(),
  hash: Sha256,
  at: EpochMs,
  content: Sha256,
})
export type CaseSeal = z.infer<typeof CaseSeal>

/** The name under which a seal tells that tables, indexes, views or triggers were added, changed or removed. */
export const SCHEMA_TABLE = 'sqlite_schema'

/** A table that is not as it was sealed. */
export const SealChange = z.object({
  table: z.string(),
  /** Rows when it was sealed, and now. */
  sealedRows: Count,
  rows: Count,
  /**
   * Numbers of rows, or ranges such as `1-4096`, that differ, where that can be told; of `SCHEMA_TABLE`
   * `trigger NAME added` and the like. At most 20.
   */
  where: z.array(z.string()),
})
export type SealChange = z.infer<typeof SealChange>

/**
 * `sealed`: the last entry is a seal. `open`: entries follow the last seal, or there is none; the case is open, or the
 * program ended before it could seal. `unsealed`: it was closed without a seal, on request.
 */
export const SEAL_STATES = ['sealed', 'open', 'unsealed'] as const

/** How a case stands against its last seal. */
export const SealState = z.object({
  state: z.enum(SEAL_STATES),
  /** The last seal of the case. */
  seal: CaseSeal.nullable(),
  /** What another program changed since. Tables that this program may have changed itself are not compared. */
  changed: z.array(SealChange),
  /** Tables that were not compared: too large for a look on opening, or changed by this program since. */
  notCompared: z.array(z.string()),
})
export type SealState = z.infer<typeof SealState>

/** The log as it is, and how the case stood when it was opened. */
export const CustodyState = z.object({ check: CustodyCheck, onOpening: SealState.nullable() })
export type CustodyState = z.infer<typeof CustodyState>

export const SealProgress = z.object({ table: z.string(), done: Count, total: Count })
export type SealProgress = z.infer<typeof SealProgress>
