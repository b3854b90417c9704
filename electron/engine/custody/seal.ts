import { setImmediate } from 'node:timers/promises'
import type { CaseSeal, SealDetail, SealedTable, SealProgress } from '../../../shared/domain/seal.ts'
import { AppError } from '../../../shared/errors.ts'
import type { WritableCase } from '../case/rights.ts'
import { lockImport } from '../intake/import-lock.ts'
import { type Actor, appendCustody, lastSequence } from './log.ts'
import { blocksToHash, readBlocks } from './seal-blocks.ts'
import { contentHash, hashBlock, hashTable, overBlocks, type SealedBlock } from './sealed-content.ts'
import { BLOCK_ROWS, type SealedTableShape, sealedTables } from './sealed-tables.ts'

export interface SealHooks {
  readonly signal: AbortSignal
  readonly onProgress: (progress: SealProgress) => void
}

/** How long the engine computes before it lets other calls through. */
const SLICE_MS = 25
const ATTEMPTS = 3

interface Hashed {
  readonly tables: Record<string, SealedTable>
  readonly blocks: ReadonlyMap<string, readonly SealedBlock[]>
}

/**
 * Seals a case before it is closed: hashes its tables and writes `case.sealed` as the last entry of the log. Of large
 * tables it reads only the blocks that are new or were changed since the last seal. Null when the case cannot be sealed
 * now, because an import of another process runs in it or others keep writing. Throws `cancelled`.
 */
export async function sealCase(db: WritableCase, actor: Actor, hooks: SealHooks): Promise<CaseSeal | null> {
  const unlock = lockUnlessImporting(db)
  if (unlock === null) return null
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = lastSequence(db)
      const hashed = await hashNew(db, hooks)
      const seal = writeSeal(db, actor, hashed, before)
      if (seal !== null) return seal
    }
    return null
  } finally {
    unlock()
  }
}

function lockUnlessImporting(db: WritableCase): (() => void) | null {
  try {
    return lockImport(db)
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'case-locked') return null
    throw cause
  }
}

/** What changes a case writes into the log: an entry that came while it was hashed means that it changed. */
function writeSeal(db: WritableCase, actor: Actor, hashed: Hashed, before: number): CaseSeal | null {
  const write = db.transaction(() => {
    if (lastSequence(db) !== before) return null
    const put = db.prepare('insert or replace into seal_block values (?, ?, ?, ?)')
    const drop = db.prepare('delete from seal_block where table_name = ? and block >= ?')
    for (const [table, blocks] of hashed.blocks) {
      const known = new Map(readBlocks(db, table).map((block) => [block.block, block.sha256]))
      for (const { block, rows, sha256 } of blocks) {
        if (known.get(block) !== sha256) put.run(table, block, rows, sha256)
      }
      drop.run(table, blocks.length)
    }
    db.exec('delete from seal_change')
    const content = contentHash(hashed.tables)
    const detail: SealDetail = { content, tables: hashed.tables }
    const { sequence, hash, at } = appendCustody(db, actor, 'case.sealed', detail)
    return { entry: sequence, hash, at, content }
  })
  return write.immediate()
}

async function hashNew(db: WritableCase, hooks: SealHooks): Promise<Hashed> {
  const shapes = sealedTables(db)
  const plans = shapes.map((shape) => planOf(db, shape))
  const total = plans.reduce((sum, { rows }) => sum + rows, 0)
  const tables: Record<string, SealedTable> = {}
  const blocks = new Map<string, readonly SealedBlock[]>()
  let done = 0
  let sliceEnd = performance.now() + SLICE_MS
  const pause = async (table: string, rows: number) => {
    hooks.signal.throwIfAborted()
    if (performance.now() < sliceEnd) return
    hooks.onProgress({ table, done: Math.min(done + rows, total), total })
    await setImmediate()
    sliceEnd = performance.now() + SLICE_MS
  }
  try {
    for (const { shape, rows, kept } of plans) {
      if (kept === null) {
        const work = hashTable(db, shape)
        let step = work.next()
        while (step.done !== true) {
          await pause(shape.name, step.value)
          step = work.next()
        }
        tables[shape.name] = step.value
      } else {
        const whole = await fillBlocks(db, shape, kept, (rows) => pause(shape.name, rows))
        blocks.set(shape.name, whole)
        tables[shape.name] = overBlocks(shape.name, whole)
      }
      done += rows
    }
  } catch (cause) {
    if (hooks.signal.aborted) throw new AppError('cancelled', 'The case was not sealed.')
    throw cause
  }
  hooks.onProgress({ table: '', done: total, total })
  return { tables, blocks }
}

interface Plan {
  readonly shape: SealedTableShape
  /** Rows to hash, about. */
  readonly rows: number
  /** The blocks of a large table with their hashes; null where a block is to be hashed. */
  readonly kept: readonly (SealedBlock | null)[] | null
}

function planOf(db: WritableCase, shape: SealedTableShape): Plan {
  if (shape.family !== null) {
    const kept = blocksToHash(db, shape.family)
    return { shape, kept, rows: kept.filter((block) => block === null).length * BLOCK_ROWS }
  }
  const rows = db.prepare(`select count(*) from "${shape.name}"`).pluck().get() as number
  return { shape, rows, kept: null }
}

async function fillBlocks(
  db: WritableCase,
  shape: SealedTableShape,
  kept: readonly (SealedBlock | null)[],
  pause: (rows: number) => Promise<void>,
): Promise<SealedBlock[]> {
  const whole: SealedBlock[] = []
  let hashed = 0
  for (const [block, known] of kept.entries()) {
    if (known !== null) {
      whole.push(known)
      continue
    }
    const work = hashBlock(db, shape, block)
    let step = work.next()
    for (; step.done !== true; step = work.next()) await pause(hashed + Math.min(step.value, BLOCK_ROWS))
    whole.push(step.value)
    hashed += BLOCK_ROWS
  }
  return whole
}
