import { createHash } from 'node:crypto'
import type { CustodyAction, CustodyCheck, CustodyEntry } from '../../../shared/domain/custody.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { type ToolInfo, toolLabel } from '../tool.ts'

/** Who does something, with what, and the clock that dates it (milliseconds since 1970, UTC). */
export interface Actor {
  readonly name: string
  readonly tool: ToolInfo
  readonly now: () => number
}

/** The hash before the first entry. */
export const CUSTODY_START = '0'.repeat(64)

type Unhashed = Omit<CustodyEntry, 'hash'>

const COLUMNS = 'sequence, at, actor, action, detail, tool, previous_hash as previousHash, hash'

/**
 * Adds one entry. `detail` is stored as JSON text and hashed as stored. Call it in the transaction of the action
 * that it records, so that neither exists without the other.
 */
export function appendCustody(
  db: WritableCase,
  actor: Actor,
  action: CustodyAction,
  detail: Readonly<Record<string, unknown>>,
): CustodyEntry {
  const last = lastEntry(db)
  const unhashed: Unhashed = {
    sequence: (last?.sequence ?? 0) + 1,
    at: actor.now(),
    actor: actor.name,
    action,
    detail: JSON.stringify(detail),
    tool: toolLabel(actor.tool),
    previousHash: last?.hash ?? CUSTODY_START,
  }
  const entry = { ...unhashed, hash: custodyHash(unhashed) }
  db.prepare(
    `insert into custody_entry values (@sequence, @at, @actor, @action, @detail, @tool, @previousHash, @hash)`,
  ).run(entry)
  return entry
}

/**
 * SHA-256 over the fields as a JSON array in a fixed order, UTF-8. Anyone can repeat it:
 * `[sequence,at,actor,action,detail,tool,previousHash]` as `JSON.stringify` writes it.
 */
export function custodyHash(entry: Unhashed): string {
  const { sequence, at, actor, action, detail, tool, previousHash } = entry
  const text = JSON.stringify([sequence, at, actor, action, detail, tool, previousHash])
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Entries from `offset`, oldest first. */
export function listCustody(db: ReadableCase, offset: number, limit: number): CustodyEntry[] {
  return db
    .prepare(`select ${COLUMNS} from custody_entry order by sequence limit ? offset ?`)
    .all(limit, offset) as CustodyEntry[]
}

/** The number of the last entry, 0 when there is none. */
export function lastSequence(db: ReadableCase): number {
  return lastEntry(db)?.sequence ?? 0
}

/** Clocks are corrected by so much without anybody noticing, and two processes may write in turn. */
const CLOCK_SLACK_MS = 60_000

/** Walks the whole log: numbers without a gap, links and hashes right. A clock that went back breaks nothing. */
export function checkCustody(db: ReadableCase): CustodyCheck {
  let entries = 0
  let previousHash = CUSTODY_START
  let firstBroken: number | null = null
  let problem: CustodyCheck['problem'] = null
  let clockBack: number | null = null
  let before = Number.NEGATIVE_INFINITY
  const rows = db.prepare(`select ${COLUMNS} from custody_entry order by sequence`).iterate()
  for (const row of rows as IterableIterator<CustodyEntry>) {
    entries += 1
    if (firstBroken === null) {
      problem =
        row.hash !== custodyHash(row)
          ? 'hash'
          : row.sequence !== entries
            ? 'number'
            : row.previousHash !== previousHash
              ? 'link'
              : null
      if (problem !== null) firstBroken = row.sequence
    }
    previousHash = row.hash
    if (row.at < before - CLOCK_SLACK_MS) clockBack ??= row.sequence
    before = row.at
  }
  const head = entries === 0 ? null : previousHash
  return { entries, intact: firstBroken === null && entries > 0, firstBroken, problem, head, clockBack }
}

function lastEntry(db: ReadableCase): Pick<CustodyEntry, 'sequence' | 'hash'> | undefined {
  return db.prepare('select sequence, hash from custody_entry order by sequence desc limit 1').get() as
    | Pick<CustodyEntry, 'sequence' | 'hash'>
    | undefined
}

/** SHA-256 of a text as UTF-8: what an entry states of words before and after a change. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
