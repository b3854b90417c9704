import { sign } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  BUCKET,
  type MadeDigest,
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
const HOURS = [10, 11, 12, 13, 14]
const digest = (hour: number) => `_20240914T${hour + 1}0000Z.json.gz`
const log = (hour: number) => `_20240914T${hour}11Z_AAAABBBBCCCCDD01.json.gz`

/** Five hours with one log each. `change` changes a digest before it is signed; those after it follow. */
function trail(change: (stated: Record<string, unknown>, at: number) => void = () => undefined) {
  const folder = freshFolder()
  const root = join(folder, 'bucket')
  const logs = HOURS.map((hour) => madeLog(hour))
  const plain = madeChain(
    HOURS.map((hour, at) => ({ hour, logs: logs.slice(at, at + 1) })),
    KEY,
  )
  const chain: MadeDigest[] = []
  for (const [at, { content }] of plain.entries()) {
    const stated = JSON.parse(content) as Record<string, unknown>
    const previous = chain.at(-1)
    if (previous !== undefined) {
      stated['previousDigestS3Bucket'] = JSON.parse(previous.content).digestS3Bucket
      stated['previousDigestHashValue'] = sha256(previous.content)
      stated['previousDigestSignature'] = previous.signature
    }
    change(stated, at)
    chain.push(signed(stated))
  }
  writeObjects(root, [...logs, ...chain])
  return { root, logs, chain, keys: writeKeys(folder, KEY), at: (key: string) => join(root, key) }
}

function signed(stated: Record<string, unknown>): MadeDigest {
  const content = JSON.stringify(stated)
  const key = String(stated['digestS3Object'])
  const text = `${stated['digestEndTime']}\n${stated['digestS3Bucket']}/${key}\n${sha256(content)}\n${stated['previousDigestSignature'] ?? 'null'}`
  return { key, content, signature: sign('RSA-SHA256', Buffer.from(text), KEY.privateKey).toString('hex') }
}

const head = (signature: string) => JSON.stringify({ Metadata: { signature } })

describe('a trail that was given another bucket', () => {
  const moved = (stated: Record<string, unknown>, at: number) => {
    stated['digestS3Bucket'] = at < 3 ? BUCKET : 'second-bucket'
  }

  it('has one chain', async () => {
    const { root, keys } = trail(moved)
    const { run } = await verified(root, keys)
    expect(run.summary).toMatchObject({ chains: 1, holds: true, gaps: [] })
  })

  it('misses the digest at the border, and has its hour as a gap', async () => {
    const { root, chain, keys, at } = trail(moved)
    rmSync(at(chain[2]?.key ?? ''))
    const { run, of } = await verified(root, keys)
    expect(brief(of(digest(12)))).toBe('missing none fails')
    expect(of(digest(13)).reasons).not.toContain('begins-before-import')
    expect(of(digest(11)).reasons).toEqual(['next-missing'])
    expect(run.summary.gaps).toMatchObject([{ why: 'missing' }])
  })
})

describe('signatures from files beside digests', () => {
  it('a wrong one does not hide the right one of another copy', async () => {
    const { root, chain, keys } = trail()
    const { key = '', content = '', signature = '' } = chain[4] ?? {}
    writeBytes(root, `${key}.head.json`, head('ab'.repeat(256)))
    writeObjects(root, [{ key: `copy/${key}`, content }])
    writeBytes(root, `copy/${key}.head.json`, head(signature))
    const { digests } = await verified(root, keys)
    expect(digests.filter(({ object }) => object === key).map(brief)).toEqual([
      'valid signature',
      'valid signature',
    ])
  })

  it('are named as the proof only where they are', async () => {
    const { root, chain, keys } = trail()
    writeBytes(root, `${chain[1]?.key}.head.json`, head('ab'.repeat(256)))
    const { of } = await verified(root, keys)
    expect(brief(of(digest(11)))).toBe('valid signature')
    expect(of(digest(11)).reasons).not.toContain('signature-from-sidecar')
  })
})

describe('the word valid of validate-logs', () => {
  it('is not put into its mouth where no signature was checked', async () => {
    const { root, keys } = trail()
    const given = await verified(root, keys)
    expect(given.of(log(10)).awsWords).toBe('valid')
    expect(given.of(log(14)).awsWords).toBeNull()
    expect(given.of(log(14)).reasons).toContain('digest-unsigned')
    const without = await verified(root)
    expect(without.logs.map(({ awsWords }) => awsWords)).toEqual(Array(5).fill(null))
    const other = await verified(root, writeKeys(freshFolder(), makeKey('ee'.repeat(16))))
    expect(other.logs.map(({ awsWords }) => awsWords)).toEqual(Array(5).fill(null))
  })
})

describe('what is odd and holds', () => {
  it('hashes and fingerprints in capitals, fields that are new, one key list given twice', async () => {
    const { root, keys } = trail((stated) => {
      stated['newField'] = { a: 1 }
      stated['digestPublicKeyFingerprint'] = KEY.fingerprint.toUpperCase()
      for (const each of stated['logFiles'] as { hashValue: string }[])
        each.hashValue = each.hashValue.toUpperCase()
    })
    const { run } = await verified(root, keys, keys)
    expect(run.summary).toMatchObject({ holds: true, digests: { valid: 4 }, logs: { valid: 5 } })
  })

  it('a digest that names itself as the one before it', async () => {
    const { root, keys } = trail((stated, at) => {
      if (at === 2) stated['previousDigestS3Object'] = stated['digestS3Object']
    })
    const { run, of } = await verified(root, keys)
    expect(of(digest(12)).reasons).toContain('previous-hash-wrong')
    expect(run.summary.holds).toBe(false)
  })
})
