import { utcText } from '../../../shared/domain/time.ts'
import { gzip, type LogFile, type OutputFile, timeOf } from './log-files.ts'

const BUCKET = 'wakaba-trail-example'
const TRAIL = 'wakaba'

/**
 * A starting digest for these log files of one account and region (CloudTrail User Guide, digest file structure).
 * Its hashes are true. It has no signature: that stands outside the file, and nobody holds AWS's key.
 */
export function digestFile(logs: readonly LogFile[], end: number): OutputFile {
  const [, account = '', , region = ''] = logs[0]?.path.split('/') ?? []
  const times = logs.flatMap((log) => log.records.map(timeOf))
  const stamp = utcText(end).replaceAll(/[-:]/g, '')
  const day = utcText(end).slice(0, 10).replaceAll('-', '/')
  const name = `${account}_CloudTrail-Digest_${region}_${TRAIL}_${region}_${stamp}.json.gz`
  const path = `AWSLogs/${account}/CloudTrail-Digest/${region}/${day}/${name}`
  const digest = {
    awsAccountId: account,
    digestStartTime: utcText(end - 3600),
    digestEndTime: utcText(end),
    digestS3Bucket: BUCKET,
    digestS3Object: path,
    digestPublicKeyFingerprint: '0123456789abcdef0123456789abcdef',
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: utcText(Math.max(...times)),
    oldestEventTime: utcText(Math.min(...times)),
    previousDigestS3Bucket: null,
    previousDigestS3Object: null,
    previousDigestHashValue: null,
    previousDigestHashAlgorithm: null,
    previousDigestSignature: null,
    logFiles: logs.map((log) => ({
      s3Bucket: BUCKET,
      s3Object: log.path,
      hashValue: log.contentSha256,
      hashAlgorithm: 'SHA-256',
      newestEventTime: utcText(Math.max(...log.records.map(timeOf))),
      oldestEventTime: utcText(Math.min(...log.records.map(timeOf))),
    })),
  }
  return { path, bytes: gzip(new TextEncoder().encode(JSON.stringify(digest))) }
}
