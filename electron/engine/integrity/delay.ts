import type { Coverage } from '../../../shared/domain/coverage.ts'
import type { ReadableCase } from '../case/rights.ts'
import { readLogName } from './names.ts'

/**
 * How long sign-ins took to be delivered: from the event to the minute in the name of its log file. Null when no
 * sign-in stands in a file with such a name. The user guide says about five minutes, and promises none.
 */
export function deliveryDelay(db: ReadableCase): Coverage['delay'] {
  const rows = db
    .prepare(
      `select source.path, sign_in.event_time as at from sighting
       join source on source.id = sighting.source_id join sign_in on sign_in.id = sighting.sign_in_id
       where sign_in.event_time is not null`,
    )
    .iterate() as IterableIterator<{ path: string; at: number }>
  const delays: number[] = []
  let lastPath = ''
  let delivered: number | null = null
  for (const { path, at } of rows) {
    if (path !== lastPath) {
      lastPath = path
      delivered = readLogName(path)?.delivered ?? null
    }
    if (delivered !== null) delays.push(delivered - at)
  }
  if (delays.length === 0) return null
  const sorted = Float64Array.from(delays).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { records: sorted.length, median: at(0.5), p95: at(0.95), longest: at(1) }
}
