/** What the name of a digest file says (CloudTrail User Guide, "CloudTrail digest file structure"). */
export interface DigestName {
  readonly account: string
  readonly region: string
  readonly trail: string
  readonly homeRegion: string
  readonly backfill: boolean
}

/** What the name of a log file says. `delivered` is the minute of delivery, in seconds since 1970. */
export interface LogName {
  readonly account: string
  readonly region: string
  readonly delivered: number
}

const DIGEST_NAME =
  /^(\d{12})_CloudTrail-Digest_([a-z0-9-]+)_(.+)_([a-z0-9-]+)_\d{8}T\d{6}Z(_backfill)?\.json(?:\.gz)?$/
// One old sample of the guide lacks the underscore before the last part.
const LOG_NAME =
  /^(\d{12})_CloudTrail_([a-z0-9-]+)_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_?[A-Za-z0-9]+\.json(?:\.gz)?$/

/** Null when the name is not that of a digest. Names of trails may hold underscores, names of regions do not. */
export function readDigestName(key: string): DigestName | null {
  const match = DIGEST_NAME.exec(baseName(key))
  if (match === null) return null
  const [, account = '', region = '', trail = '', homeRegion = '', backfill] = match
  return { account, region, trail, homeRegion, backfill: backfill !== undefined }
}

/** CloudTrail began in 2013. A time far outside is made up, and a map of all hours up to it would fill the memory. */
const TIMES = { from: Date.UTC(2013, 0) / 1000, to: Date.UTC(2100, 0) / 1000 }

/** True for a time, in seconds since 1970, that CloudTrail can have written. */
export function isPossibleTime(seconds: number): boolean {
  return seconds >= TIMES.from && seconds < TIMES.to
}

/** Null when the name is not that of a log file as CloudTrail delivers it. */
export function readLogName(path: string): LogName | null {
  const match = LOG_NAME.exec(baseName(path))
  if (match === null) return null
  const [, account = '', region = '', year, month, day, hour, minute] = match
  const delivered =
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / 1000
  return isPossibleTime(delivered) ? { account, region, delivered } : null
}

/** The last part of a key or path, be it on Windows or in an archive. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** The name of a file without `.gz`: a browser may have unpacked it. */
export function plainName(path: string): string {
  return baseName(path).replace(/\.gz$/i, '')
}

/** Whether a file lies where a key of S3 says. */
export type Place = 'as-stated' | 'elsewhere' | 'unknown'

/** Region, year, month, day and name: enough of a key to tell its place in a copy of a part of a bucket. */
const TELLING_PARTS = 5

/**
 * Compares a path with the key of an object. A copy need not hold what stands before `AWSLogs` in the key, and a part
 * of a bucket can be copied from a lower folder on, or to another one; a file with nothing but its name in common has an `unknown`
 * place, which the files around it can settle.
 */
export function placeOf(path: string, key: string): Place {
  const own = partsOf(path)
  const stated = partsOf(key)
  let common = 0
  while (common < stated.length && own.at(-1 - common) === stated.at(-1 - common)) common += 1
  const root = stated.indexOf('AWSLogs')
  const whole = root === -1 ? stated.length : stated.length - root
  if (common >= Math.min(whole, TELLING_PARTS)) return 'as-stated'
  return common === 0 || own.includes('AWSLogs') ? 'elsewhere' : 'unknown'
}

function partsOf(path: string): string[] {
  const parts = path
    .replaceAll('!/', '/')
    .split(/[/\\]/)
    .filter((part) => part !== '')
  const last = parts.pop()
  return last === undefined ? parts : [...parts, last.replace(/\.gz$/i, '')]
}
