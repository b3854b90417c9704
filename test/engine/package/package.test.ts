import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { listCustody } from '../../../electron/engine/custody/log.ts'
import { checkPackage } from '../../../electron/engine/package/check-package.ts'
import { COMMANDS } from '../../../electron/engine/package/readme.ts'
import { writePackage } from '../../../electron/engine/package/write-package.ts'
import { isSafe } from '../../../electron/engine/package/zip-reader.ts'
import type { PackageOptions } from '../../../shared/domain/package.ts'
import { freshFolder } from '../open-case.ts'
import { annotate, type FilledCase, filledCase, ODD_NAME, optionsFor } from '../report/filled-case.ts'

const hooks = () => ({ signal: new AbortController().signal, onProgress: () => undefined })
const check = (path: string, key: string | null = null) => checkPackage(path, key, hooks().signal)
const odd = {
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  eventID: '99999999-0000-4000-8000-000000000009',
  eventTime: '2024-09-14T11:00:00Z',
  userIdentity: { type: 'IAMUser', userName: ODD_NAME },
}

async function noted(): Promise<FilledCase> {
  const filled = await filledCase([odd])
  annotate(filled)
  return filled
}

async function packed(opened: FilledCase, changes: Partial<PackageOptions> = {}, name = 'p.zip') {
  const path = join(freshFolder(), name)
  const options = { report: optionsFor(opened), signKey: null, withCase: false, ...changes }
  const written = await writePackage(opened.db, opened.actor, options, path, false, hooks())
  return { path, written }
}

/** A key as `openssl genpkey -algorithm ed25519` writes it. */
function key(passPhrase: string | null = null): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  const sealed = passPhrase === null ? {} : { cipher: 'aes-256-cbc', passphrase: passPhrase }
  const path = join(freshFolder(), 'examiner.pem')
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem', ...sealed }))
  return path
}

/** The same zip with other contents. */
function changed(path: string, change: (files: Record<string, Uint8Array>) => void): string {
  const files = unzipSync(readFileSync(path))
  change(files)
  const other = join(freshFolder(), 'changed.zip')
  writeFileSync(other, zipSync(files))
  return other
}

describe('a package', () => {
  it('holds report, records byte for byte, manifest, ledger, validation and custody log', async () => {
    const one = await noted()
    const { path, written } = await packed(one)
    const files = unzipSync(readFileSync(path))
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'report.pdf',
      'report.html',
      'options.json',
      'exhibits/E-1.json',
      'exhibits/E-2.json',
      'records.jsonl',
      'sources.sha256',
      'ledger.csv',
      'validation.json',
      'validation.txt',
      'custody.jsonl',
      'SHA256SUMS',
    ])
    expect(written).toMatchObject({ files: 13, signedBy: null, validated: false })
    const text = (name: string) => Buffer.from(files[name]!).toString('utf8')
    const lines = text('records.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const raw = one.db.prepare('select raw from sign_in where event_id = ?').pluck()
    expect(lines.map((line) => line.exhibit)).toEqual([1, 2])
    for (const line of lines) {
      const bytes = raw.get(line.eventId) as Buffer
      expect(Buffer.from(line.raw, 'utf8')).toEqual(bytes)
      expect(Buffer.from(files[`exhibits/E-${line.exhibit}.json`]!)).toEqual(bytes)
    }
    expect(text('validation.txt')).toContain('No validation of the log files')
    expect(JSON.parse(text('validation.json'))).toEqual({ run: null, checks: [] })
    expect(text('README.txt')).toContain('This package is not signed')
    const entry = listCustody(one.db, 0, 99).at(-1)!
    expect(JSON.parse(entry.detail)).toMatchObject({
      format: 'package',
      sha256: written.sha256,
      withCase: false,
    })
  })

  it('has the same bytes for the same case and moment, in another zone of the machine too', async () => {
    const one = await noted()
    const signKey = { path: key(), passPhrase: null }
    const first = await packed(one, { signKey })
    const zone = process.env['TZ']
    process.env['TZ'] = 'Pacific/Kiritimati'
    const second = await packed(one, { signKey })
    process.env['TZ'] = zone ?? ''
    if (zone === undefined) delete process.env['TZ']
    expect(second.written.sha256).toBe(first.written.sha256)
  })

  it('never takes the place of a file unless told, and leaves nothing when it is cancelled', async () => {
    const one = await noted()
    const { path, written } = await packed(one)
    const options = { report: optionsFor(one), signKey: null, withCase: true }
    const again = writePackage(one.db, one.actor, options, path, false, hooks())
    await expect(again).rejects.toMatchObject({ code: 'file-exists' })
    expect(readFileSync(path).length).toBe(written.bytes)
    const stop = new AbortController()
    const folder = freshFolder()
    const stopped = writePackage(one.db, one.actor, options, join(folder, 'x.zip'), false, {
      signal: stop.signal,
      onProgress: ({ file }) => file === 'ledger.csv' && stop.abort(),
    })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
    const replaced = await writePackage(
      one.db,
      one.actor,
      { ...options, withCase: false },
      path,
      true,
      hooks(),
    )
    expect(replaced.sha256).toBe(written.sha256)
  })

  it('takes an encrypted key with its pass phrase only, and no key of another kind', async () => {
    const one = await noted()
    const path = key('correct horse')
    await expect(packed(one, { signKey: { path, passPhrase: null } })).rejects.toMatchObject({
      code: 'key-unusable',
      message: expect.stringContaining('needs its pass phrase'),
    })
    await expect(packed(one, { signKey: { path, passPhrase: 'wrong' } })).rejects.toMatchObject({
      code: 'key-unusable',
      message: expect.stringContaining('pass phrase is wrong'),
    })
    const { written } = await packed(one, { signKey: { path, passPhrase: 'correct horse' } })
    expect(written.signedBy).toMatch(/^[0-9a-f]{64}$/)
    const rsa = join(freshFolder(), 'rsa.pem')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(rsa, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    await expect(packed(one, { signKey: { path: rsa, passPhrase: null } })).rejects.toThrow(/type rsa/)
  })
})

