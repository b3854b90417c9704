import type { ReadableCase } from '../../case/rights.ts'
import { SOURCE_SELECT } from '../../case/rows.ts'
import type { ReportSource, ReportSums, Tally } from '../model.ts'

/** All sources in order of path, numbered from 1; of one path read twice, the earlier reading comes first. */
export function collectSources(db: ReadableCase): ReportSource[] {
  const rows = db.prepare(`select ${SOURCE_SELECT} from source`).all() as Omit<ReportSource, 'item'>[]
  rows.sort(byPath)
  return rows.map((row, index) => ({ ...row, item: index + 1 }))
}

interface Placed {
  readonly id: number
  readonly path: string
  readonly shownPath: string
}

/** The order of sources in reports, ledgers and manifests. */
export function byPath(a: Placed, b: Placed): number {
  return order(a.shownPath, b.shownPath) || order(a.path, b.path) || a.id - b.id
}

/** By UTF-16 code unit, the same on every system and in every language. */
function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Sums over the sources, and what is counted in the case itself to compare them with. */
export function collectSums(db: ReadableCase, sources: readonly ReportSource[]): ReportSums {
  const of = (status: ReportSource['status']) => sources.filter((source) => source.status === status).length
  const sum = (field: 'records' | 'signIns' | 'indexed' | 'duplicates' | 'conflicts' | 'bytes') =>
    sources.reduce((total, source) => total + (source[field] ?? 0), 0)
  const stored = db
    .prepare(
      `select count(*) as storedRows, ifnull(sum(event_time is null), 0) as withoutTime,
         ifnull(sum(outcome = 'success'), 0) as success, ifnull(sum(outcome = 'failure'), 0) as failure,
         ifnull(sum(outcome = 'not-stated'), 0) as notStated,
         min(event_time) as first, max(event_time) as last from sign_in`,
    )
    .get() as Pick<ReportSums, 'storedRows' | 'withoutTime' | 'first' | 'last'> & {
    success: number
    failure: number
    notStated: number
  }
  const { success, failure, notStated, ...counted } = stored
  const { storedSightings } = db.prepare('select count(*) as storedSightings from sighting').get() as {
    storedSightings: number
  }
  const regions = db
    .prepare(
      `select region as name, count(*) as count from sign_in group by region
       order by region is null, region`,
    )
    .all() as Tally[]
  return {
    found: sources.length,
    read: of('read'),
    partial: of('partial'),
    skipped: of('skipped'),
    failed: of('failed'),
    reading: of('reading'),
    bytes: sum('bytes'),
    records: sum('records'),
    signIns: sum('signIns'),
    indexed: sum('indexed'),
    duplicates: sum('duplicates'),
    conflicts: sum('conflicts'),
    ...counted,
    outcomes: { success, failure, 'not-stated': notStated },
    storedSightings,
    outOfReach: countOutOfReach(db),
    regions,
  }
}

/** The commands of the recipe read whole log files with a list `Records`, packed with gzip or not. */
function countOutOfReach(db: ReadableCase): number {
  const { n } = db
    .prepare(
      `select count(*) as n from sign_in where not exists (select 1 from sighting
         join source on source.id = sighting.source_id where sighting.sign_in_id = sign_in.id
         and source.status = 'read' and source.parent_id is null
         and source.format in ('trail-json', 'trail-json-gzip'))`,
    )
    .get() as { n: number }
  return n
}
