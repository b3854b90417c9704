import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  madeChain,
  madeLog,
  makeKey,
  sha256,
  writeBytes,
  writeKeys,
  writeObjects,
} from '../../fixtures/digests.ts'
import { freshFolder } from '../open-case.ts'
import { brief, verified } from './verified.ts'

const KEY = makeKey('0123456789abcdef0123456789abcdef')
const OTHER = makeKey('0123456789abcdef0123456789abcdef')
const HOURS = [10, 11, 12, 13, 14, 15]

/** Six hours with one log each but the fourth, which has none, in a folder of their own. */
function trail(region = 'us-east-1') {
  const folder = freshFolder()
  const logs = HOURS.filter((hour) => hour !== 13).map((hour) => madeLog(hour, 1, region))
  const logsOf = (hour: number) => (hour === 13 ? [] : [madeLog(hour, 1, region)])
  const chain = madeChain(
    HOURS.map((hour) => ({ hour, logs: logsOf(hour) })),
    KEY,
    { region },
  )
  const root = join(folder, 'bucket')
  writeObjects(root, [...logs, ...chain])
  return { root, logs, chain, keys: writeKeys(folder, KEY), at: (key: string) => join(root, key) }
}
const digest = (hour: number) => `_20240914T${hour + 1}0000Z.json.gz`
const log = (hour: number) => `_20240914T${hour}11Z_AAAABBBBCCCCDD01.json.gz`

describe('a whole chain', () => {
  it('is signed up to its newest digest, whose signature lies outside the files', async () => {
    const { root, keys } = trail()
    const { run, digests, logs, of } = await verified(root, keys)
    expect(digests.map(brief)).toEqual([...Array(5).fill('valid signature'), 'not-checked none'])
    expect(of(digest(15)).reasons).toEqual(['newest-of-chain'])
    expect(logs.map(brief)).toEqual([...Array(4).fill('valid signature'), 'valid hash'])
    expect(of(log(15)).reasons).toEqual(['digest-unsigned'])
    expect(of(digest(13)).reasons).toEqual(['no-log-files'])
    expect(run.summary).toMatchObject({ holds: true, chains: 1, gaps: [] })
    expect(run.summary.digestsAtLeast).toEqual({ none: 6, hash: 5, chain: 5, signature: 5 })
  })

  it('is consistent, not authenticated, without keys', async () => {
    const { root } = trail()
    const { run, digests, logs } = await verified(root)
    expect(digests.map(brief)).toEqual([...Array(5).fill('valid chain'), 'not-checked none'])
    expect(digests[0]?.awsWords).toBeNull()
    expect(digests[0]?.reasons).toContain('no-keys')
    expect(logs.slice(0, 4).map(brief)).toEqual(Array(4).fill('valid chain'))
    expect(run.summary.holds).toBe(true)
  })

  it('is signed to its end when the metadata of the newest object was saved beside it', async () => {
    const { root, chain, keys } = trail()
    const newest = chain[5]
    const head = { ContentType: 'application/json', Metadata: { signature: newest?.signature } }
    writeBytes(root, `${newest?.key}.head.json`, JSON.stringify(head))
    const { digests, logs } = await verified(root, keys)
    expect(digests.map(brief)).toEqual(Array(6).fill('valid signature'))
    expect(logs.map(brief)).toEqual(Array(5).fill('valid signature'))
    expect(digests[5]?.reasons).toContain('signature-from-sidecar')
  })

  it('can stand in an organisation trail with a prefix, and hold a key as SubjectPublicKeyInfo', async () => {
    const folder = freshFolder()
    const key = makeKey('ff'.repeat(16), 'spki')
    const logs = [madeLog(10), madeLog(11)]
    const hours = [10, 11, 12].map((hour) => ({
      hour,
      logs: logs.filter((each) => each.key.includes(log(hour))),
    }))
    const chain = madeChain(hours, key, { prefix: 'audit/AWSLogs/o-abcdef1234/' })
    writeObjects(join(folder, 'copy'), [...logs, ...chain])
    const { digests } = await verified(join(folder, 'copy'), writeKeys(folder, key))
    expect(digests.map(brief)).toEqual(['valid signature', 'valid signature', 'not-checked none'])
  })

  it('keeps backfilled digests in a chain of their own', async () => {
    const { root, keys } = trail()
    const backfilled = madeChain(
      [3, 4].map((hour) => ({ hour, logs: [madeLog(hour)] })),
      KEY,
      { backfill: true },
    )
    writeObjects(root, [...backfilled, madeLog(3), madeLog(4)])
    const { run, digests, of } = await verified(root, keys)
    expect(run.summary).toMatchObject({ holds: true, chains: 2, gaps: [] })
    expect(digests.filter(({ backfill }) => backfill)).toHaveLength(2)
    expect(brief(of('T040000Z_backfill.json.gz'))).toBe('valid signature')
  })
})

