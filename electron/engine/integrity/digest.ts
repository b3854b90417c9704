import { isObject, textAt, valueAt } from '../signin/fields.ts'
import { type DigestName, isPossibleTime, readDigestName } from './names.ts'

/** What a digest says (CloudTrail User Guide, "CloudTrail digest file structure"). Times are seconds since 1970. */
export interface Digest {
  readonly name: DigestName
  readonly key: string
  readonly bucket: string
  readonly startTime: number
  readonly endTime: number
  /** As printed: it is part of the signed text. */
  readonly endText: string
  readonly fingerprint: string
  readonly algorithm: string | null
  readonly previousKey: string | null
  readonly previousBucket: string | null
  readonly previousHash: string | null
  readonly previousHashAlgorithm: string | null
  readonly previousSignature: string | null
  readonly logs: readonly DigestLog[]
}

export interface DigestLog {
  readonly key: string
  readonly bucket: string
  readonly hash: string
  readonly algorithm: string
}

/**
 * Reads the unpacked content of a digest. A text with what is wrong when it is no JSON or lacks what `validate-logs`
 * needs to go on: key, bucket, times, fingerprint, and a previous signature that is a text or null.
 */
export function readDigest(content: Uint8Array): Digest | string {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    return 'It is not valid JSON in UTF-8.'
  }
  if (!isObject(parsed)) return 'It is not a JSON object.'
  const key = textAt(parsed, 'digestS3Object')
  const bucket = textAt(parsed, 'digestS3Bucket')
  const endText = textAt(parsed, 'digestEndTime')
  const startTime = timeOf(textAt(parsed, 'digestStartTime'))
  const endTime = timeOf(endText)
  // The text on own implementations has the second name.
  const fingerprint = textAt(parsed, 'digestPublicKeyFingerprint') ?? textAt(parsed, 'publicKeyFingerprint')
  const previous = valueAt(parsed, 'previousDigestSignature')
  if (key === null || bucket === null || endText === null) return 'It does not state its bucket, key or end.'
  if (startTime === null || endTime === null || startTime > endTime)
    return 'Its start or end is not a time that it can have.'
  if (fingerprint === null) return 'It names no public key.'
  if (previous !== null && typeof previous !== 'string') return 'It has no previousDigestSignature.'
  const logs = readLogs(valueAt(parsed, 'logFiles'))
  if (logs === null) return 'Its list of log files cannot be read.'
  const unknown = { account: '', region: '', trail: key, homeRegion: '', backfill: /_backfill\./.test(key) }
  return {
    name: readDigestName(key) ?? { ...unknown, account: textAt(parsed, 'awsAccountId') ?? '' },
    key,
    bucket,
    startTime,
    endTime,
    endText,
    fingerprint,
    algorithm: textAt(parsed, 'digestSignatureAlgorithm'),
    previousKey: textAt(parsed, 'previousDigestS3Object'),
    previousBucket: textAt(parsed, 'previousDigestS3Bucket'),
    previousHash: textAt(parsed, 'previousDigestHashValue')?.toLowerCase() ?? null,
    previousHashAlgorithm: textAt(parsed, 'previousDigestHashAlgorithm'),
    previousSignature: previous,
    logs,
  }
}

/** The text that CloudTrail signs: four lines without an end of line after the last (Integrity, "Custom implementations"). */
export function signedText(digest: Digest, contentSha256: string): string {
  const { endText, bucket, key, previousSignature } = digest
  return [endText, `${bucket}/${key}`, contentSha256, previousSignature ?? 'null'].join('\n')
}

function readLogs(value: unknown): DigestLog[] | null {
  if (!Array.isArray(value)) return null
  const logs: DigestLog[] = []
  for (const entry of value) {
    const key = textAt(entry, 's3Object')
    const hash = textAt(entry, 'hashValue')
    if (key === null || hash === null) return null
    const bucket = textAt(entry, 's3Bucket') ?? ''
    logs.push({
      key,
      bucket,
      hash: hash.toLowerCase(),
      algorithm: textAt(entry, 'hashAlgorithm') ?? 'SHA-256',
    })
  }
  return logs
}

function timeOf(text: string | null): number | null {
  const seconds = text === null ? Number.NaN : Math.floor(Date.parse(text) / 1000)
  return isPossibleTime(seconds) ? seconds : null
}
