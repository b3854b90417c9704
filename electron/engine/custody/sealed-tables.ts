import type { ReadableCase } from '../case/rights.ts'

/**
 * What a seal does not cover: the log, which has hashes of its own; the bookkeeping of seals; what is made again from
 * the other tables and the data that ships; and the history of the SQL console.
 */
export const NOT_SEALED: ReadonlySet<string> = new Set([
  'custody_entry',
  'seal_block',
  'seal_change',
  'address',
  'address_fill',
  'query_run',
])

/** Large tables whose rows stay as they were read: hashed in blocks, so that a seal reads only what is new. */
export const BLOCK_FAMILIES = {
  source: { number: 'id' },
  sign_in: { number: 'id' },
  sighting: { number: 'source_id' },
} as const
export type BlockFamily = keyof typeof BLOCK_FAMILIES

/** Rows of a block have numbers from `block * BLOCK_ROWS` on, so many at the most. */
export const BLOCK_ROWS = 4096

/** A table as the seal reads it. */
export interface SealedTableShape {
  readonly name: string
  /** An SQL expression: the row as one line of JSON. */
  readonly line: string
  /** Columns of the primary key, for `order by`. */
  readonly order: string
  readonly family: BlockFamily | null
}

/** The tables of the case that a seal covers, in order of their names. */
export function sealedTables(db: ReadableCase): SealedTableShape[] {
  const names = db
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all() as string[]
  return names.filter((name) => !NOT_SEALED.has(name)).map((name) => shapeOf(db, name))
}

function shapeOf(db: ReadableCase, name: string): SealedTableShape {
  const columns = db
    .prepare('select name, type, pk from pragma_table_info(?) order by cid')
    .all(name) as readonly { readonly name: string; readonly type: string; readonly pk: number }[]
  // The bytes of a blob as text: JSON holds them as they are, and no record is twice as long as it need be.
  const values = columns.map((column) =>
    column.type.toLowerCase() === 'blob' ? `cast("${column.name}" as text)` : `"${column.name}"`,
  )
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  return {
    name,
    line: `json_array(${values.join(', ')})`,
    order: key.map((column) => `"${column.name}"`).join(', ') || 'rowid',
    family: Object.hasOwn(BLOCK_FAMILIES, name) ? (name as BlockFamily) : null,
  }
}
