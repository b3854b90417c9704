import { createHash } from 'node:crypto'
import type { SealedTable } from '../../../shared/domain/seal.ts'
import type { ReadableCase } from '../case/rights.ts'
import { BLOCK_FAMILIES, BLOCK_ROWS, type BlockFamily, type SealedTableShape } from './sealed-tables.ts'

/** The hash of one block of a large table. */
export interface SealedBlock extends SealedTable {
  readonly block: number
}

/** So many rows come from SQLite as one piece: a piece of the longest records stays below 100 MB. */
const PIECE = 256

/** Hashes a whole table row by row. It yields after each piece, with the number of rows it has hashed so far. */
export function* hashTable(db: ReadableCase, table: SealedTableShape): Generator<number, SealedTable> {
  return yield* hashRows(db, table, 'true', 'true')
}

/** As `hashTable`, of one block of a large table: the rows whose number lies in it. One file may have them all. */
export function* hashBlock(
  db: ReadableCase,
  table: SealedTableShape,
  block: number,
): Generator<number, SealedBlock> {
  const number = BLOCK_FAMILIES[table.family as BlockFamily].number
  const from = `${number} >= ${block * BLOCK_ROWS}`
  return { block, ...(yield* hashRows(db, table, from, `${number} < ${(block + 1) * BLOCK_ROWS}`)) }
}

/** A large table by its blocks: rows in all, and the hash of one line `<sha256>  <table>/<block>` for each block. */
export function overBlocks(table: string, blocks: readonly SealedBlock[]): SealedTable {
  const hash = createHash('sha256')
  let rows = 0
  for (const { block, sha256, rows: more } of blocks) {
    hash.update(`${sha256}  ${table}/${block}\n`)
    rows += more
  }
  return { rows, sha256: hash.digest('hex') }
}

/** The hash of the content: of one line `<sha256>  <table>` for each table, in order of their names. */
export function contentHash(tables: Readonly<Record<string, SealedTable>>): string {
  const hash = createHash('sha256')
  for (const name of Object.keys(tables).sort()) hash.update(`${tables[name]?.sha256}  ${name}\n`)
  return hash.digest('hex')
}

function* hashRows(
  db: ReadableCase,
  { name, line, order }: SealedTableShape,
  from: string,
  to: string,
): Generator<number, SealedTable> {
  const hash = createHash('sha256')
  let rows = 0
  // Each piece begins behind the key of the last row: counting off the rows before it would take longer each time.
  let key: readonly unknown[] = []
  for (;;) {
    const start = key.length === 0 ? from : `(${order}) > (${key.map(() => '?').join(', ')})`
    const behind = `${start} and ${to}`
    const piece = db
      .prepare(
        `select count(*) as rows, cast(group_concat(line, char(10)) as blob) as lines
         from (select ${line} as line from "${name}" where ${behind} order by ${order} limit ${PIECE})`,
      )
      .get(...key) as { rows: number; lines: Buffer | null }
    if (piece.lines !== null) hash.update(piece.lines).update('\n')
    rows += piece.rows
    yield rows
    if (piece.rows < PIECE) return { rows, sha256: hash.digest('hex') }
    key = db
      .prepare(`select ${order} from "${name}" where ${behind} order by ${order} limit 1 offset ${PIECE - 1}`)
      .raw()
      .get(...key) as unknown[]
  }
}
