import { createHash, type Hash } from 'node:crypto'
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
  const piece = pieces(db, table, '')
  const hash = createHash('sha256')
  let rows = 0
  for (let got = PIECE; got === PIECE; ) {
    got = piece(hash, [rows])
    rows += got
    yield rows
  }
  return { rows, sha256: hash.digest('hex') }
}

/** Hashes one block of a large table: the rows whose number lies in it. */
export function hashBlock(db: ReadableCase, table: SealedTableShape, block: number): SealedBlock {
  const number = BLOCK_FAMILIES[table.family as BlockFamily].number
  const piece = pieces(db, table, `where ${number} >= ? and ${number} < ?`)
  const hash = createHash('sha256')
  let rows = 0
  for (let got = PIECE; got === PIECE; rows += got) {
    got = piece(hash, [block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS, rows])
  }
  return { block, rows, sha256: hash.digest('hex') }
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

/** Adds lines to a hash, each with its line end; answers how many rows they were. */
function pieces(db: ReadableCase, { name, line, order }: SealedTableShape, where: string) {
  const fetch = db.prepare(
    `select count(*) as rows, cast(group_concat(line, char(10)) as blob) as lines
     from (select ${line} as line from "${name}" ${where} order by ${order} limit ${PIECE} offset ?)`,
  )
  return (hash: Hash, values: readonly number[]): number => {
    const { rows, lines } = fetch.get(...values) as { rows: number; lines: Buffer | null }
    if (lines !== null) hash.update(lines).update('\n')
    return rows
  }
}
