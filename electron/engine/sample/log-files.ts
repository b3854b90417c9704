import { createHash } from 'node:crypto'
import { gzipSync } from 'fflate'
import { utcText } from '../../../shared/domain/time.ts'
import { textAt } from '../signin/fields.ts'
import type { JsonMap } from './identities.ts'

/** One file to be written: its path below the folder, with slashes, and its bytes. */
export interface OutputFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A log file with what a digest says of it. */
export interface LogFile extends OutputFile {
  readonly records: readonly JsonMap[]
  /** SHA-256 of the unpacked content. */
  readonly contentSha256: string
}

/** How long a stretch of records one file holds. Real files are shorter and many more. */
const SPAN = 4 * 3600

/**
 * Packs bytes the same way on every machine and every run: no time stamp, and a packer that does not depend on
 * the processor as that of Node does.
 */
export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9, mtime: 0 })
}

/** Sorts records into log files as CloudTrail lays them out in a bucket, one per account, region and four hours. */
export function logFilesOf(records: readonly JsonMap[]): readonly LogFile[] {
  const groups = new Map<string, JsonMap[]>()
  for (const record of records) {
    const span = Math.floor(timeOf(record) / SPAN)
    const key = `${textAt(record, 'recipientAccountId')} ${textAt(record, 'awsRegion')} ${span}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [record])
    else group.push(record)
  }
  return [...groups.values()].map(logFile).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A log file of these records, which share account and region. Its name carries the minute of delivery. */
export function logFile(records: readonly JsonMap[]): LogFile {
  const sorted = [...records].sort((a, b) => timeOf(a) - timeOf(b))
  const account = textAt(sorted[0], 'recipientAccountId') ?? ''
  const region = textAt(sorted[0], 'awsRegion') ?? ''
  const content = new TextEncoder().encode(JSON.stringify({ Records: sorted }))
  const contentSha256 = createHash('sha256').update(content).digest('hex')
  const lastTime = Math.max(...sorted.map(timeOf))
  // Delivered about five minutes after the last event, and named by a minute divisible by five.
  const stamp = utcText(Math.ceil((lastTime + 240) / 300) * 300)
  const day = stamp.slice(0, 10).replaceAll('-', '/')
  const minute = stamp.slice(0, 16).replaceAll(/[-:]/g, '')
  const tail = Buffer.from(contentSha256, 'hex').toString('base64').replaceAll(/[+/=]/g, '').slice(0, 16)
  const name = `${account}_CloudTrail_${region}_${minute}Z_${tail}.json.gz`
  return {
    path: `AWSLogs/${account}/CloudTrail/${region}/${day}/${name}`,
    bytes: gzip(content),
    records: sorted,
    contentSha256,
  }
}

/** Seconds since 1970 of a record made here. */
export function timeOf(record: JsonMap): number {
  return Date.parse(textAt(record, 'eventTime') ?? '') / 1000
}
