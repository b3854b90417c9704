import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ZipMember, zipOf, zst } from '../../fixtures/containers.ts'
import { record, sha256 } from './recorder.ts'

const A: ZipMember = { name: 'a.json', content: '{"a":1}' }
const B: ZipMember = { name: 'logs/b.json', content: '{"b":2}', method: 0 }
const BOTH = { 'a.json': '{"a":1}', 'logs/b.json': '{"b":2}' }

describe('zip', () => {
  it('reads members stored and deflated, with their hashes and its own', async () => {
    const zip = zipOf([A, { name: 'logs/', content: '', method: 0 }, B])
    const told = await record(zip)
    expect(told.texts).toEqual(BOTH)
    expect(told.at('a.json').packed).toEqual({ bytes: 7, sha256: sha256(Buffer.from('{"a":1}')) })
    expect(told.at('a.json').statedBytes).toBe(7)
    expect(told.at('').end).toEqual({
      format: 'zip',
      packing: null,
      bytes: zip.length,
      sha256: sha256(zip),
      contentBytes: zip.length,
      members: 2,
      unsafeNames: 0,
      duplicateNames: 0,
      status: 'read',
      trouble: null,
    })
  })

  it('reads what another program wrote', async () => {
    const files = Object.fromEntries(Object.entries(BOTH).map(([name, text]) => [name, Buffer.from(text)]))
    expect((await record(zipSync(files))).texts).toEqual(BOTH)
    expect((await record(zipSync(files, { level: 0 }), { via: 'memory' })).texts).toEqual(BOTH)
  })

  it('reads zip64, also where no number needs it', async () => {
    const members = [
      { ...A, zip64: true },
      { ...B, zip64: true },
    ]
    const told = await record(zipOf(members, { zip64: true }))
    expect(told.texts).toEqual(BOTH)
    expect(told.reasons).toEqual({})
  })

  it.each(['marked', 'bare', 'wide'] as const)(
    'reads members with numbers behind them (%s)',
    async (descriptor) => {
      const told = await record(
        zipOf([
          { ...A, descriptor },
          { ...B, descriptor },
          { ...A, name: 'c' },
        ]),
      )
      expect(told.texts).toEqual({ ...BOTH, c: '{"a":1}' })
      expect(told.reasons).toEqual({})
    },
  )

  it('reads members packed with zstd (method 93)', async () => {
    const content = 'zstd inside '.repeat(1000)
    const member = { name: 'z', content: zst(content), method: 93 }
    const { crc32 } = await import('node:zlib')
    const told = await record(zipOf([{ ...member, crc: crc32(content), statedBytes: content.length }]))
    expect(told.texts).toEqual({ z: content })
    expect(told.reasons).toEqual({})
  })

  it('reads large members in pieces', async () => {
    const content = Buffer.alloc(20_000_000, '{"Records":[0,1,2,3,4,5,6,7,8,9]}\n')
    const zip = zipOf([{ name: 'big', content }, { name: 'stored', content, method: 0 }, A])
    const told = await record(zip)
    for (const name of ['big', 'stored']) {
      expect(told.at(name).packed).toEqual({ bytes: content.length, sha256: sha256(content) })
    }
    expect(told.texts['a.json']).toBe('{"a":1}')
    expect(told.reasons).toEqual({})
  })

  it('reads in order of the file whatever the order of the directory', async () => {
    const members = ['a', 'b', 'c', 'd'].map((name) => ({ name, content: `content of ${name}` }))
    const told = await record(zipOf(members, { order: [2, 0, 3, 1] }))
    expect(told.parts.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd', ''])
    expect(told.reasons).toEqual({})
  })

  it('reads an empty zip', async () => {
    const { end } = (await record(zipOf([]))).at('')
    expect(end).toMatchObject({ members: 0, status: 'read', trouble: null })
  })

  it('says what is wrong with a member and reads the others', async () => {
    const told = await record(
      zipOf([
        { ...A, name: 'crc', crc: 1 },
        { ...A, name: 'long', statedBytes: 3 },
        { ...A, name: 'short', statedBytes: 9 },
        { ...A, name: 'cipher', flags: 1 },
        { ...A, name: 'aes', flags: 1, method: 99 },
        { ...A, name: 'lzma', method: 14 },
        { ...A, name: 'link', mode: 0o120777 },
        { ...A, name: 'broken', packed: Buffer.from('no deflate at all') },
        B,
      ]),
    )
    expect(told.reasons).toEqual({
      broken: 'container-corrupt',
      crc: 'checksum-mismatch',
      long: 'checksum-mismatch',
      short: 'checksum-mismatch',
      cipher: 'encrypted',
      aes: 'encrypted',
      lzma: 'method-not-supported',
      link: 'link-not-followed',
    })
    expect(told.at('aes').refused?.trouble.detail).toBe('Encrypted with AES.')
    expect(told.at('lzma').refused?.trouble.detail).toContain('LZMA')
    expect(told.texts['crc']).toBe('{"a":1}')
    expect(told.texts['long']).toBe('{"a":1}')
    expect(told.texts['logs/b.json']).toBe('{"b":2}')
    expect(told.at('').end).toMatchObject({ status: 'read', members: 9 })
  })

  it('reports where the directory and the members disagree', async () => {
    const told = await record(zipOf([A, { ...B, local: { name: 'other.json' } }]))
    expect(told.texts).toEqual(BOTH)
    expect(told.at('').end).toMatchObject({ status: 'partial', trouble: { reason: 'directory-disagrees' } })
    expect((await record(zipOf([{ ...A, local: { crc: 5 } }]))).reasons).toEqual({
      '': 'directory-disagrees',
    })
    expect((await record(zipOf([A], { statedMembers: 2 }))).reasons).toEqual({ '': 'directory-disagrees' })
  })

  it('reports a member that is not listed, and bytes that belong to none', async () => {
    const hidden = await record(zipOf([A, { ...B, name: 'hidden', unlisted: true }, B]))
    expect(hidden.texts).toEqual(BOTH)
    expect(hidden.reasons).toEqual({ '': 'directory-disagrees' })
    const stray = await record(zipOf([{ ...A, gap: Buffer.from('garbage') }, B]))
    expect(stray.texts).toEqual(BOTH)
    expect(stray.reasons).toEqual({ '': 'container-extra-bytes' })
    const padded = await record(zipOf([{ ...A, gap: Buffer.alloc(100) }, B]))
    expect(padded.reasons).toEqual({})
  })

  it('reads with other bytes before it or behind it, and says so', async () => {
    const before = await record(zipOf([A, B], { before: Buffer.from('PK\x03\x04') }))
    expect(before.reasons['']).toBeDefined()
    const after = await record(zipOf([A, B], { after: Buffer.alloc(1000, 7) }))
    expect(after.texts).toEqual(BOTH)
    expect(after.reasons).toEqual({ '': 'container-extra-bytes' })
    expect((await record(zipOf([A, B], { comment: 'made by hand' }))).reasons).toEqual({})
  })

  it('refuses one piece of a split zip', async () => {
    const { end } = (await record(zipOf([A], { disk: 2 }))).at('')
    expect(end).toMatchObject({ status: 'skipped', trouble: { reason: 'container-not-supported' } })
  })

  it('shows names as they are and uses none of them', async () => {
    const sjis = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x2e, 0x6a, 0x73])
    const names = [
      '../../etc/passwd',
      '/etc/passwd',
      'C:\\Windows\\x',
      'a\0b',
      'right\u202eleft',
      '日本.json',
    ]
    const told = await record(
      zipOf([
        ...names.map((name) => ({ name, content: 'x' })),
        { name: sjis, content: 'x' },
        { name: 'a\0b', content: 'y' },
      ]),
    )
    expect(told.parts.map(({ path }) => path)).toEqual([
      '../../etc/passwd',
      '/etc/passwd',
      'C:\\Windows\\x',
      'a\\u{0}b',
      'right\\u{202e}left',
      '日本.json',
      '日本.js',
      'a\\u{0}b',
      '',
    ])
    expect(told.at('').end).toMatchObject({ unsafeNames: 5, duplicateNames: 1, status: 'read' })
  })

  it('cuts a very long name and says so', async () => {
    const told = await record(zipOf([{ name: 'n'.repeat(5000), content: 'x' }]))
    expect(told.parts[0]?.path).toHaveLength(4097)
    expect(told.parts[0]?.text).toBe('x')
    expect(told.reasons['']).toBe('name-too-long')
  })
})
