import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScratch } from '../../../electron/engine/intake/containers/scratch.ts'
import { gz, tarOf, zipOf, zst } from '../../fixtures/containers.ts'
import { record, sha256 } from './recorder.ts'

const LEAF = Buffer.from('{"Records":[{"eventName":"ConsoleLogin"}]}')

/** Each wraps bytes once; packings keep the path, containers add a member. */
const WRAPS = {
  zip: (bytes: Uint8Array) =>
    zipOf([
      { name: 'in.zip', content: bytes },
      { name: 'beside', content: 'b' },
    ]),
  stored: (bytes: Uint8Array) => zipOf([{ name: 'in.zip', content: bytes, method: 0 }]),
  tar: (bytes: Uint8Array) =>
    tarOf([
      { name: 'beside', content: 'b' },
      { name: 'in.tar', content: bytes },
    ]),
  gz: (bytes: Uint8Array) => gz(bytes),
  zst: (bytes: Uint8Array) => zst(bytes),
} as const
type Wrap = keyof typeof WRAPS
const KINDS = Object.keys(WRAPS) as Wrap[]
const CHAINS = KINDS.flatMap((a) => KINDS.flatMap((b) => KINDS.map((c) => [a, b, c] as const)))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'containers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('containers inside each other', () => {
  it.each(CHAINS)('%s in %s in %s', async (inner, middle, outer) => {
    const file = WRAPS[outer](WRAPS[middle](WRAPS[inner](LEAF)))
    const path = join(folder, `${inner}-${middle}-${outer}`)
    writeFileSync(path, file)
    const inputs = [file, { path, bytes: file.length }, { stream: pieces(file, 100) }]
    const tellings = []
    for (const input of inputs) {
      const told = await record(input)
      expect(told.reasons).toEqual({})
      const leaves = told.parts.filter(({ text }) => text === LEAF.toString())
      expect(leaves).toHaveLength(1)
      const top = told.at('')
      expect(top.end?.sha256 ?? top.packed?.sha256).toBe(sha256(file))
      tellings.push(told.parts.map(({ path: each, packed, end }) => [each, packed, end]))
    }
    expect(tellings[1]).toEqual(tellings[0])
    expect(tellings[2]).toEqual(tellings[0])
  })

  it('gives every part the hash of its own bytes', async () => {
    const packed = gz(LEAF)
    const tar = tarOf([{ name: 'a.json.gz', content: packed }])
    const tgz = gz(tar)
    const zip = zipOf([{ name: 'logs.tgz', content: tgz }])
    const told = await record(zip)
    expect(told.at('logs.tgz').end).toMatchObject({
      format: 'tar',
      packing: 'gzip',
      bytes: tgz.length,
      sha256: sha256(tgz),
      contentBytes: tar.length,
    })
    expect(told.at('logs.tgz>a.json.gz')).toMatchObject({
      packing: 'gzip',
      packed: { bytes: packed.length, sha256: sha256(packed) },
    })
  })

  it('takes gzip in gzip for a container of one member', async () => {
    const told = await record(zipOf([{ name: 'logs/a.json.gz', content: gz(gz(LEAF)) }]))
    expect(told.at('logs/a.json.gz').end).toMatchObject({
      format: 'gzip',
      packing: null,
      members: 1,
      status: 'read',
    })
    expect(told.texts['logs/a.json.gz>a.json']).toBe(LEAF.toString())
  })

  it('names files of other kinds wherever they are', async () => {
    const seven = Buffer.from('377abcaf271c0004aaaa', 'hex')
    const told = await record(
      zipOf([
        { name: 'a.7z', content: seven },
        { name: 'b.gz', content: gz(seven) },
      ]),
    )
    expect(told.reasons).toEqual({ 'a.7z': 'container-not-supported', 'b.gz': 'container-not-supported' })
    expect(told.at('a.7z').packed?.sha256).toBe(sha256(seven))
    expect(told.at('a.7z').refused).toMatchObject({
      status: 'skipped',
      trouble: { detail: expect.stringContaining('7-Zip') },
    })
    expect((await record(seven)).at('').refused?.status).toBe('skipped')
  })

  it('stops at the limit of depth and reads the rest', async () => {
    let bytes: Uint8Array = LEAF
    for (let depth = 0; depth < 10; depth++)
      bytes = zipOf([
        { name: 'z', content: bytes },
        { name: 'b', content: 'b' },
      ])
    const told = await record(bytes)
    const deepest = told.parts.find(({ reason }) => reason === 'containers-too-deep')
    expect(deepest?.path).toBe(Array.from({ length: 8 }, () => 'z').join('>'))
    expect(deepest?.end).toMatchObject({ status: 'skipped', members: 0 })
    expect(Object.keys(told.texts)).toHaveLength(8)
  })

  it('says which file cannot be opened', async () => {
    const told = await record({ path: join(folder, 'gone.zip'), bytes: 5 })
    expect(told.at('').refused).toMatchObject({ status: 'failed', trouble: { reason: 'not-found' } })
    const zip = zipOf([{ name: 'a', content: 'x' }])
    writeFileSync(join(folder, 'grown.zip'), zip)
    const grown = await record({ path: join(folder, 'grown.zip'), bytes: zip.length - 1 })
    expect(grown.reasons).toEqual({ '': 'changed-while-reading' })
    expect(grown.texts).toEqual({ a: 'x' })
  })
})

describe('scratch files', () => {
  const noise = randomBytes(300_000)
  const inner = zipOf([
    { name: 'noise', content: noise, method: 0 },
    { name: 'a', content: 'x' },
  ])
  const file = gz(
    tarOf([
      { name: 'one.zip', content: gz(inner) },
      { name: 'two.zip', content: gz(inner) },
    ]),
  )
  /** The folder of the tests is the system's temporary folder for a while. */
  const ours = () => readdirSync(folder).filter((name) => name.startsWith('trailcase-'))
  const usual = process.env['TMPDIR']
  beforeAll(() => {
    process.env['TMPDIR'] = folder
  })
  afterAll(() => {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
  })

  it('hold what is too large for memory, and are gone afterwards', async () => {
    let during: string[] = []
    const scratch = createScratch({ eachInMemory: 1000 })
    const told = await record(file, {
      scratch,
      onLeaf: () => {
        during = ours()
      },
    })
    expect(told.reasons).toEqual({})
    expect(told.at('one.zip>noise').packed?.sha256).toBe(sha256(noise))
    expect(told.at('two.zip>a').text).toBe('x')
    expect(during).toHaveLength(1)
    expect(ours()).toEqual([])
  })

  it('are gone when the visitor throws', async () => {
    const scratch = createScratch({ eachInMemory: 1000 })
    const throwing = record(file, {
      scratch,
      onLeaf: () => {
        throw new Error('enough')
      },
    })
    await expect(throwing).rejects.toThrow('enough')
    expect(ours()).toEqual([])
  })
})

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
