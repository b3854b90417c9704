import { describe, expect, it } from 'vitest'
import { type TarMember, tarOf } from '../../fixtures/containers.ts'
import { gnuTar } from './gnu-tars.ts'
import { record, sha256 } from './recorder.ts'

const A: TarMember = { name: 'a.json', content: '{"a":1}' }
const B: TarMember = { name: 'logs/b.json', content: '{"b":2}' }
const BOTH = { 'a.json': '{"a":1}', 'logs/b.json': '{"b":2}' }

describe('tar', () => {
  it('reads members with their hashes and its own', async () => {
    const tar = tarOf([A, { name: 'logs/', type: '5' }, B])
    const told = await record(tar)
    expect(told.texts).toEqual(BOTH)
    expect(told.at('a.json').packed).toEqual({ bytes: 7, sha256: sha256(Buffer.from('{"a":1}')) })
    expect(told.at('').end).toMatchObject({
      format: 'tar',
      bytes: tar.length,
      sha256: sha256(tar),
      members: 2,
      status: 'read',
    })
  })

  it.each(['gnu', 'posix10', 'posix01', 'posix00'])('reads what GNU tar writes (%s)', async (format) => {
    const told = await record(gnuTar(format))
    const sparse = `{"Records":["front"${'\0'.repeat(70_000 - 19)},"end"]}`
    expect(Object.keys(told.texts)).toEqual(['s.json', `long-${'n'.repeat(120)}.json`, '日本.json'])
    expect(told.texts['s.json'] === sparse).toBe(true)
    expect(told.at('s.json').statedBytes).toBe(sparse.length)
    expect(told.texts[`long-${'n'.repeat(120)}.json`]).toBe('{"long":1}\n')
    expect(told.reasons).toEqual({})
  })

  it('reads the oldest format', async () => {
    expect(Object.keys((await record(gnuTar('v7'))).texts)).toEqual(['日本.json'])
  })

  it('takes name and length from extended headers', async () => {
    const long = `${'d/'.repeat(100)}日本.json`
    const told = await record(
      tarOf([
        { name: 'x', content: 'one', pax: { path: long } },
        { name: 'y', content: 'two', longName: 'z'.repeat(300) },
        { name: 'size', content: 'three', pax: { size: '5', mtime: '1.5' }, statedBytes: 0 },
        { name: 'binary', content: 'four', binarySize: true },
      ]),
    )
    expect(told.texts).toEqual({ [long]: 'one', ['z'.repeat(300)]: 'two', size: 'three', binary: 'four' })
    expect(told.reasons).toEqual({})
  })

  it('never follows links and opens no device', async () => {
    const told = await record(
      tarOf([
        { name: 'soft', type: '2', link: '/etc/passwd' },
        { name: 'hard', type: '1', link: 'a.json' },
        { name: 'null', type: '3' },
        { name: 'pipe', type: '6' },
        A,
      ]),
    )
    expect(told.reasons).toEqual({
      soft: 'link-not-followed',
      hard: 'link-not-followed',
      null: 'not-a-file',
      pipe: 'not-a-file',
    })
    expect(told.at('soft').refused?.trouble.detail).toContain('/etc/passwd')
    expect(told.texts).toEqual({ 'a.json': '{"a":1}' })
    expect(told.at('').end?.status).toBe('read')
  })

  it('goes on behind garbage between members', async () => {
    const tar = Buffer.concat([tarOf([A], { end: false }), Buffer.alloc(1024, 'garbage'), tarOf([B])])
    const told = await record(tar)
    expect(told.texts).toEqual(BOTH)
    expect(told.at('').end).toMatchObject({
      status: 'partial',
      trouble: { reason: 'container-corrupt', offset: 1024 },
    })
  })

  it('goes on behind a header that is damaged', async () => {
    const tar = tarOf([A, B, { ...A, name: 'c' }])
    tar[1024 + 5] = 0xff
    const told = await record(tar)
    expect(told.texts).toEqual({ 'a.json': '{"a":1}', c: '{"a":1}' })
    expect(told.reasons).toEqual({ '': 'container-corrupt' })
  })

  it('reads tars that were joined, and says so', async () => {
    const told = await record(Buffer.concat([tarOf([A]), tarOf([B])]))
    expect(told.texts).toEqual(BOTH)
    expect(told.reasons).toEqual({ '': 'container-extra-bytes' })
  })

  it('says when the end mark is missing, and when other bytes follow it', async () => {
    expect((await record(tarOf([A], { end: false }))).reasons).toEqual({ '': 'container-truncated' })
    const tail = await record(Buffer.concat([tarOf([A]), Buffer.from('tail')]))
    expect(tail.reasons).toEqual({ '': 'container-extra-bytes' })
    expect((await record(Buffer.concat([tarOf([A]), Buffer.alloc(9000)]))).reasons).toEqual({})
  })

  it('keeps what came before a cut, at every byte', async () => {
    const tar = tarOf([A, B, { ...A, name: 'c' }])
    for (let cut = 513; cut < tar.length - 1024; cut += 37) {
      const told = await record(tar.subarray(0, cut))
      expect(told.at('').end?.status).toBe('partial')
      expect(told.reasons['']).toBe('container-truncated')
      if (cut >= 519) expect(told.texts['a.json']).toBe('{"a":1}')
      else expect(told.reasons['a.json']).toBe('container-truncated')
      if (cut >= 1024 + 519) expect(told.texts['logs/b.json']).toBe('{"b":2}')
    }
  })

  it('does not hold a huge extended header', async () => {
    const huge = tarOf([{ name: 'h', type: 'x', content: Buffer.alloc(2 * 1024 * 1024, 'x') }, A])
    const told = await record(huge)
    expect(told.texts).toEqual({ 'a.json': '{"a":1}' })
    expect(told.reasons).toEqual({ '': 'container-corrupt' })
  })

  it('counts names that would lead out of a folder', async () => {
    const told = await record(
      tarOf([
        { ...A, name: '../../a' },
        { ...A, name: '/a' },
        { ...A, name: '/a' },
      ]),
    )
    expect(told.at('').end).toMatchObject({ unsafeNames: 3, duplicateNames: 1, status: 'read' })
  })
})