describe('a broken link', () => {
  it('a log that was changed', async () => {
    const { root, logs, keys } = trail()
    const { key = '', content = '' } = logs[1] ?? {}
    writeObjects(root, [{ key, content: content.replace('alice', 'malic') }])
    for (const given of [[], [keys]]) {
      const { run, of } = await verified(root, ...given)
      expect(brief(of(log(11)))).toBe('invalid none fails')
      expect(of(log(11)).reasons).toContain('hash-differs')
      expect(of(log(11)).awsWords).toBe("INVALID: hash value doesn't match")
      expect(run.summary.holds).toBe(false)
      expect(run.summary.logs).toMatchObject({ valid: 4, invalid: 1 })
    }
  })

  it('a digest that was changed', async () => {
    const { root, chain, keys } = trail()
    const { key = '', content = '' } = chain[2] ?? {}
    writeObjects(root, [{ key, content: content.replace('12:01:00', '12:02:00') }])
    const without = await verified(root)
    expect(brief(without.of(digest(12)))).toBe('invalid none fails')
    expect(without.of(digest(12)).reasons).toContain('chain-differs')
    const { run, of } = await verified(root, keys)
    expect(of(digest(12)).reasons).toEqual(expect.arrayContaining(['signature-failed', 'chain-differs']))
    expect(of(digest(12)).awsWords).toBe('INVALID: signature verification failed')
    expect(brief(of(log(12)))).toBe('not-authenticated hash fails')
    expect(brief(of(digest(11)))).toBe('valid signature')
    expect(run.summary.digests).toMatchObject({ valid: 4, invalid: 1, 'not-checked': 1 })
  })

  it('a digest that states another hash for the one before it', async () => {
    const { root, chain, keys } = trail()
    const { key = '', content = '' } = chain[5] ?? {}
    const stated = JSON.parse(content)
    writeObjects(root, [
      { key, content: JSON.stringify({ ...stated, previousDigestHashValue: '0'.repeat(64) }) },
    ])
    const { of } = await verified(root, keys)
    expect(brief(of(digest(14)))).toBe('valid signature')
    expect(of(digest(15)).reasons).toContain('previous-hash-wrong')
    expect(of(digest(15)).fails).toBe(true)
  })

  it('a second digest that states another hash for a log is told, and the one with more behind it believed', async () => {
    const { root, keys } = trail()
    const { key } = madeLog(12)
    const other = { key, content: 'something else' }
    const [backfilled] = madeChain([{ hour: 12, logs: [other], starts: true }], KEY, { backfill: true })
    writeObjects(root, backfilled === undefined ? [] : [backfilled])
    const { of } = await verified(root, keys)
    expect(brief(of(log(12)))).toBe('valid signature')
    expect(of(log(12)).reasons).toContain('other-hash-stated')
    expect(of(log(12)).detail).toBe(`The digest ${backfilled?.key} states ${sha256('something else')}.`)
    expect(of(log(11)).reasons).not.toContain('other-hash-stated')
  })

  it('a digest that is missing', async () => {
    const { root, chain, at, keys } = trail()
    rmSync(at(chain[2]?.key ?? ''))
    const { run, of, digests } = await verified(root, keys)
    expect(brief(of(digest(12)))).toBe('missing none fails')
    expect(of(digest(12)).awsWords).toBe('INVALID: not found')
    expect(brief(of(digest(11)))).toBe('not-authenticated none fails')
    expect(of(digest(11)).reasons).toContain('next-missing')
    expect(digests).toHaveLength(6)
    const times = { from: Date.UTC(2024, 8, 14, 12) / 1000, to: Date.UTC(2024, 8, 14, 13) / 1000 }
    expect(run.summary.gaps).toMatchObject([
      { why: 'missing', region: 'us-east-1', trail: 'my_trail', ...times },
    ])
    expect(of(log(12)).reasons).toEqual(['in-no-digest'])
  })

  it('two digests in a row that are missing: the nearer one is named, the gap has both hours', async () => {
    const { root, chain, at } = trail()
    for (const index of [2, 3]) rmSync(at(chain[index]?.key ?? ''))
    const { run, digests, of } = await verified(root)
    expect(digests.filter(({ verdict }) => verdict === 'missing').map(({ object }) => object)).toEqual([
      chain[3]?.key,
    ])
    expect(brief(of(digest(11)))).toBe('not-checked none')
    const [gap] = run.summary.gaps
    expect((gap?.to ?? 0) - (gap?.from ?? 0)).toBe(2 * 3600)
    expect(run.summary.holds).toBe(false)
  })

  it('a log that is missing', async () => {
    const { root, logs, at } = trail()
    rmSync(at(logs[0]?.key ?? ''))
    const { of, run } = await verified(root)
    expect(brief(of(log(10)))).toBe('missing none fails')
    expect(run.summary.logs).toMatchObject({ valid: 4, missing: 1 })
  })

  it.each(['keeps its name', 'gets another name'])('a log that was moved and %s', async (how) => {
    const { root, logs, at } = trail()
    const path = at(logs[1]?.key ?? '')
    renameSync(
      path,
      how === 'keeps its name' ? join(root, path.slice(path.lastIndexOf('/'))) : join(root, 'x.gz'),
    )
    const { of, run } = await verified(root)
    expect(of(log(11))).toMatchObject({ verdict: 'invalid', level: 'chain', reasons: ['moved'], fails: true })
    expect(of(log(11)).path).toMatch(how === 'keeps its name' ? /bucket\/1111/ : /x\.gz$/)
    expect(run.summary.holds).toBe(false)
  })

  it('a digest that was moved still links the others', async () => {
    const { root, chain, at, keys } = trail()
    const path = at(chain[1]?.key ?? '')
    renameSync(path, path.replace('/14/', '/'))
    const { of, digests } = await verified(root, keys)
    expect(of(digest(11))).toMatchObject({ verdict: 'invalid', level: 'signature' })
    expect(of(digest(11)).awsWords).toBe('INVALID: has been moved from its original location')
    expect(digests.filter(({ fails }) => fails)).toHaveLength(1)
  })

  it('another key under the same fingerprint, a key that is not in the list, a key that is none', async () => {
    const { root } = trail()
    const wrong = await verified(root, writeKeys(freshFolder(), OTHER))
    expect(wrong.run.summary.digests).toMatchObject({ valid: 0, invalid: 5, 'not-checked': 1 })
    const absent = await verified(root, writeKeys(freshFolder(), makeKey('ee'.repeat(16))))
    expect(brief(absent.of(digest(10)))).toBe('not-authenticated chain fails')
    expect(absent.of(digest(10)).awsWords).toBe(
      'INVALID: public key not found in region us-east-1 for fingerprint 0123456789abcdef0123456789abcdef',
    )
    const list = { PublicKeyList: [{ ...KEY.entry, Value: Buffer.from('no key').toString('base64') }] }
    const none = await verified(root, writeBytes(freshFolder(), 'k.json', JSON.stringify(list)))
    expect(none.of(digest(10)).reasons).toContain('key-unreadable')
    expect(none.run.summary.holds).toBe(false)
  })

  it('a restart of logging leaves a gap that fails nothing', async () => {
    const folder = freshFolder()
    const hours = [10, 11, 14, 15].map((hour) => ({ hour, logs: [madeLog(hour)], starts: hour === 14 }))
    writeObjects(join(folder, 'b'), [...madeChain(hours, KEY), ...hours.flatMap(({ logs }) => logs)])
    const { run, of } = await verified(join(folder, 'b'), writeKeys(folder, KEY))
    expect(run.summary.gaps).toMatchObject([{ why: 'restart' }])
    expect(of(digest(11)).reasons).toContain('last-before-restart')
    expect(of(digest(14)).reasons).toContain('starting-digest')
    expect(run.summary.holds).toBe(true)
  })

  it('a part of a longer chain begins before the import, which fails nothing', async () => {
    const { root, chain, logs, at } = trail()
    for (const key of [chain[0]?.key, logs[0]?.key]) rmSync(at(key ?? ''))
    const { run, of } = await verified(root)
    expect(of(digest(11)).reasons).toContain('begins-before-import')
    expect(run.summary.holds).toBe(true)
  })
})

