import { setImmediate } from 'node:timers/promises'
import type { CustodyEntry } from '../../../shared/domain/custody.ts'
import {
  type CaseSeal,
  SCHEMA_TABLE,
  type SealChange,
  SealDetail,
  type SealedTable,
  type SealState,
} from '../../../shared/domain/seal.ts'
import { AppError } from '../../../shared/errors.ts'
import { type SchemaDifference, schemaDifference } from '../case/foreign-schema.ts'
import type { ReadableCase } from '../case/rights.ts'
import { PASSING_ACTIONS } from './passing.ts'
import type { SealHooks } from './seal.ts'
import { changedNumbers, readBlocks } from './seal-blocks.ts'
import { hashBlock, hashTable, overBlocks, type SealedBlock } from './sealed-content.ts'
import {
  BLOCK_FAMILIES,
  BLOCK_ROWS,
  type BlockFamily,
  type SealedTableShape,
  sealedTables,
} from './sealed-tables.ts'

/** A table is compared on opening when it has no more rows; it takes a tenth of a second at the most. */
const ROWS_ON_OPENING = 20_000
const NAMED_AT_MOST = 20
const SLICE_MS = 25

/** The last seal and what the log says since. */
interface LastSeal {
  readonly state: SealState['state']
  readonly seal: CaseSeal | null
  readonly tables: Readonly<Record<string, SealedTable>>
  /** The program itself has changed nothing since. */
  readonly untouched: boolean
}

/**
 * How a case stands against its last seal, as far as a short look can tell: small tables in full, large ones by their
 * counts and by what the case noted itself when a row was changed.
 */
export function sealStateOnOpening(db: ReadableCase): SealState {
  const work = compared(db, ROWS_ON_OPENING)
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/** How a case stands against its last seal, with every row read again. Throws `cancelled`. */
export async function fullSealState(db: ReadableCase, hooks: SealHooks): Promise<SealState> {
  const work = compared(db, Number.POSITIVE_INFINITY)
  let sliceEnd = performance.now() + SLICE_MS
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (hooks.signal.aborted) throw new AppError('cancelled', 'The case was not compared with its seal.')
    if (performance.now() < sliceEnd) continue
    hooks.onProgress(step.value)
    await setImmediate()
    sliceEnd = performance.now() + SLICE_MS
  }
}

type Step = { readonly table: string; readonly done: number; readonly total: number }

function* compared(db: ReadableCase, atMost: number): Generator<Step, SealState> {
  const last = lastSeal(db)
  if (last.seal === null) return { state: last.state, seal: null, changed: [], notCompared: [] }
  const changed: SealChange[] = []
  const notCompared: string[] = []
  const shapes = sealedTables(db)
  const total = Object.values(last.tables).reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const shape of shapes) {
    const sealed = last.tables[shape.name]
    // A table that a newer program added was never sealed.
    if (sealed === undefined) continue
    const rows = rowsOf(db, shape.name)
    const isSmall = Math.max(rows, sealed.rows) <= atMost
    const step = (more: number): Step => ({ table: shape.name, done: Math.min(done + more, total), total })
    if (shape.family !== null) {
      const change = yield* comparedBlocks(db, shape, shape.family, sealed, last, isSmall, step)
      if (change !== null) changed.push({ table: shape.name, sealedRows: sealed.rows, rows, where: change })
      if (!isSmall) notCompared.push(shape.name)
    } else if (!last.untouched || !isSmall) {
      if (last.untouched && rows !== sealed.rows) changed.push(differs(shape.name, sealed, rows))
      else notCompared.push(shape.name)
    } else {
      const work = hashTable(db, shape)
      let now = work.next()
      for (; now.done !== true; now = work.next()) yield step(now.value)
      if (now.value.sha256 !== sealed.sha256) changed.push(differs(shape.name, sealed, rows))
    }
    done += sealed.rows
  }
  for (const name of Object.keys(last.tables)) {
    if (!shapes.some((shape) => shape.name === name)) {
      changed.push({ table: name, sealedRows: last.tables[name]?.rows ?? 0, rows: 0, where: [] })
    }
  }
  const schema = schemaDifference(db)
  if (schema.foreign.length > 0) changed.push(schemaChange(schema))
  return { state: last.state, seal: last.seal, changed, notCompared }
}

