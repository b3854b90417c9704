import type { IntegrityGap } from '../../../shared/domain/integrity.ts'
import {
  type GapCause,
  TRAIL_CHANGE_REACH,
  type TrailChange,
  type TrailChangeRole,
  type TrailMatch,
} from '../../../shared/domain/trail-change.ts'
import type { ReadableCase } from '../case/rights.ts'
import { readDigestName } from './names.ts'

/** Changes that are listed, and linked to one gap, at the most. */
const LISTED = 5000
const LINKED = 200

/** The changes of trails in a case by time, those without a readable time last, each with its first place. */
export function trailChangesOf(db: ReadableCase): TrailChange[] {
  const rows = db
    .prepare(
      `select c.id as id, c.event_time as eventTime, c.event_time_text as eventTimeText, c.event_name as eventName,
         c.event_id as eventId, c.principal_kind as principalKind, c.principal_name as principalName,
         c.principal_arn as principalArn, c.account as account, c.region as region, c.trail as trail,
         c.error_code as errorCode, c.validation as validation, s.shown_path as path,
         min(g.record_number) as recordNumber, g.byte_start as byteStart, g.byte_end as byteEnd,
         (select count(*) from trail_change_sighting where trail_change_id = c.id) as places
       from trail_change c
       join trail_change_sighting g on g.trail_change_id = c.id
         and g.source_id = (select min(source_id) from trail_change_sighting where trail_change_id = c.id)
       join source s on s.id = g.source_id
       group by c.id
       order by c.event_time is null, c.event_time, c.id`,
    )
    .all() as (Omit<TrailChange, 'validation'> & { readonly validation: number | null })[]
  return rows.map((row) => ({ ...row, validation: row.validation === null ? null : row.validation === 1 }))
}

/** What explains gaps: for each of them the changes around it, and the changes themselves. */
export interface GapCauses {
  /** One for each gap, in their order. */
  readonly causes: GapCause[]
  /** All that are linked, of the others as many as are listed; by time. */
  readonly changes: TrailChange[]
  /** All in the case. */
  readonly count: number
}

/**
 * Links each gap with the changes that belong to its trail and lie in it or at most `TRAIL_CHANGE_REACH` seconds
 * beside it: a digest covers up to an hour, and logging may have stopped within the last one (CloudTrail User Guide,
 * "CloudTrail digest file structure"). A trail is changed in the region where it lives, which the names of its
 * digests state; a change made elsewhere is one of another trail of that name.
 */
export function gapCauses(db: ReadableCase, gaps: readonly IntegrityGap[]): GapCauses {
  const all = trailChangesOf(db)
  const homes = all.length === 0 || gaps.length === 0 ? null : homeRegions(db)
  const causes = gaps.map((gap, index) => {
    const home = homes?.get(trailKey(gap))
    const found = all.flatMap((change) => {
      const { eventTime, region } = change
      if (eventTime === null) return []
      if (eventTime < gap.from - TRAIL_CHANGE_REACH || eventTime > gap.to + TRAIL_CHANGE_REACH) return []
      if (home !== undefined && region !== null && !home.has(region)) return []
      const match = matchOf(gap, change)
      return match === null ? [] : [{ change: change.id, role: roleOf(change), match }]
    })
    return { gap: index, changes: found.slice(0, LINKED) }
  })
  const linked = new Set(causes.flatMap(({ changes }) => changes.map(({ change }) => change)))
  const changes = all.filter(({ id }, index) => index < LISTED || linked.has(id))
  return { causes, changes, count: all.length }
}

/** The regions where trails live, by account, region and name of the trail, from the names of digest files. */
function homeRegions(db: ReadableCase): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = db.prepare(`select distinct path from source where format = 'digest'`).pluck()
  const homes = new Map<string, Set<string>>()
  for (const path of paths.iterate() as IterableIterator<string>) {
    const name = readDigestName(path)
    if (name === null) continue
    const known = homes.get(trailKey(name)) ?? new Set()
    homes.set(trailKey(name), known.add(name.homeRegion))
  }
  return homes
}

const trailKey = ({ account, region, trail }: Pick<IntegrityGap, 'account' | 'region' | 'trail'>): string =>
  JSON.stringify([account, region, trail])

function matchOf(gap: IntegrityGap, { account, trail }: TrailChange): TrailMatch | null {
  if (trail === null) return account === gap.account ? 'trail-not-stated' : null
  // arn:PARTITION:cloudtrail:REGION:ACCOUNT:trail/NAME
  const [, owner, nameInArn] = /^arn:[^:]*:cloudtrail:[^:]*:(\d{12}):trail\/(.+)$/.exec(trail) ?? []
  if ((nameInArn ?? trail) !== gap.trail) return null
  return (owner ?? account) === gap.account ? 'same-trail' : 'other-account'
}

const SWITCHES: Readonly<Record<string, TrailChangeRole>> = {
  StopLogging: 'stops',
  DeleteTrail: 'stops',
  StartLogging: 'resumes',
  CreateTrail: 'resumes',
}

function roleOf({ eventName, errorCode, validation }: TrailChange): TrailChangeRole {
  if (errorCode !== null) return 'failed'
  if (eventName === 'UpdateTrail' && validation !== null) return validation ? 'resumes' : 'stops'
  return SWITCHES[eventName] ?? 'other'
}
