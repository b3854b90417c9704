import type { IntegrityReason } from '../../../shared/domain/integrity.ts'
import type { Digest } from './digest.ts'
import type { Place } from './names.ts'
import type { LedgerFile } from './sources.ts'
import type { StrictContent } from './strict-gzip.ts'

/** A digest file that was read again. `digest` is a text with the fault when it cannot be understood. */
export interface FoundDigest {
  readonly file: LedgerFile
  readonly read: StrictContent
  readonly digest: Digest | string
  /** Hexadecimal; from a file beside it with the metadata of the object. */
  readonly sidecarSignature: string | null
}

/** What is wrong with the file itself, whatever stands in it. */
export function faultsOf(file: LedgerFile, read: StrictContent): IntegrityReason[] {
  const faults: IntegrityReason[] = []
  if (read.fault !== null) faults.push(read.fault)
  if (file.sha256 !== null && file.sha256 !== read.sha256) faults.push('changed-since-import')
  return faults
}

/**
 * What the place of a file says. Where at least one file of the case lies where its key says, the others are expected
 * to do so too; a flat copy says nothing about places.
 */
export function placeReasons(place: Place, someAsStated: boolean): IntegrityReason[] {
  if (place === 'as-stated') return []
  return place === 'elsewhere' || someAsStated ? ['moved'] : ['place-not-checkable']
}

const WRONG: ReadonlySet<IntegrityReason> = new Set([
  'invalid-format',
  'trailing-data',
  'joined-members',
  'damaged',
  'moved',
  'hash-differs',
  'unknown-algorithm',
  'conflicting-copies',
  'signature-failed',
  'chain-differs',
  'previous-hash-wrong',
  'changed-since-import',
])

/** True when one of the reasons makes a file invalid. */
export function isInvalid(reasons: readonly IntegrityReason[]): boolean {
  return reasons.some((reason) => WRONG.has(reason))
}
