import { createHash, sign } from 'node:crypto'
import { utcText } from '../../../shared/domain/time.ts'
import { gzip, type LogFile, type OutputFile, timeOf } from './log-files.ts'
import type { MadeKey } from './made-key.ts'

const BUCKET = 'wakaba-trail-example'
const TRAIL = 'wakaba'
const HOUR = 3600

export interface ChainOf {
  readonly account: string
  readonly region: string
  /** First hour and the end of the last one, in seconds since 1970. */
  readonly from: number
  readonly to: number
}

/**
 * A chain of digests for one account and region, one for each hour, empty hours too (CloudTrail User Guide, digest
 * file structure). The first one starts it; each states hash and signature of the one before. The signature of the
 * last one has no place in the files, as in a real copy of a bucket.
 */
export function digestChain(
  logs: readonly LogFile[],
  { account, region, from, to }: ChainOf,
  key: MadeKey,
): OutputFile[] {
  const own = logs.filter((log) => log.path.startsWith(`AWSLogs/${account}/CloudTrail/${region}/`))
  const files: OutputFile[] = []
  let previous: Previous | null = null
  for (let start = from; start < to; start += HOUR) {
    const listed = own.filter((log) => deliveredAt(log) >= start && deliveredAt(log) < start + HOUR)
    const path = pathOf(account, region, start + HOUR)
    const content = JSON.stringify(digestOf(account, path, start, listed, previous, key))
    files.push({ path, bytes: gzip(new TextEncoder().encode(content)) })
    previous = signed(path, start + HOUR, content, previous, key)
  }
  return files
}

/** The key list that goes with the chain, as `aws cloudtrail list-public-keys` prints it. */
export function publicKeyList({ publicValue, fingerprint }: MadeKey, from: number, to: number): string {
  const key = { Value: publicValue, ValidityStartTime: from, ValidityEndTime: to, Fingerprint: fingerprint }
  return `${JSON.stringify({ PublicKeyList: [key] }, null, 2)}\n`
}

interface Previous {
  readonly path: string
  readonly hash: string
  readonly signature: string
}

function digestOf(
  account: string,
  path: string,
  start: number,
  logs: readonly LogFile[],
  previous: Previous | null,
  key: MadeKey,
) {
  return {
    awsAccountId: account,
    digestStartTime: utcText(start),
    digestEndTime: utcText(start + HOUR),
    digestS3Bucket: BUCKET,
    digestS3Object: path,
    digestPublicKeyFingerprint: key.fingerprint,
    digestSignatureAlgorithm: 'SHA256withRSA',
    ...eventTimes(logs),
    previousDigestS3Bucket: previous === null ? null : BUCKET,
    previousDigestS3Object: previous?.path ?? null,
    previousDigestHashValue: previous?.hash ?? null,
    previousDigestHashAlgorithm: previous === null ? null : 'SHA-256',
    previousDigestSignature: previous?.signature ?? null,
    logFiles: logs.map((log) => ({
      s3Bucket: BUCKET,
      s3Object: log.path,
      hashValue: log.contentSha256,
      hashAlgorithm: 'SHA-256',
      ...eventTimes([log]),
    })),
  }
}

function eventTimes(logs: readonly LogFile[]) {
  const times = logs.flatMap((log) => log.records.map(timeOf))
  if (times.length === 0) return { newestEventTime: null, oldestEventTime: null }
  return { newestEventTime: utcText(Math.max(...times)), oldestEventTime: utcText(Math.min(...times)) }
}

function signed(
  path: string,
  end: number,
  content: string,
  previous: Previous | null,
  key: MadeKey,
): Previous {
  const hash = createHash('sha256').update(content).digest('hex')
  const text = [utcText(end), `${BUCKET}/${path}`, hash, previous?.signature ?? 'null'].join('\n')
  const signature = sign('RSA-SHA256', Buffer.from(text), key.privateKey).toString('hex')
  return { path, hash, signature }
}

function pathOf(account: string, region: string, end: number): string {
  const stamp = utcText(end).replaceAll(/[-:]/g, '')
  const day = utcText(end).slice(0, 10).replaceAll('-', '/')
  const name = `${account}_CloudTrail-Digest_${region}_${TRAIL}_${region}_${stamp}.json.gz`
  return `AWSLogs/${account}/CloudTrail-Digest/${region}/${day}/${name}`
}

/** Seconds since 1970 of the minute in the name of a log. */
function deliveredAt({ path }: LogFile): number {
  const [, year, month, day, hour, minute] = /_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_/.exec(path) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / 1000
}
