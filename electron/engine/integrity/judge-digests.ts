import type { IntegrityCheck, IntegrityLevel, IntegrityReason } from '../../../shared/domain/integrity.ts'
import { digestWords } from './aws-words.ts'
import { type Chains, type Link, linkId } from './chain.ts'
import { signedText } from './digest.ts'
import { type FoundDigest, faultsOf, isInvalid, placeReasons } from './found.ts'
import type { UnreadableDigest } from './gather.ts'
import { checkSignature, type KeyRing } from './keys.ts'
import { placeOf, readDigestName } from './names.ts'

/** What is known of one digest and passes on to the logs that it lists. */
export interface JudgedLink {
  readonly link: Link
  readonly level: IntegrityLevel
  readonly reasons: readonly IntegrityReason[]
}

/** Judges each link by the digests that come after it and, with keys, by its signature. */
export function judgeLinks(chains: Chains, ring: KeyRing | null): Map<string, JudgedLink> {
  const judged = new Map<string, JudgedLink>()
  const keys = Map.groupBy(chains.links, ({ digest }) => `${digest.bucket}/${digest.key}`)
  for (const link of chains.links) {
    const { digest, contentSha256, next, notes } = link
    const reasons = new Set<IntegrityReason>(notes)
    const hashMatches = next.some((later) => later.digest.previousHash === contentSha256)
    const { signature, fromSidecar } = signatureOf(link, ring)
    if (signature !== null) for (const reason of UNSIGNED) reasons.delete(reason)
    if (signature !== null && signature !== 'match') reasons.add(signature)
    if (fromSidecar) reasons.add('signature-from-sidecar')
    const isStated = next.some((later) => later.digest.previousHash !== null)
    if (isStated && !hashMatches && signature !== 'match') reasons.add('chain-differs')
    const level = signature === 'match' ? 'signature' : hashMatches ? 'chain' : 'none'
    const rivals = keys.get(`${digest.bucket}/${digest.key}`) ?? []
    if (rivals.length > 1 && level === 'none') reasons.add('conflicting-copies')
    judged.set(linkId(digest, contentSha256), { link, level, reasons: [...reasons] })
  }
  return withWrongHashes(judged)
}

const UNSIGNED = ['newest-of-chain', 'last-before-restart', 'next-missing'] as const

interface Signed {
  /** Null when no signature of the digest is at hand. */
  readonly signature: 'match' | IntegrityReason | null
  /** It was not lent by the next digest but read from a file beside this one. */
  readonly fromSidecar: boolean
}

/** A signature proves itself, whoever lends it. */
function signatureOf(link: Link, ring: KeyRing | null): Signed {
  const { digest, contentSha256, next } = link
  const lent = next.flatMap((later) => later.digest.previousSignature ?? [])
  const all = [...lent, ...link.signatures]
  const fromSidecar = lent.length === 0
  if (all.length === 0) return { signature: null, fromSidecar: false }
  if (ring === null) return { signature: 'no-keys', fromSidecar }
  if (digest.algorithm !== null && digest.algorithm.toUpperCase() !== 'SHA256WITHRSA')
    return { signature: 'unknown-algorithm', fromSidecar }
  const text = signedText(digest, contentSha256)
  const results = all.map((each) => checkSignature(ring, digest.fingerprint, text, each))
  const right = results.indexOf('match')
  return right === -1
    ? { signature: results[0] ?? null, fromSidecar }
    : { signature: 'match', fromSidecar: right >= lent.length }
}

/** A digest that states another hash for a previous one whose signature is right is itself the one that is wrong. */
function withWrongHashes(judged: ReadonlyMap<string, JudgedLink>): Map<string, JudgedLink> {
  const wrong = new Set<Link>()
  for (const { link, level } of judged.values()) {
    if (level !== 'signature') continue
    for (const later of link.next) {
      const { previousHash, previousHashAlgorithm } = later.digest
      const isSha256 = previousHashAlgorithm === null || previousHashAlgorithm === 'SHA-256'
      if (isSha256 && previousHash !== link.contentSha256) wrong.add(later)
    }
  }
  return new Map(
    [...judged].map(([id, each]) =>
      wrong.has(each.link)
        ? [id, { ...each, reasons: [...each.reasons, 'previous-hash-wrong' as const] }]
        : [id, each],
    ),
  )
}

/** The verdict on every digest file of the import, and on every digest that is named and not there. */
export function checkDigests(
  found: readonly FoundDigest[],
  chains: Chains,
  judged: ReadonlyMap<string, JudgedLink>,
  hasKeys: boolean,
  someAsStated: boolean,
): IntegrityCheck[] {
  const inPlace = new Set<string>()
  for (const { file, digest, read } of found) {
    if (typeof digest === 'string') continue
    if (placeOf(file.path, digest.key) === 'as-stated') inPlace.add(linkId(digest, read.contentSha256))
  }
  const checks = found.map((each) => checkDigest(each, judged, inPlace, hasKeys, someAsStated))
  const missing = chains.missing.map(({ key, namedBy }) => missingDigest(key, namedBy))
  return [...checks, ...missing]
}

