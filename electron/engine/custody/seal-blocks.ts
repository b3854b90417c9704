import type { ReadableCase } from '../case/rights.ts'
import type { SealedBlock } from './sealed-content.ts'
import { BLOCK_FAMILIES, BLOCK_ROWS, type BlockFamily } from './sealed-tables.ts'

/** The blocks of a large table as the last seal hashed them, in order, without a gap. */
export function readBlocks(db: ReadableCase, table: string): SealedBlock[] {
  return db
    .prepare('select block, row_count as rows, sha256 from seal_block where table_name = ? order by block')
    .all(table) as SealedBlock[]
}

/** Numbers of rows of sealed blocks that were changed or deleted since the last seal, by whatever program. */
export function changedNumbers(db: ReadableCase, family: BlockFamily): number[] {
  // A file that is read again has its line changed first: its records may be others too.
  const tables = family === 'sighting' ? ['source', 'sighting'] : [family]
  return db
    .prepare(
      `select distinct number from seal_change where table_name in (${tables.map(() => '?').join(', ')}) order by 1`,
    )
    .pluck()
    .all(...tables) as number[]
}

/** Every block of a large table: as it was sealed, or null where it must be hashed because it is new or was changed. */
export function blocksToHash(db: ReadableCase, family: BlockFamily): (SealedBlock | null)[] {
  const { number } = BLOCK_FAMILIES[family]
  const highest = db.prepare(`select max(${number}) from "${family}"`).pluck().get() as number | null
  const blocks: (SealedBlock | null)[] = readBlocks(db, family)
  blocks.length = highest === null ? 0 : Math.floor(highest / BLOCK_ROWS) + 1
  const changed = new Set(changedNumbers(db, family).map((row) => Math.floor(row / BLOCK_ROWS)))
  // Rows that came since stand in the last block that was sealed, or in later ones.
  const last = lastSealed(blocks)
  if (last >= 0 && rowsNow(db, family, last) !== blocks[last]?.rows) changed.add(last)
  return Array.from(blocks, (block, at) => (block === undefined || changed.has(at) ? null : block))
}

function lastSealed(blocks: readonly (SealedBlock | null | undefined)[]): number {
  return blocks.findLastIndex((block) => block !== undefined && block !== null)
}

function rowsNow(db: ReadableCase, family: BlockFamily, block: number): number {
  const { number } = BLOCK_FAMILIES[family]
  return db
    .prepare(`select count(*) from "${family}" where ${number} >= ? and ${number} < ?`)
    .pluck()
    .get(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS) as number
}