describe('the packing of a file', () => {
  it.each([
    [
      'bytes after its end',
      (content: string) => Buffer.concat([gzipSync(content), Buffer.from('xx')]),
      'trailing-data',
    ],
    [
      'zeros after its end',
      (content: string) => Buffer.concat([gzipSync(content), Buffer.alloc(64)]),
      'trailing-data',
    ],
    [
      'an empty member after it',
      (content: string) => Buffer.concat([gzipSync(content), gzipSync('')]),
      'joined-members',
    ],
    [
      'an empty member before it',
      (content: string) => Buffer.concat([gzipSync(''), gzipSync(content)]),
      'joined-members',
    ],
    ['its content in two members', (content: string) => joined(content), 'joined-members'],
    ['its end cut off', (content: string) => gzipSync(content).subarray(0, -9), 'damaged'],
  ])('%s makes a log invalid', async (_, pack, reason) => {
    const { root, logs } = trail()
    const { key = '', content = '' } = logs[1] ?? {}
    writeBytes(root, key, pack(content))
    const { of } = await verified(root)
    expect(brief(of(log(11)))).toMatch(/^invalid .* fails$/)
    expect(of(log(11)).reasons).toContain(reason)
  })

  it('a file that was packed again, or unpacked by a browser, is valid', async () => {
    const { root, logs, at } = trail()
    const [, again, plain, bare] = logs
    writeBytes(root, again?.key ?? '', gzipSync(again?.content ?? '', { level: 1 }))
    writeBytes(root, plain?.key ?? '', plain?.content ?? '')
    rmSync(at(bare?.key ?? ''))
    writeBytes(root, (bare?.key ?? '').replace(/\.gz$/, ''), bare?.content ?? '')
    const { run, logs: checks } = await verified(root)
    expect(checks.map(({ verdict }) => verdict)).toEqual(Array(5).fill('valid'))
    expect(run.summary.holds).toBe(true)
  })

  it('bytes after the end of a digest make it invalid', async () => {
    const { root, chain } = trail()
    const { key = '', content = '' } = chain[1] ?? {}
    writeBytes(root, key, Buffer.concat([gzipSync(content), Buffer.from('xx')]))
    const { of } = await verified(root)
    expect(of(digest(11))).toMatchObject({
      verdict: 'invalid',
      level: 'chain',
      reasons: expect.arrayContaining(['trailing-data']),
    })
  })

  it('a digest that is no digest is invalid, not missing', async () => {
    const { root, chain } = trail()
    writeBytes(root, chain[1]?.key ?? '', gzipSync('{"digestS3Object":"x"'))
    const { digests } = await verified(root)
    expect(digests).toHaveLength(6)
    expect(digests[1]).toMatchObject({ verdict: 'invalid', awsWords: 'INVALID: invalid format' })
  })
})

function joined(content: string): Buffer {
  return Buffer.concat([gzipSync(content.slice(0, 50)), gzipSync(content.slice(50))])
}