function checkDigest(
  { file, read, digest }: FoundDigest,
  judged: ReadonlyMap<string, JudgedLink>,
  inPlace: ReadonlySet<string>,
  hasKeys: boolean,
  someAsStated: boolean,
): IntegrityCheck {
  const faults = faultsOf(file, read)
  const at = {
    kind: 'digest',
    path: file.path,
    sourceId: file.id,
    contentSha256: read.contentSha256,
  } as const
  if (typeof digest === 'string') {
    const name = readDigestName(file.path)
    const reasons: IntegrityReason[] = [...faults, 'invalid-format']
    return {
      ...at,
      object: file.path,
      account: name?.account ?? null,
      region: name?.region ?? null,
      backfill: name?.backfill ?? false,
      verdict: 'invalid',
      level: 'none',
      reasons,
      detail: digest,
      awsWords: digestWords(reasons, null),
      fails: true,
      statedSha256: null,
    }
  }
  const id = linkId(digest, read.contentSha256)
  const own = judged.get(id)
  const place = placeOf(file.path, digest.key)
  const isCopy = place !== 'as-stated' && inPlace.has(id)
  const places: IntegrityReason[] = isCopy ? ['copy'] : placeReasons(place, someAsStated)
  const reasons = [...new Set([...faults, ...places, ...(own?.reasons ?? [])])]
  const level = own?.level ?? 'none'
  const verdict = verdictOf(reasons, level, hasKeys)
  return {
    ...at,
    object: digest.key,
    account: digest.name.account,
    region: digest.name.region,
    backfill: digest.name.backfill,
    verdict,
    level,
    reasons,
    detail: detailOf(reasons, own),
    awsWords: digestWords(reasons, { region: digest.name.region, fingerprint: digest.fingerprint }, level),
    fails: verdict === 'invalid' || verdict === 'not-authenticated',
    statedSha256: statedHash(own),
  }
}

/** The hash that the next digest states for it, the right one first when several follow. */
function statedHash(own: JudgedLink | undefined): string | null {
  if (own === undefined) return null
  const { contentSha256, next } = own.link
  const stated = next.flatMap((later) => later.digest.previousHash ?? [])
  const hash = stated.includes(contentSha256) ? contentSha256 : (stated[0] ?? null)
  return hash !== null && SHA256.test(hash) ? hash : null
}
const SHA256 = /^[0-9a-f]{64}$/

/** The newest digest of a chain has its signature outside the files: it is said, and fails nothing. */
function verdictOf(
  reasons: readonly IntegrityReason[],
  level: IntegrityLevel,
  hasKeys: boolean,
): IntegrityCheck['verdict'] {
  if (isInvalid(reasons)) return 'invalid'
  if (level === 'signature' || (level === 'chain' && !hasKeys)) return 'valid'
  const isEnd = reasons.includes('newest-of-chain') || reasons.includes('last-before-restart')
  return hasKeys && !isEnd ? 'not-authenticated' : 'not-checked'
}

function detailOf(reasons: readonly IntegrityReason[], own: JudgedLink | undefined): string | null {
  if (own === undefined) return null
  const { contentSha256, next, digest } = own.link
  if (reasons.includes('chain-differs')) {
    const stated = next.map((later) => later.digest.previousHash ?? 'none').join(', ')
    return `SHA-256 of its content is ${contentSha256}; the next digest states ${stated}.`
  }
  if (reasons.includes('key-not-found') || reasons.includes('key-unreadable'))
    return `The key has the fingerprint ${digest.fingerprint}.`
  return reasons.includes('moved') ? `It states that it belongs at ${digest.bucket}/${digest.key}.` : null
}

function missingDigest(key: string, namedBy: Link): IntegrityCheck {
  const { account, region, backfill } = readDigestName(key) ?? namedBy.digest.name
  const reasons = ['not-in-import'] as const
  return {
    kind: 'digest',
    object: key,
    path: null,
    sourceId: null,
    account,
    region,
    backfill,
    verdict: 'missing',
    level: 'none',
    reasons: [...reasons],
    detail: `It is named by ${namedBy.digest.key}.`,
    awsWords: digestWords(reasons, null),
    fails: true,
    contentSha256: null,
    statedSha256: null,
  }
}

/** A digest of the import that cannot be read any more: as good as not there. */
export function unreadableDigest({ file, why, refused }: UnreadableDigest): IntegrityCheck {
  const name = readDigestName(file.path)
  return {
    kind: 'digest',
    object: file.path,
    path: file.path,
    sourceId: file.id,
    account: name?.account ?? null,
    region: name?.region ?? null,
    backfill: name?.backfill ?? false,
    verdict: 'missing',
    level: 'none',
    reasons: [refused ? 'not-opened' : 'unreadable-now'],
    detail: why,
    awsWords: null,
    fails: true,
    contentSha256: null,
    statedSha256: null,
  }
}
