import type { IntegrityCheck, IntegrityGap } from '../../../shared/domain/integrity.ts'
import type { ReadableCase } from '../case/rights.ts'
import { buildChains } from './chain.ts'
import { gatherDigests, type IntegrityHooks, progressOf } from './gather.ts'
import { checkDigests, judgeLinks, unreadableDigest } from './judge-digests.ts'
import {
  checkListed,
  contentHash,
  type Listed,
  listedLogs,
  missingLog,
  nameOfListed,
  uncoveredLog,
} from './judge-logs.ts'
import type { KeyRing } from './keys.ts'
import { verifyLake } from './lake.ts'
import { placeOf, plainName, readDigestName, readLogName } from './names.ts'
import { type LedgerFile, type Reread, rereadFiles } from './sources.ts'

export interface Verification {
  readonly checks: readonly IntegrityCheck[]
  readonly gaps: readonly IntegrityGap[]
  readonly chains: number
}

/** Contents of logs are hashed on the way and not kept. */
const NOTHING_KEPT = 0

/**
 * Validates all digests of a case and the log files that they list, from the files alone (CloudTrail User Guide,
 * "Validating CloudTrail log file integrity"). Files are read again, read-only; one that is not there any more is
 * judged by the hash of its content from the import where there is one. Without keys, signatures are not checked.
 */
export async function verifyFiles(
  db: ReadableCase,
  ring: KeyRing | null,
  hooks: IntegrityHooks,
): Promise<Verification> {
  const { files, found, unreadable } = await gatherDigests(db, hooks)
  const notUnderstood = found.filter(({ digest }) => typeof digest === 'string')
  const chains = buildChains(found, [
    ...notUnderstood.map(({ file }) => file.path),
    ...unreadable.map(({ file }) => file.path),
  ])
  const judged = judgeLinks(chains, ring)
  const listed = [...listedLogs(judged.values()).values()]
  const logs = files.filter((file) => isLog(file))
  const matched = await matchLogs(listed, logs, hooks)
  const someAsStated =
    found.some(
      ({ file, digest }) => typeof digest !== 'string' && placeOf(file.path, digest.key) === 'as-stated',
    ) || matched.pairs.some(({ item, file }) => placeOf(file.path, item.log.key) === 'as-stated')
  const hasKeys = ring !== null
  const digestChecks = [
    ...checkDigests(found, chains, judged, hasKeys, someAsStated),
    ...unreadable.map(unreadableDigest),
  ]
  return {
    checks: [
      ...digestChecks,
      ...logChecks(listed, logs, matched, someAsStated, hasKeys),
      ...(await verifyLake(db, ring, hooks.signal)),
    ],
    gaps: chains.gaps,
    chains: chains.count,
  }
}

/** A file as CloudTrail delivers logs, by its name or by its form. */
export function isLog({ path, format }: LedgerFile): boolean {
  if (readDigestName(path) !== null) return false
  return readLogName(path) !== null || format === 'trail-json' || format === 'trail-json-gzip'
}

interface Matched {
  readonly pairs: readonly { readonly item: Listed; readonly file: LedgerFile }[]
  readonly reads: ReadonlyMap<number, Reread>
}

/** Finds the files of listed logs: by name, and what is then left over by the hash of its content. */
async function matchLogs(
  listed: readonly Listed[],
  logs: readonly LedgerFile[],
  hooks: IntegrityHooks,
): Promise<Matched> {
  const byName = Map.groupBy(logs, ({ path }) => plainName(path))
  const pairs = listed.flatMap((item) =>
    (byName.get(nameOfListed(item)) ?? []).map((file) => ({ item, file })),
  )
  const named = new Set(pairs.map(({ file }) => file))
  const lost = new Set(listed.filter((item) => !byName.has(nameOfListed(item))))
  const rest = lost.size === 0 ? [] : logs.filter((file) => !named.has(file))
  const reads = new Map<number, Reread>()
  const wanted = [...named, ...rest]
  const tell = progressOf('logs', wanted.length, hooks)
  await rereadFiles(wanted, NOTHING_KEPT, hooks.signal, (file, read) => {
    reads.set(file.id, read)
    tell(file)
  })
  const byHash = Map.groupBy(rest, (file) => contentHash(file, reads.get(file.id)))
  for (const item of lost) {
    for (const file of byHash.get(item.log.hash) ?? []) pairs.push({ item, file })
  }
  return { pairs, reads }
}

function logChecks(
  listed: readonly Listed[],
  logs: readonly LedgerFile[],
  { pairs, reads }: Matched,
  someAsStated: boolean,
  hasKeys: boolean,
): IntegrityCheck[] {
  const filesOf = Map.groupBy(pairs, ({ item }) => item)
  const checks = listed.flatMap((item) => {
    const files = (filesOf.get(item) ?? []).map(({ file }) => file)
    if (files.length === 0) return [missingLog(item)]
    const places = files.map((file) => placeOf(file.path, item.log.key))
    const hasOriginal = places.includes('as-stated')
    return files.map((file, index) => {
      const isCopy = hasOriginal && places[index] !== 'as-stated'
      return checkListed(item, file, reads.get(file.id), { isCopy, someAsStated }, hasKeys)
    })
  })
  const covered = new Set(pairs.map(({ file }) => file))
  const uncovered = logs.filter((file) => !covered.has(file)).map((file) => uncoveredLog(file, hasKeys))
  return [...checks, ...uncovered]
}