describe('the recipient without this program', () => {
  const tools = ['sha256sum', 'openssl', 'unzip', 'jq', 'python3', 'sqlite3', 'sh']
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined)
  it.skipIf(missing.length > 0)('checks it with the commands of its README, as they stand', async () => {
    const one = await noted()
    const { path, written } = await packed(one, {
      signKey: { path: key(), passPhrase: null },
      withCase: true,
    })
    const folder = join(freshFolder(), 'unpacked')
    execFileSync('unzip', ['-q', path, '-d', folder])
    const readme = readFileSync(join(folder, 'README.txt'), 'utf8')
    const run = (command: string, cwd = folder) => {
      for (const line of command.split('\n')) expect(readme).toContain(line)
      return spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' })
    }
    const sums = run(COMMANDS.sums)
    expect([sums.status, sums.stderr]).toEqual([0, ''])
    expect(sums.stdout.trimEnd().split('\n')).toHaveLength(written.files - 2)
    const verified = run(COMMANDS.signature)
    expect([verified.status, verified.stdout]).toEqual([0, 'Signature Verified Successfully\n'])
    expect(run(COMMANDS.fingerprint).stdout).toContain(written.signedBy!)
    expect(readme).toContain(written.signedBy!)
    const record = run(COMMANDS.record).stdout.slice(0, 64)
    expect(record).toBe(run(COMMANDS.recordHash).stdout.trim())
    expect(run(COMMANDS.custody).stdout).toMatch(/^\d+ entries hold; the last hash is [0-9a-f]{64}\n$/)
    expect(run(COMMANDS.seal)).toMatchObject({ status: 0 })
    writeFileSync(join(one.folder, 'sources.sha256'), readFileSync(join(folder, 'sources.sha256')))
    expect(run(COMMANDS.sources, one.folder)).toMatchObject({ status: 0 })

    writeFileSync(join(folder, 'ledger.csv'), 'changed')
    expect(run(COMMANDS.sums).stdout).toContain('ledger.csv: FAILED')
    writeFileSync(join(folder, 'SHA256SUMS'), `${readFileSync(join(folder, 'SHA256SUMS'), 'utf8')}\n`)
    expect(run(COMMANDS.signature).status).not.toBe(0)
    const log = readFileSync(join(folder, 'custody.jsonl'), 'utf8')
    writeFileSync(join(folder, 'custody.jsonl'), log.replace('M. Kobayashi', 'X'))
    expect(run(COMMANDS.custody).stderr).toContain('entry 1 was changed')
  })
})

