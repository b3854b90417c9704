import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { madeLog } from './made-logs.ts'

const MB = 1000 * 1000

/**
 * Makes one packed JSON document of about so many megabytes of content, with one list of records. The same packed
 * block of records is written again and again, each a gzip member of its own; so its sign-ins are copies of each other.
 */
export function makeGiant(parent: string, megabytes: number): string {
  const path = join(parent, `giant-${megabytes}.json.gz`)
  if (existsSync(path)) return path
  const shape = { name: 'large', files: 1, recordsPerFile: 5000, content: 'mixed' } as const
  const log = gunzipSync(madeLog(shape, 0)).toString()
  const records = log.slice(log.indexOf('[') + 1, -2)
  const block = gzipSync(`${records},`)
  const blocks = Math.ceil((megabytes * MB) / records.length)
  const file = openSync(`${path}.part`, 'w')
  try {
    writeSync(file, gzipSync('{"Records":['))
    for (let index = 1; index < blocks; index++) writeSync(file, block)
    writeSync(file, gzipSync(`${records}]}`))
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.part`, path)
  return path
}
