import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../../electron/engine/integrity/local-path.ts'
import { runVerification, verificationChecks } from '../../../electron/engine/integrity/runs.ts'
import { type LedgerFile, rereadFiles } from '../../../electron/engine/integrity/sources.ts'
import { madeChain, madeLog, makeKey, writeObjects } from '../../fixtures/digests.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

const quiet = { signal: new AbortController().signal, onProgress: () => undefined }

describe('paths that a case may name', () => {
  it.each([
    ['win32', '\\\\server\\share\\a.json.gz'],
    ['win32', '//server/share/a.json.gz'],
    ['win32', '\\/server/share'],
    ['win32', '\\\\?\\UNC\\server\\share\\a'],
    ['win32', '\\\\.\\PhysicalDrive0'],
    ['win32', '\\??\\C:\\a'],
    ['win32', 'C:a.json'],
    ['win32', 'a.json'],
    ['win32', 'C:\\logs\\COM1'],
    ['win32', 'C:\\logs\\nul.json'],
    ['win32', 'C:/logs/..\\con'],
    ['linux', 'a.json'],
    ['linux', '/dev/zero'],
    ['linux', '//dev/zero'],
    ['linux', '/tmp/../proc/self/environ'],
    ['darwin', '/network/Servers/evil'],
    ['darwin', '/net/evil/share/a'],
  ] as const)('on %s, %s is not opened', (platform, path) => {
    expect(refusalOf(path, platform)).toContain(path)
  })

  it.each([
    ['win32', 'C:\\logs\\a.json.gz'],
    ['win32', 'd:/console/communication.json'],
    ['linux', '/home/u/devices/a.json'],
    ['linux', '/network-logs/a.json'],
    ['darwin', '/Volumes/USB/dev/a.json'],
  ] as const)('on %s, %s is', (platform, path) => {
    expect(refusalOf(path, platform)).toBeNull()
  })
})

describe('a hostile case', () => {
  it('names a device: verify says that it was not opened, judges the log by the import, and misses the digest', async () => {
    const logs = [10, 11].map((hour) => madeLog(hour))
    const chain = madeChain(
      logs.map((log, index) => ({ hour: 10 + index, logs: [log] })),
      makeKey('ab'.repeat(16)),
    )
    const root = join(freshFolder(), 'b')
    writeObjects(root, [...logs, ...chain])
    const one = freshCase(freshFolder())
    const { db, actor } = one
    await importInto(one, [root])
    const move = db.prepare(`update source set path = '/dev/' || replace(path, ?, '') where path like ?`)
    move.run(root, `%${logs[0]?.key}`)
    move.run(root, `%${chain[1]?.key}`)
    await runVerification(db, actor, [], quiet)
    const { rows } = verificationChecks(db, 'all', 0, 10)
    const log = rows.find(({ object }) => object === logs[0]?.key)
    expect(log?.reasons).toEqual(expect.arrayContaining(['hash-from-import', 'not-opened']))
    expect(log?.detail).toMatch(/never opened/)
    const digest = rows.find(({ path }) => path?.startsWith('/dev/') && path.includes('Digest'))
    expect(digest).toMatchObject({ verdict: 'missing', reasons: ['not-opened'], fails: true })
  })
})

describe('stopping within one file', () => {
  const SIZE = 1024 * 1024 * 1024

  async function stopped(path: string, diskPath: string): Promise<boolean> {
    const stop = new AbortController()
    const file: LedgerFile = {
      id: 1,
      path,
      diskPath,
      format: 'trail-json',
      status: 'read',
      sha256: null,
      contentSha256: null,
    }
    let wasRead = false
    const reading = rereadFiles([file], 0, stop.signal, () => {
      wasRead = true
    })
    setTimeout(() => stop.abort(new Error('enough')), 30)
    await expect(reading).rejects.toThrow('enough')
    return wasRead
  }

  it('works in a large file as it lies there, and in a large packed one', async () => {
    const folder = freshFolder()
    const plain = join(folder, 'plain.json')
    writeFileSync(plain, '{')
    truncateSync(plain, SIZE)
    expect(await stopped(plain, plain)).toBe(false)
    rmSync(plain)
    // Stored, not shrunk, so that no limit ends it before.
    const packed = join(folder, 'packed.json.gz')
    const long = Buffer.alloc(96 * 1024 * 1024, 'a long file ')
    writeFileSync(packed, gzipSync(long, { level: 0 }))
    expect(await stopped(packed, packed)).toBe(false)
  })

  it('works in a large member of an archive', async () => {
    const folder = freshFolder()
    const zip = join(folder, 'a.zip')
    writeFileSync(zip, zipSync({ 'a.json': new Uint8Array(160 * 1024 * 1024) }, { level: 0 }))
    expect(await stopped(`${zip}!/a.json`, zip)).toBe(false)
  })
})
