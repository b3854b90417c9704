import type { TrailChange } from '../../../../shared/domain/trail-change.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { deliveryDelay } from '../../integrity/delay.ts'
import { trailChangesOf } from '../../integrity/gap-causes.ts'
import { readDigestName, readLogName } from '../../integrity/names.ts'
import { absentByAccount, absentFrom, regionsOfRecords } from '../../integrity/sign-in-regions.ts'
import type { CoverageFacts, DeliveredPlace } from '../archive-facts.ts'
import type { ReportSource } from '../model.ts'

const DAY = 86_400

/**
 * What the names of the files and the ledger say of what was delivered: no file is read again, so that a report of a
 * case needs nothing but the case. What only the content of digest files tells, such as hours that were empty, is not
 * in it.
 */
export function collectCoverage(db: ReadableCase, sources: readonly ReportSource[]): CoverageFacts {
  const places = new Map<string, { logs: number; digests: number; times: number[]; days: Set<number> }>()
  const at = (account: string, region: string) => {
    const key = `${account} ${region}`
    const known = places.get(key) ?? { logs: 0, digests: 0, times: [], days: new Set<number>() }
    places.set(key, known)
    return known
  }
  let unplaced = 0
  for (const { path, signIns } of sources) {
    const log = readLogName(path)
    const digest = log === null ? readDigestName(path) : null
    if (log !== null) {
      const place = at(log.account, log.region)
      place.logs += 1
      place.times.push(log.delivered)
      place.days.add(Math.floor(log.delivered / DAY))
    } else if (digest !== null) at(digest.account, digest.region).digests += 1
    else if (signIns > 0) unplaced += 1
  }
  const placed = [...places].map(([key, { logs, digests, times, days }]): DeliveredPlace => {
    const [account = '', region = ''] = key.split(' ')
    const first = times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b))
    const last = times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b))
    const span = first === null || last === null ? 0 : Math.floor(last / DAY) - Math.floor(first / DAY) + 1
    return { account, region, logs, digests, first, last, days: days.size, span }
  })
  placed.sort((a, b) => order(a.account, b.account) || order(a.region, b.region))
  const seen = [
    ...placed.filter(({ logs }) => logs > 0).map(({ account, region }) => ({ account, region })),
    ...regionsOfRecords(db),
  ]
  const absent = absentFrom(seen)
  const byAccount = absentByAccount(seen)
  return {
    placed,
    unplaced,
    absent,
    byAccount,
    absentOfAccounts: byAccount.filter(({ regions }) => regions.length > absent.length),
    delay: deliveryDelay(db),
  }
}

/** Calls that changed a trail, each with the item that holds its record; null when that was read in again since. */
export function collectTrailChanges(
  db: ReadableCase,
  sources: readonly ReportSource[],
): (TrailChange & { item: number | null })[] {
  const items = new Map(sources.toReversed().map(({ shownPath, item }) => [shownPath, item]))
  return trailChangesOf(db).map((change) => ({ ...change, item: items.get(change.path) ?? null }))
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
