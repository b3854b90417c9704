import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  lastVerification,
  runVerification,
  verificationChecks,
} from '../../../electron/engine/integrity/runs.ts'
import { type MadeLog, madeChain, madeLog, makeKey, writeObjects } from '../../fixtures/digests.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'
import { brief, verified } from './verified.ts'

const KEY = makeKey('cc'.repeat(16))
const LOGS = [10, 11, 12].map((hour) => madeLog(hour))
const CHAIN = madeChain(
  LOGS.map((log, index) => ({ hour: 10 + index, logs: [log] })),
  KEY,
)
const OBJECTS: readonly MadeLog[] = [...LOGS, ...CHAIN]
const SOUND = ['valid chain', 'valid chain', 'not-checked none']

function zipped(objects: readonly MadeLog[]): Uint8Array {
  const files = objects.map(({ key, content }): [string, Uint8Array] => [key, gzipSync(content)])
  return zipSync(Object.fromEntries(files), { level: 0 })
}

describe('files that are read again', () => {
  it('lie in a zip', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'bucket.zip'), zipped(OBJECTS))
    const { digests, logs } = await verified(folder)
    expect(digests.map(brief)).toEqual(SOUND)
    expect(logs.map(brief)).toEqual(['valid chain', 'valid chain', 'valid hash'])
    expect(logs[0]?.path).toContain('bucket.zip!/AWSLogs/')
  })

  it('lie in a tar inside a zip, one of them joined of two members', async () => {
    const folder = freshFolder()
    const root = join(folder, 'bucket')
    writeObjects(root, OBJECTS)
    const own = join(root, LOGS[0]?.key ?? '')
    writeFileSync(own, Buffer.concat([gzipSync(LOGS[0]?.content ?? ''), gzipSync('')]))
    mkdirSync(join(folder, 'in'))
    const tar = join(folder, 'all.tar')
    expect(spawnSync('tar', ['-cf', tar, '-C', root, 'AWSLogs']).status).toBe(0)
    writeFileSync(join(folder, 'in', 'outer.zip'), zipSync({ 'all.tar': readFileSync(tar) }))
    const { digests, logs } = await verified(join(folder, 'in'))
    expect(digests.map(brief)).toEqual(SOUND)
    expect(logs.map(brief)).toEqual(['invalid chain fails', 'valid chain', 'valid hash'])
    expect(logs[0]?.reasons).toEqual(['joined-members'])
  })

  it('lie flat in one folder: their place cannot be checked, which fails nothing', async () => {
    const folder = freshFolder()
    const flat = OBJECTS.map(({ key, content }) => ({ key: key.slice(key.lastIndexOf('/') + 1), content }))
    writeObjects(join(folder, 'flat'), flat)
    const { run, digests, logs } = await verified(join(folder, 'flat'))
    expect(digests.map(brief)).toEqual(SOUND)
    expect(logs.map(({ reasons }) => reasons[0])).toEqual(Array(3).fill('place-not-checkable'))
    expect(run.summary.holds).toBe(true)
  })

  it('were imported without hashing their content', async () => {
    const folder = freshFolder()
    writeObjects(join(folder, 'b'), OBJECTS)
    const one = freshCase(folder)
    await importInto(one, [join(folder, 'b')], { hashContent: false })
    one.db.prepare('update source set content_sha256 = null').run()
    const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
    await runVerification(one.db, one.actor, [], hooks)
    const { rows } = verificationChecks(one.db, 'logs', 0, 10)
    expect(rows.map(brief)).toEqual(['valid chain', 'valid chain', 'valid hash'])
  })

  it('are gone: logs are judged by the hash of the import, digests are missing', async () => {
    const folder = freshFolder()
    writeObjects(join(folder, 'b'), OBJECTS)
    const one = freshCase(folder)
    await importInto(one, [join(folder, 'b')])
    rmSync(join(folder, 'b'), { recursive: true })
    const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
    const { summary } = await runVerification(one.db, one.actor, [], hooks)
    expect(summary).toMatchObject({ holds: false, digests: { missing: 3 }, logs: { 'not-checked': 3 } })
  })
})

describe('what came to stand in the place of a file', () => {
  async function verifiedWith(replace: (path: string) => void) {
    const folder = freshFolder()
    const root = join(folder, 'b')
    writeObjects(root, OBJECTS)
    const one = freshCase(folder)
    await importInto(one, [root])
    const log = join(root, LOGS[0]?.key ?? '')
    rmSync(log)
    replace(log)
    const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
    await runVerification(one.db, one.actor, [], hooks)
    return verificationChecks(one.db, 'logs', 0, 10).rows.find(({ path }) => path === log)
  }

  it.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
    const row = await verifiedWith((path) => spawnSync('mkfifo', [path]))
    expect(row).toMatchObject({ reasons: ['hash-from-import'], detail: 'It is no file any more.' })
  })

  it('a bomb is not unpacked to its end', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024))
    const row = await verifiedWith((path) => writeFileSync(path, bomb))
    expect(row).toMatchObject({
      reasons: ['hash-from-import'],
      detail: 'More than 400 bytes come out of each byte.',
    })
  })
})

describe('a validation', () => {
  it('can be cancelled: then nothing is kept and nothing is entered', async () => {
    const folder = freshFolder()
    writeObjects(join(folder, 'b'), OBJECTS)
    const one = freshCase(folder)
    await importInto(one, [join(folder, 'b')])
    const count = () => one.db.prepare('select count(*) as n from custody_entry').get()
    const before = count()
    const stop = new AbortController()
    const told: string[] = []
    const onProgress = ({ what, done, total }: { what: string; done: number; total: number }) => {
      told.push(`${what} ${done}/${total}`)
      if (what === 'logs') stop.abort()
    }
    const run = runVerification(one.db, one.actor, [], { signal: stop.signal, onProgress })
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
    expect(told).toEqual(['digests 1/3', 'digests 3/3', 'logs 1/3'])
    expect(count()).toEqual(before)
    expect(verificationChecks(one.db, 'all', 0, 10).total).toBe(0)
  })

  it('is out of date once files have come into the case, and the next one replaces its verdicts', async () => {
    const folder = freshFolder()
    writeObjects(join(folder, 'b'), OBJECTS.slice(0, 4))
    const one = freshCase(folder)
    await importInto(one, [join(folder, 'b')])
    const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
    const first = await runVerification(one.db, one.actor, [], hooks)
    expect(first.outdated).toBe(false)
    writeObjects(join(folder, 'b'), OBJECTS.slice(4))
    await importInto(one, [join(folder, 'b')])
    expect(lastVerification(one.db)?.outdated).toBe(true)
    const second = await runVerification(one.db, one.actor, [], hooks)
    expect([second.id, second.outdated]).toEqual([first.id + 1, false])
    expect(verificationChecks(one.db, 'all', 0, 10).total).toBe(6)
  })
})