describe('checking a package', () => {
  it('holds for what was written, signed or not', async () => {
    const one = await noted()
    const unsigned = await packed(one)
    expect(await check(unsigned.path)).toMatchObject({
      holds: true,
      signature: 'unsigned',
      records: { total: 2 },
    })
    const path = key()
    const signed = await packed(one, { signKey: { path, passPhrase: null } })
    expect(await check(signed.path)).toMatchObject({
      holds: true,
      signature: 'good',
      signedBy: signed.written.signedBy,
    })
    const own = join(freshFolder(), 'own.pem')
    writeFileSync(own, unzipSync(readFileSync(signed.path))['public-key.pem']!)
    expect(await check(signed.path, own)).toMatchObject({ holds: true, signature: 'good' })
    expect(await check(unsigned.path, own)).toMatchObject({ holds: false, signature: 'unsigned' })
    const other = await packed(one, { signKey: { path: key(), passPhrase: null } })
    expect(await check(other.path, own)).toMatchObject({ holds: false, signature: 'other-key' })
  })

  it.each<[string, (files: Record<string, Uint8Array>) => void, object]>([
    [
      'a changed file',
      (files) => Object.assign(files, { 'ledger.csv': strToU8('x') }),
      { changed: ['ledger.csv'] },
    ],
    ['a missing file', (files) => delete files['custody.jsonl'], { missing: ['custody.jsonl'] }],
    ['an added file', (files) => Object.assign(files, { 'more.txt': strToU8('x') }), { extra: ['more.txt'] }],
    [
      'a file and its line',
      (files) => {
        files['ledger.csv'] = strToU8('x')
        const hash = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
        const sums = Buffer.from(files['SHA256SUMS']!).toString()
        files['SHA256SUMS'] = strToU8(sums.replace(/^.{64}(?= {2}ledger)/m, hash))
      },
      { changed: [], signature: 'bad' },
    ],
    ['a list that is gone', (files) => delete files['SHA256SUMS'], { badLines: null, signature: 'bad' }],
    ['a signature that is gone', (files) => delete files['SHA256SUMS.sig'], { signature: 'bad' }],
    [
      'a name that leads out of the folder',
      (files) => Object.assign(files, { '../../evil.sh': strToU8('x') }),
      { refused: [{ name: '../../evil.sh', why: 'name-unsafe' }] },
    ],
    [
      'the same name in other letters',
      (files) => Object.assign(files, { 'readme.TXT': strToU8('x') }),
      { refused: [{ name: 'readme.TXT', why: 'name-twice' }] },
    ],
  ])('names %s', async (_, change, found) => {
    const one = await noted()
    const { path } = await packed(one, { signKey: { path: key(), passPhrase: null } })
    expect(await check(changed(path, change))).toMatchObject({ holds: false, ...found })
  })

  it('names a broken log and a record with other bytes, also when the hashes were made again', async () => {
    const one = await noted()
    const { path } = await packed(one)
    const found = await check(
      changed(path, (files) => {
        const edit = (name: string, from: string, to: string) => {
          files[name] = strToU8(Buffer.from(files[name]!).toString('utf8').replace(from, to))
        }
        edit('custody.jsonl', 'import.finished', 'import.stopped')
        edit('records.jsonl', 'ConsoleLogin', 'ConsoleLogon')
        edit('records.jsonl', '"raw":"{', '"raw":" {')
      }),
    )
    expect(found).toMatchObject({ holds: false, custody: { firstBroken: 3 }, records: { wrong: [1] } })
  })

  it('does not unpack a bomb, and refuses what is no zip', async () => {
    const one = await noted()
    const { path } = await packed(one)
    const bomb = changed(path, (files) => {
      files['zeros.bin'] = new Uint8Array(64 * 1024 * 1024)
    })
    const bytes = readFileSync(bomb)
    // The directory states a length that no deflate could reach.
    const at = bytes.lastIndexOf('zeros.bin') - 46
    bytes.writeUInt32LE(0xf000_0000, at + 24)
    writeFileSync(bomb, bytes)
    const found = await check(bomb)
    expect(found.refused).toEqual([{ name: 'zeros.bin', why: 'too-large' }])
    writeFileSync(path, 'no zip')
    await expect(check(path)).rejects.toMatchObject({ code: 'invalid-input' })
    expect(existsSync(dirname(path))).toBe(true)
  })

  it('takes names that every system can write, and no others', () => {
    const names = ['/etc/passwd', 'a/../b', 'a//b', 'C:/x', 'a\\b', 'a\u0000', 'nul ', 'dir./x', '']
    expect(names.filter(isSafe)).toEqual([])
    expect(['report.pdf', 'exhibits/E-1.json', '報告.pdf'].every(isSafe)).toBe(true)
  })
})
