import type { IntegrityGap, IntegrityReason } from '../../../shared/domain/integrity.ts'
import type { Digest } from './digest.ts'
import type { FoundDigest } from './found.ts'
import { plainName } from './names.ts'

/** A digest that could be understood, once for all copies of it. */
export interface Link {
  readonly digest: Digest
  readonly contentSha256: string
  /** Signatures from files beside its copies; a wrong one does not hide a right one. */
  readonly signatures: readonly string[]
  /** Those that name it as their previous one. */
  readonly next: Link[]
  /** What the chain says about it beside hash and signature. */
  readonly notes: Set<IntegrityReason>
}

export interface Chains {
  readonly links: readonly Link[]
  readonly count: number
  readonly gaps: readonly IntegrityGap[]
  /** Digests that are named and are not there. */
  readonly missing: readonly { readonly key: string; readonly namedBy: Link }[]
}

/**
 * Puts digests into chains: one for each account, region, trail and home region, and backfilled digests apart
 * (CloudTrail User Guide, log file integrity; AWS CLI 1.44.37). Links follow the stated keys, not the places of
 * files. `unreadable` are the paths of digest files that could not be understood: they are there, so not missing.
 */
export function buildChains(found: readonly FoundDigest[], unreadable: readonly string[]): Chains {
  const links = distinctLinks(found)
  const byKey = Map.groupBy(links, ({ digest }) => objectOf(digest.bucket, digest.key))
  const there = new Set(unreadable.map(plainName))
  const gaps: IntegrityGap[] = []
  const missing = new Map<string, { readonly key: string; readonly namedBy: Link }>()
  for (const link of links) {
    for (const previous of byKey.get(previousOf(link.digest) ?? '') ?? []) previous.next.push(link)
  }
  const chains = [...Map.groupBy(links, ({ digest }) => chainOf(digest)).values()]
  for (const chain of chains) {
    chain.sort((a, b) => a.digest.endTime - b.digest.endTime || a.digest.startTime - b.digest.startTime)
    for (const [index, link] of chain.entries()) {
      const { digest, notes } = link
      const before = chain.slice(0, index).findLast((each) => each.digest.endTime < digest.endTime)
      const previous = previousOf(digest)
      if (digest.logs.length === 0) notes.add('no-log-files')
      if (previous === null) {
        notes.add('starting-digest')
        if (before !== undefined) addGap(gaps, before.digest, digest, 'restart')
      } else if (!byKey.has(previous)) {
        if (before === undefined) notes.add('begins-before-import')
        else {
          addGap(gaps, before.digest, digest, 'missing')
          if (digest.previousKey !== null && !there.has(plainName(digest.previousKey)))
            missing.set(previous, { key: digest.previousKey, namedBy: link })
        }
      }
      if (link.next.length === 0) notes.add(whyUnsigned(link, chain))
    }
  }
  return { links, count: chains.length, gaps, missing: [...missing.values()] }
}

/** Why no later digest lends its signature to this one. */
function whyUnsigned(link: Link, chain: readonly Link[]): IntegrityReason {
  const after = chain.find((each) => each.digest.endTime > link.digest.endTime)
  if (after === undefined) return 'newest-of-chain'
  return previousOf(after.digest) === null ? 'last-before-restart' : 'next-missing'
}

function distinctLinks(found: readonly FoundDigest[]): Link[] {
  const links = new Map<string, Link>()
  for (const { digest, read, sidecarSignature } of found) {
    if (typeof digest === 'string') continue
    const { contentSha256 } = read
    const id = linkId(digest, contentSha256)
    const known = links.get(id)?.signatures ?? []
    const signatures = sidecarSignature === null ? known : [...known, sidecarSignature]
    links.set(id, { digest, contentSha256, signatures, next: [], notes: new Set() })
  }
  return [...links.values()]
}

/** The same for all copies of one digest, and for nothing else. */
export function linkId(digest: Digest, contentSha256: string): string {
  return `${objectOf(digest.bucket, digest.key)} ${contentSha256}`
}

/** Not the bucket: a trail can be given another one, and its chain goes on there. */
function chainOf({ name }: Digest): string {
  const { account, region, trail, homeRegion, backfill } = name
  return JSON.stringify([account, region, trail, homeRegion, backfill])
}

function objectOf(bucket: string, key: string): string {
  return `${bucket}/${key}`
}

function previousOf({ previousKey, previousBucket, bucket }: Digest): string | null {
  return previousKey === null ? null : objectOf(previousBucket ?? bucket, previousKey)
}

function addGap(gaps: IntegrityGap[], before: Digest, after: Digest, why: IntegrityGap['why']): void {
  if (after.startTime <= before.endTime) return
  const { account, region, trail } = after.name
  gaps.push({ account, region, trail, from: before.endTime, to: after.startTime, why })
}
