import type { MissingRule, PatternProgress } from '../../../../shared/domain/pattern.ts'
import type { RawForm } from '../../../../shared/domain/sign-in.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { recordOf } from '../../intake/formats/record-of.ts'
import { evaluate } from './evaluate.ts'
import type { Pattern } from './syntax.ts'

/** What a pattern found in a case. Row numbers are in the order of the timeline. */
export interface Scan {
  readonly ids: Uint32Array
  /** Whole seconds of those rows of `ids` that have a readable time; they come first. */
  readonly times: Float64Array
  /** Rows whose answer would be another with the other rule for missing fields, in the order of the timeline. */
  readonly depended: Uint32Array
  readonly records: number
  readonly tableRows: number
  readonly unreadable: number
  /** For each condition of the pattern, the records for which it holds by itself. */
  readonly conditions: readonly number[]
}

export interface ScanHooks {
  readonly signal?: AbortSignal
  /** Called after every pause; throws when the case is not there any more. */
  mayGoOn?(): void
  onProgress?(progress: PatternProgress): void
}

/** Work between two pauses in which other calls are answered. */
const SLICE_MS = 12
const PROGRESS_MS = 120
const PART = 200

interface Kept {
  readonly id: number
  readonly time: number | null
  readonly eventId: string | null
  readonly raw: Uint8Array
  readonly form: RawForm
  readonly header: string | null
}
type Found = Pick<Kept, 'id' | 'time' | 'eventId'>

/**
 * Holds a pattern against every sign-in record of the case. It works in short slices, so that other calls of the
 * same thread are answered in between. Throws `cancelled` when `signal` is aborted.
 */
export async function scanCase(
  db: ReadableCase,
  { meaning, places }: Pattern,
  missing: MissingRule,
  hooks: ScanHooks = {},
): Promise<Scan> {
  const { total } = db.prepare('select count(*) as total from sign_in').get() as { total: number }
  const part = db.prepare(
    `select id, event_time as time, event_id as eventId, raw, raw_form as form, raw_header as header
     from sign_in where id > ? order by id limit ${PART}`,
  )
  const matched: Found[] = []
  const depended: Found[] = []
  const conditions = places.map(() => 0)
  let [records, tableRows, unreadable, last] = [0, 0, 0, 0]
  let [pausedAt, saidAt] = [performance.now(), 0]

  const pauseWhenDue = async (): Promise<void> => {
    if (performance.now() - pausedAt < SLICE_MS) return
    if (performance.now() - saidAt > PROGRESS_MS) {
      saidAt = performance.now()
      hooks.onProgress?.({ done: records, total: Math.max(total, records), matched: matched.length })
    }
    await new Promise((resolve) => setImmediate(resolve))
    if (hooks.signal?.aborted === true) throw new AppError('cancelled', 'The match was stopped.')
    hooks.mayGoOn?.()
    pausedAt = performance.now()
  }

  for (;;) {
    const rows = part.all(last) as Kept[]
    for (const row of rows) {
      // Within a part too: one record may take a regex longer than a hundred others.
      if (records % 8 === 0) await pauseWhenDue()
      records += 1
      last = row.id
      if (row.form !== 'record') tableRows += 1
      const verdict = evaluate(meaning, viewOf(row), missing)
      if (verdict === null) {
        unreadable += 1
        continue
      }
      verdict.conditions.forEach((holds, index) => {
        if (holds) conditions[index] = (conditions[index] ?? 0) + 1
      })
      const found = { id: row.id, time: row.time, eventId: row.eventId }
      if (verdict.matched) matched.push(found)
      if (verdict.depended) depended.push(found)
    }
    if (rows.length < PART) break
  }
  hooks.onProgress?.({ done: records, total: records, matched: matched.length })
  matched.sort(byTime)
  depended.sort(byTime)
  return {
    ids: Uint32Array.from(matched, ({ id }) => id),
    times: Float64Array.from(matched.flatMap(({ time }) => (time === null ? [] : [time]))),
    depended: Uint32Array.from(depended, ({ id }) => id),
    records,
    tableRows,
    unreadable,
    conditions,
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

function viewOf({ form, raw, header }: Kept) {
  return { parsed: () => recordOf(form, raw, header), text: () => utf8.decode(raw) }
}

/** The order of the timeline: time, event ID, row number; rows without a time last. SQLite sorts null first. */
function byTime(a: Found, b: Found): number {
  if (a.time !== b.time) {
    if (a.time === null) return 1
    return b.time === null ? -1 : a.time - b.time
  }
  if (a.eventId !== b.eventId) {
    if (a.eventId === null) return -1
    return b.eventId === null ? 1 : a.eventId < b.eventId ? -1 : 1
  }
  return a.id - b.id
}
