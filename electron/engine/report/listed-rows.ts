import { setImmediate } from 'node:timers/promises'
import type { SignInFilter } from '../../../shared/domain/filter.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../case/rights.ts'
import { idsOf, select } from '../query/store/selection.ts'
import { atOnce } from '../query/store/steps.ts'
import { signInRows } from '../timeline/views.ts'
import { type FirstSighting, type ListRow, toListRow } from './list-row.ts'

/** Row numbers of the sign-ins that a filter lets through, in the order of the timeline. */
export function listedIds(db: ReadableCase, filter: SignInFilter): number[] {
  return [...idsOf(atOnce(select(db, filter)))]
}

/** A row of the list with the facts it was made from. */
export interface ListedRow {
  readonly row: SignInRow
  readonly listed: ListRow
}

// Rows are fetched in parts and not iterated over: an open statement would block every other call of the case.
const PART = 500

/** The rows in parts, for going through them without holding them all. */
export function* rowParts(db: ReadableCase, ids: readonly number[]): Generator<SignInRow[]> {
  for (let start = 0; start < ids.length; start += PART) yield signInRows(db, ids.slice(start, start + PART))
}

/** The same, each with the place where its record was seen first. */
export function* listedParts(db: ReadableCase, ids: readonly number[]): Generator<ListedRow[]> {
  const first = db.prepare(
    `select o.shown_path as source, g.record_number as recordNumber
     from sighting g join source o on o.id = g.source_id
     where g.sign_in_id = ? and o.status != 'reading' order by o.path, g.record_number limit 1`,
  )
  for (const rows of rowParts(db, ids)) {
    yield rows.map((row) => {
      const seen = (first.get(row.id) as FirstSighting | undefined) ?? null
      return { row, listed: toListRow(row, seen) }
    })
  }
}

/** How a long list tells how far it is, and when it is to stop. */
export interface RowHooks {
  readonly signal: AbortSignal
  /** Rows so far, and all of them. */
  readonly onRows: (done: number, total: number) => void
}

/** The parts of `listedParts` with a turn for others after each, so that a wish to stop is heard between two parts. */
export async function* toldParts(
  db: ReadableCase,
  ids: readonly number[],
  hooks?: RowHooks,
): AsyncGenerator<ListedRow[]> {
  let done = 0
  for (const part of listedParts(db, ids)) {
    hooks?.signal.throwIfAborted()
    yield part
    done += part.length
    hooks?.onRows(done, ids.length)
    await setImmediate()
  }
}
