import type { IntegrityCheck, IntegrityReason } from '../../../shared/domain/integrity.ts'
import { logWords } from './aws-words.ts'
import type { DigestLog } from './digest.ts'
import { faultsOf, isInvalid, placeReasons } from './found.ts'
import type { JudgedLink } from './judge-digests.ts'
import { placeOf, plainName, readLogName } from './names.ts'
import type { LedgerFile, Reread } from './sources.ts'

/** A log file that some digest lists, with the digest that has most weight. */
export interface Listed {
  readonly log: DigestLog
  readonly by: JudgedLink
  /** A digest with no more weight that states another hash for it. */
  readonly contradicted: { readonly log: DigestLog; readonly by: JudgedLink } | null
}

const SHA256 = /^[0-9a-f]{64}$/

const WEIGHT = { none: 0, hash: 0, chain: 1, signature: 2 } as const

/** Every log that the digests list, once; a backfilled digest may list one that another digest lists too. */
export function listedLogs(judged: Iterable<JudgedLink>): Map<string, Listed> {
  const listed = new Map<string, Listed>()
  const weight = (by: JudgedLink) => (isInvalid(by.reasons) ? -1 : WEIGHT[by.level])
  for (const by of judged) {
    for (const log of by.link.digest.logs) {
      const found = { log, by, contradicted: null }
      const known = listed.get(log.key)
      const isFirst = known === undefined || weight(by) > weight(known.by)
      listed.set(log.key, isFirst ? beside(found, known ?? found) : beside(known, found))
    }
  }
  return listed
}

/** The first with what the other says, when that is not the same. */
function beside(first: Listed, other: Listed): Listed {
  const { log, by } = first
  const differs = other.log.hash === log.hash ? null : { log: other.log, by: other.by }
  return { log, by, contradicted: differs ?? first.contradicted ?? other.contradicted }
}

/** Hash of the content of a file: as read now, else as it was at the import. */
export function contentHash(file: LedgerFile, read: Reread | undefined): string | null {
  return read !== undefined && 'content' in read ? read.content.contentSha256 : file.contentSha256
}

/** The verdict on one file that goes by the name, or has the content, of a listed log. */
export function checkListed(
  { log, by, contradicted }: Listed,
  file: LedgerFile,
  read: Reread | undefined,
  place: { readonly isCopy: boolean; readonly someAsStated: boolean },
  hasKeys: boolean,
): IntegrityCheck {
  const reasons: IntegrityReason[] = []
  const found = contentHash(file, read)
  if (read !== undefined && 'content' in read) reasons.push(...faultsOf(file, read.content))
  else reasons.push(found === null ? 'unreadable-now' : 'hash-from-import')
  if (read !== undefined && 'unreadable' in read && read.refused === true) reasons.push('not-opened')
  if (log.algorithm !== 'SHA-256') reasons.push('unknown-algorithm')
  else if (found !== null && found !== log.hash) reasons.push('hash-differs')
  if (place.isCopy) reasons.push('copy')
  else reasons.push(...placeReasons(placeOf(file.path, log.key), place.someAsStated))
  const matches = found === log.hash && log.algorithm === 'SHA-256'
  const digestIsWrong = isInvalid(by.reasons)
  const level = !matches ? 'none' : digestIsWrong || by.level === 'none' ? 'hash' : by.level
  const behind = reasonOfDigest(by, digestIsWrong, hasKeys)
  if (behind !== null) reasons.push(behind)
  if (contradicted !== null) reasons.push('other-hash-stated')
  const verdict = verdictOf(reasons, found)
  return {
    ...about(log.key, by),
    path: file.path,
    sourceId: file.id,
    verdict: verdict === 'not-authenticated' && !hasKeys ? 'not-checked' : verdict,
    level,
    reasons,
    detail: detailOf(reasons, log, read, found) ?? otherWords(contradicted),
    awsWords: logWords(reasons, level),
    fails: verdict === 'invalid' || verdict === 'missing' || (verdict === 'not-authenticated' && hasKeys),
    contentSha256: found,
    statedSha256: SHA256.test(log.hash) ? log.hash : null,
  }
}

/** A digest that itself cannot be relied on weakens what it says of its logs. */
function reasonOfDigest(by: JudgedLink, isWrong: boolean, hasKeys: boolean): IntegrityReason | null {
  if (isWrong) return 'digest-invalid'
  if (by.level === 'signature' || (by.level === 'chain' && !hasKeys)) return null
  const isEnd = by.reasons.includes('newest-of-chain') || by.reasons.includes('last-before-restart')
  return isEnd || !hasKeys ? 'digest-unsigned' : 'digest-not-authenticated'
}

function verdictOf(reasons: readonly IntegrityReason[], found: string | null): IntegrityCheck['verdict'] {
  if (isInvalid(reasons)) return 'invalid'
  // It was in the import and can be neither read nor compared now.
  if (found === null) return 'missing'
  const isWeak = reasons.includes('digest-invalid') || reasons.includes('digest-not-authenticated')
  return isWeak ? 'not-authenticated' : 'valid'
}

function detailOf(
  reasons: readonly IntegrityReason[],
  log: DigestLog,
  read: Reread | undefined,
  found: string | null,
): string | null {
  if (reasons.includes('hash-differs'))
    return `SHA-256 of its content is ${found}; the digest states ${log.hash}.`
  if (reasons.includes('moved')) return `The digest states that it belongs at ${log.bucket}/${log.key}.`
  return read !== undefined && 'unreadable' in read ? read.unreadable : null
}

function otherWords(contradicted: Listed['contradicted']): string | null {
  return contradicted === null
    ? null
    : `The digest ${contradicted.by.link.digest.key} states ${contradicted.log.hash}.`
}

/** A log that a digest lists and that is not in the import. */
export function missingLog({ log, by }: Listed): IntegrityCheck {
  const reasons = ['not-in-import'] as const
  return {
    ...about(log.key, by),
    path: null,
    sourceId: null,
    verdict: 'missing',
    level: 'none',
    reasons: [...reasons],
    detail: `It is listed by ${by.link.digest.key}.`,
    awsWords: logWords(reasons, 'none'),
    fails: true,
    contentSha256: null,
    statedSha256: SHA256.test(log.hash) ? log.hash : null,
  }
}

/** A log file that no digest of the import lists: nothing says what it should be. */
export function uncoveredLog(file: LedgerFile, hasKeys: boolean): IntegrityCheck {
  const name = readLogName(file.path)
  return {
    kind: 'log',
    object: file.path,
    path: file.path,
    sourceId: file.id,
    account: name?.account ?? null,
    region: name?.region ?? null,
    backfill: false,
    verdict: hasKeys ? 'not-authenticated' : 'not-checked',
    level: 'none',
    reasons: ['in-no-digest'],
    detail: null,
    awsWords: null,
    fails: hasKeys,
    contentSha256: file.contentSha256,
    statedSha256: null,
  }
}

function about(
  key: string,
  by: JudgedLink,
): Pick<IntegrityCheck, 'kind' | 'object' | 'account' | 'region' | 'backfill'> {
  const { account, region, backfill } = by.link.digest.name
  return { kind: 'log', object: key, account, region, backfill }
}

/** The name under which a listed log is looked for. */
export function nameOfListed({ log }: Listed): string {
  return plainName(log.key)
}
