import {
  COVERAGE_FILES_AT_MOST,
  COVERAGE_LETTERS,
  type Coverage,
  type CoverageFile,
} from '../../../shared/domain/coverage.ts'
import type { ReadableCase } from '../case/rights.ts'
import { buildChains } from './chain.ts'
import { deliveryDelay } from './delay.ts'
import type { Digest } from './digest.ts'
import { gapCauses } from './gap-causes.ts'
import { gatherDigests, type IntegrityHooks } from './gather.ts'
import { countHours, createHourMap, type HourMap } from './hours.ts'
import { plainName, readLogName } from './names.ts'
import { regionsOfRecords, signInRegions } from './sign-in-regions.ts'
import type { LedgerFile } from './sources.ts'
import { isLog } from './verify.ts'

const HOUR = 3600
const { covered, empty, damaged } = COVERAGE_LETTERS
const HELD = new RegExp(`[${covered}${empty}${damaged}]`)
/** A digest covers one hour; what states more is not believed to cover months. */
const LONGEST_DIGEST = 48 * HOUR

/**
 * Which hours of which accounts and regions the import covers, by time of delivery: from the names and the state of
 * the log files, and from the digests, which are read again. Hashes of content are those of the import; `verify`
 * computes what is missing. Rejects with the reason of the signal.
 */
export async function coverageOf(db: ReadableCase, hooks: IntegrityHooks): Promise<Coverage> {
  const { files, found, unreadable } = await gatherDigests(db, hooks)
  const lost = found.filter(({ digest }) => typeof digest === 'string')
  const chains = buildChains(
    found,
    [...lost, ...unreadable].map(({ file }) => file.path),
  )
  const digests = chains.links.map(({ digest }) => digest)
  const logs = files.filter(isLog)
  const map = createHourMap()
  const damaged = markLogs(map, logs, digests)
  const missing = markDigests(map, logs, digests)
  for (const { account, region, from, to } of chains.gaps) {
    for (const at of hoursOf(from, to)) {
      if (!map.isKnown(account, region, at)) map.mark(account, region, at, 'missing')
    }
  }
  const { causes, changes, count } = gapCauses(db, chains.gaps)
  const { period, rows } = map.rows()
  // Hours that are only known to be missing are no part of the import.
  const seen = [...rows.filter(({ hours }) => HELD.test(hours)), ...regionsOfRecords(db)]
  return {
    period,
    rows,
    hours: countHours(rows),
    logFiles: logs.length,
    digestFiles: found.length + unreadable.length,
    missingFiles: missing.length,
    damagedFiles: damaged.length,
    files: [...missing, ...damaged].sort((a, b) => a.at - b.at).slice(0, COVERAGE_FILES_AT_MOST),
    unreadDigests: lost.length + unreadable.length,
    unplacedFiles: unplacedFiles(db),
    gaps: [...chains.gaps],
    gapCauses: causes,
    trailChanges: changes,
    trailChangeCount: count,
    signInRegions: signInRegions(seen),
    ...firstAndLast(db),
    delay: deliveryDelay(db),
  }
}

/** Marks the hours in which log files were delivered. Returns the files that are damaged. */
function markLogs(map: HourMap, logs: readonly LedgerFile[], digests: readonly Digest[]): CoverageFile[] {
  const stated = new Map(digests.flatMap((digest) => digest.logs.map((log) => [plainName(log.key), log])))
  const isSound = ({ path, status, contentSha256 }: LedgerFile): boolean => {
    const hash = stated.get(plainName(path))?.hash
    const differs = hash !== undefined && contentSha256 !== null && contentSha256 !== hash
    return status === 'read' && !differs
  }
  const damaged: CoverageFile[] = []
  for (const [name, copies] of Map.groupBy(logs, ({ path }) => plainName(path))) {
    const log = readLogName(name)
    if (log === null) continue
    // One whole copy is enough.
    const sound = copies.some(isSound)
    map.mark(log.account, log.region, log.delivered, sound ? 'covered' : 'damaged')
    map.addLog(log.account, log.region, log.delivered)
    if (sound) continue
    const { account, region, delivered: at } = log
    const key = stated.get(name)?.key ?? copies[0]?.path ?? name
    damaged.push({ state: 'damaged', key, account, region, at })
  }
  return damaged
}

/** Marks the hours of digests: empty, covered, or missing a log. Returns the listed logs that are missing. */
function markDigests(map: HourMap, logs: readonly LedgerFile[], digests: readonly Digest[]): CoverageFile[] {
  const names = new Set(logs.map(({ path }) => plainName(path)))
  const hashes = new Set(logs.map(({ contentSha256 }) => contentSha256))
  const missing = new Map<string, CoverageFile>()
  for (const digest of digests) {
    const { account, region } = digest.name
    if (region === '') continue
    map.hasDigests(account, region)
    let isWhole = true
    for (const log of digest.logs) {
      if (names.has(plainName(log.key)) || hashes.has(log.hash)) continue
      isWhole = false
      const at = readLogName(log.key)?.delivered ?? digest.startTime
      missing.set(log.key, { state: 'missing', key: log.key, account, region, at })
      map.mark(account, region, at, 'missing')
    }
    const state = digest.logs.length === 0 ? 'empty' : 'covered'
    if (!isWhole) continue
    const end = Math.min(digest.endTime, digest.startTime + LONGEST_DIGEST)
    for (const at of hoursOf(digest.startTime, end)) map.mark(account, region, at, state)
  }
  return [...missing.values()]
}

/** The beginning of each hour that lies, at least in part, between two times. */
function* hoursOf(from: number, to: number): Generator<number> {
  for (let at = Math.floor(from / HOUR) * HOUR; at < to; at += HOUR) yield at
}

function firstAndLast(db: ReadableCase): Pick<Coverage, 'firstEvent' | 'lastEvent'> {
  return db
    .prepare('select min(event_time) as firstEvent, max(event_time) as lastEvent from sign_in')
    .get() as Pick<Coverage, 'firstEvent' | 'lastEvent'>
}

function unplacedFiles(db: ReadableCase): number {
  const rows = db.prepare('select distinct path from source where sign_ins > 0').all() as { path: string }[]
  return rows.filter(({ path }) => readLogName(path) === null).length
}