/** Tables, indexes, views and triggers of which another program added, changed or removed some. */
function schemaChange({ foreign, expected, found }: SchemaDifference): SealChange {
  const where = foreign.slice(0, NAMED_AT_MOST).map(({ type, name, what }) => `${type} ${name} ${what}`)
  return { table: SCHEMA_TABLE, sealedRows: expected, rows: found, where }
}

function differs(table: string, sealed: SealedTable, rows: number): SealChange {
  return { table, sealedRows: sealed.rows, rows, where: [] }
}

/** Where a large table differs, or null. Blocks that this program may have changed since the seal are passed over. */
function* comparedBlocks(
  db: ReadableCase,
  shape: SealedTableShape,
  family: BlockFamily,
  sealed: SealedTable,
  last: LastSeal,
  all: boolean,
  step: (rows: number) => Step,
): Generator<Step, string[] | null> {
  const blocks = readBlocks(db, family)
  // The list of hashes is no evidence unless it is the one that the log holds the hash of.
  if (overBlocks(family, blocks).sha256 !== sealed.sha256) return ['seal_block']
  const noted = changedNumbers(db, family)
  const notedBlocks = new Set(noted.map((number) => Math.floor(number / BLOCK_ROWS)))
  const where = last.untouched ? noted.map(String) : []
  let rows = 0
  for (const block of blocks) {
    if (!all || notedBlocks.has(block.block)) continue
    // Rows that came since may stand in the last block.
    const grows = !last.untouched && block === blocks.at(-1)
    if (!grows) {
      const work = hashBlock(db, shape, block.block)
      let now = work.next()
      for (; now.done !== true; now = work.next()) yield step(rows + Math.min(now.value, BLOCK_ROWS))
      if (now.value.sha256 !== block.sha256) where.push(rangeOf(block))
    }
    rows += BLOCK_ROWS
    yield step(rows)
  }
  if (where.length === 0 && last.untouched && rowsOf(db, family) !== sealed.rows) {
    where.push(`${beyond(db, family, blocks)}`)
  }
  return where.length === 0 ? null : where.slice(0, NAMED_AT_MOST)
}

function rangeOf({ block }: SealedBlock): string {
  return `${Math.max(1, block * BLOCK_ROWS)}-${(block + 1) * BLOCK_ROWS - 1}`
}

/** Where rows are too many or too few when no block tells: after the last of them, or anywhere. */
function beyond(db: ReadableCase, family: BlockFamily, blocks: readonly SealedBlock[]): string {
  const { number } = BLOCK_FAMILIES[family]
  const end = blocks.length * BLOCK_ROWS
  const more = db.prepare(`select min(${number}) from "${family}" where ${number} >= ?`).pluck().get(end)
  return more === null ? `1-${end - 1}` : `${String(more)}-`
}

function lastSeal(db: ReadableCase): LastSeal {
  const none = { seal: null, tables: {}, untouched: false }
  const entry = db
    .prepare(
      `select sequence, hash, at, detail from custody_entry where action = 'case.sealed' order by sequence desc limit 1`,
    )
    .get() as Pick<CustodyEntry, 'sequence' | 'hash' | 'at' | 'detail'> | undefined
  const since = db
    .prepare('select action from custody_entry where sequence > ? order by sequence')
    .pluck()
    .all(entry?.sequence ?? 0) as CustodyEntry['action'][]
  const state = since.at(-1) === 'case.closed' ? 'unsealed' : since.length > 0 ? 'open' : 'sealed'
  const detail = entry === undefined ? null : readDetail(entry.detail)
  if (entry === undefined || detail === null) return { ...none, state: entry === undefined ? state : 'open' }
  const { sequence, hash, at } = entry
  return {
    state,
    seal: { entry: sequence, hash, at, content: detail.content },
    tables: detail.tables,
    untouched: since.every((action) => PASSING_ACTIONS.has(action)),
  }
}

/** Null when the entry is not as this program writes it; the check of the log then names it. */
function readDetail(text: string): SealDetail | null {
  try {
    return SealDetail.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function rowsOf(db: ReadableCase, table: string): number {
  return db.prepare(`select count(*) from "${table}"`).pluck().get() as number
}
