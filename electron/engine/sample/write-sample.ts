import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { sampleMessages } from '../../../shared/messages/sample.ts'
import * as cast from './cast.ts'
import { digestChain, publicKeyList } from './digest-chain.ts'
import { type LogFile, logFilesOf, type OutputFile } from './log-files.ts'
import { madeKey } from './made-key.ts'
import { DAY, MONDAY, ordinaryDays } from './ordinary-days.ts'
import { seededDice } from './random.ts'
import { weekend } from './weekend.ts'

/** Any number will do; it must only stay the same, so that the sample does. */
const SEED = 20260314

/** Half of a compressed file is enough to read some of its records and lose the others. */
const KEPT_OF_DAMAGED = 0.6

/**
 * Writes the sample trail below `folder`, byte for byte the same on every run and machine. Returns the folder and
 * the number of files. Throws `invalid-input` when the folder holds anything: nothing is ever overwritten.
 */
export function writeSample(folder: string): { readonly folder: string; readonly files: number } {
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0) throw new AppError('invalid-input', `${folder} is not empty`)
  const files = sampleFiles()
  for (const file of files) {
    const path = join(folder, ...file.path.split('/'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file.bytes, { flag: 'wx' })
  }
  return { folder, files: files.length }
}

/** Saturday noon to Sunday morning, with the break-in. */
const DIGESTED = { from: MONDAY + 5 * DAY + 12 * 3600, to: MONDAY + 6 * DAY + 4 * 3600 }

/** All files of the sample, sorted by path. */
export function sampleFiles(): readonly OutputFile[] {
  const dice = seededDice(SEED)
  const logs = logFilesOf([...ordinaryDays(dice), ...weekend(dice)])
  const damaged = named(logs, `AWSLogs/${cast.MANAGEMENT}/CloudTrail/${cast.TOKYO}/2026/03/12/`)
  const copied = named(logs, `AWSLogs/${cast.PRODUCTION}/CloudTrail/${cast.GLOBAL}/2026/03/14/`)
  const copy = { path: `from-the-helpdesk/${copied.path.split('/').at(-1)}`, bytes: copied.bytes }
  const asset = { path: 'from-the-helpdesk/asset-list.json', bytes: text(ASSETS) }
  const key = madeKey('trailcase sample')
  const chain = { account: cast.PRODUCTION, region: cast.GLOBAL, ...DIGESTED }
  const digests = digestChain(logs, chain, key)
  const keys = { path: 'public-keys.json', bytes: text(publicKeyList(key, MONDAY, MONDAY + 30 * DAY)) }
  const digestFolder = `AWSLogs/${cast.PRODUCTION}/CloudTrail-Digest/${cast.GLOBAL}/`
  const names = [damaged.path, copy.path, asset.path, digestFolder, keys.path] as const
  const readme = `${sampleMessages.en.readme(...names)}\n\n${sampleMessages.ja.readme(...names)}\n`
  const files = [
    ...logs.map((log) => (log === damaged ? cutOff(log) : { path: log.path, bytes: log.bytes })),
    copy,
    asset,
    ...digests,
    keys,
    { path: 'README.txt', bytes: text(readme) },
  ]
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const ASSETS = `${JSON.stringify({ assets: [{ id: 'PC-0017', user: 'alice', note: 'lent out' }] }, null, 2)}\n`

/** The first log of that folder; the story puts one there. */
function named(logs: readonly LogFile[], folder: string): LogFile {
  const log = logs.find(({ path }) => path.startsWith(folder))
  if (log === undefined) throw new AppError('internal', `the sample has no log in ${folder}`)
  return log
}

function cutOff(log: LogFile): OutputFile {
  return { path: log.path, bytes: log.bytes.slice(0, Math.floor(log.bytes.length * KEPT_OF_DAMAGED)) }
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
