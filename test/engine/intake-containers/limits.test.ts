import { describe, expect, it } from 'vitest'
import { gz, tarOf, zipOf, zst } from '../../fixtures/containers.ts'
import { record } from './recorder.ts'

const MIB = 1024 * 1024
const ZEROS = Buffer.alloc(20 * MIB)
const SMALL = { ratioFromBytes: MIB, maxRatio: 50 }

describe('limits', () => {
  it.each([
    ['gzip', gz(ZEROS)],
    ['zstd', zst(ZEROS)],
    ['zip', zipOf([{ name: 'bomb', content: ZEROS }])],
    ['tar in gzip', gz(tarOf([{ name: 'bomb', content: ZEROS }]))],
  ])('of the ratio stop what comes out of %s', async (_kind, bomb) => {
    const told = await record(bomb, { limits: SMALL })
    expect(Object.values(told.reasons)).toContain('inflation-ratio')
    const most = Math.max(...Object.values(told.texts).map((text) => text.length))
    expect(most).toBeLessThan(2 * MIB)
  })

  it('of the ratio hold for the whole tree', async () => {
    const layer = Buffer.alloc(500_000)
    const inner = zipOf(Array.from({ length: 40 }, (_, index) => ({ name: `z${index}`, content: layer })))
    const told = await record(zipOf([{ name: 'inner.zip', content: inner }]), { limits: SMALL })
    expect(told.reasons['']).toBe('inflation-ratio')
    expect(told.parts.length).toBeLessThan(10)
    expect(told.at('').end?.status).toBe('partial')
  })

  it('of the content stop one member, and the next is read', async () => {
    const bomb = zipOf([
      { name: 'large', content: ZEROS },
      { name: 'next', content: 'x' },
    ])
    const told = await record(bomb, { limits: { maxContentBytes: 3 * MIB } })
    expect(told.reasons).toEqual({ large: 'inflated-too-large' })
    expect(told.texts['large']).toHaveLength(3 * MIB)
    expect(told.texts['next']).toBe('x')
  })

  it('of the total stop everything, and what came before is kept', async () => {
    const members = Array.from({ length: 10 }, (_, index) => ({
      name: String(index),
      content: Buffer.alloc(MIB, 'x'),
    }))
    const told = await record(zipOf(members), { limits: { maxTotalBytes: 3.5 * MIB } })
    expect(told.reasons['']).toBe('total-too-large')
    expect(told.texts['2']).toHaveLength(MIB)
    expect(told.parts.length).toBeLessThan(7)
    expect(told.at('').end?.sha256).toBeNull()
  })

  it('of the number of members hold over all containers', async () => {
    const inner = tarOf(Array.from({ length: 30 }, (_, index) => ({ name: `m${index}`, content: 'x' })))
    const told = await record(
      zipOf([
        { name: 'a.tar', content: inner },
        { name: 'b.tar', content: inner },
      ]),
      {
        limits: { maxMembers: 40 },
      },
    )
    expect(told.reasons).toMatchObject({ '': 'too-many-members', 'b.tar': 'too-many-members' })
    expect(Object.keys(told.texts)).toHaveLength(38)
  })

  it('of unpacking hold for the holes of a sparse file', async () => {
    const pax = { 'GNU.sparse.map': '0,1', 'GNU.sparse.size': String(2 ** 50), 'GNU.sparse.name': 'holes' }
    const told = await record(
      tarOf([
        { name: 'x', content: 'x', pax },
        { name: 'next', content: 'x' },
      ]),
      {
        limits: { maxContentBytes: 3 * MIB },
      },
    )
    expect(told.reasons).toEqual({ holes: 'inflated-too-large' })
    expect(told.texts['next']).toBe('x')
  })
})

describe('a zip whose members share bytes', () => {
  /** Every entry of the directory points at the same member. */
  it('gives each byte once', async () => {
    const zip = Buffer.from(
      zipOf([
        { name: 'a', content: ZEROS.subarray(0, MIB) },
        { name: 'b', content: 'b' },
      ]),
    )
    const second = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    zip.writeUInt32LE(0, second + 42)
    const told = await record(zip)
    expect(told.texts['a']).toHaveLength(MIB)
    expect(told.at('b').refused).toMatchObject({ status: 'failed', trouble: { reason: 'entries-overlap' } })
    expect(told.at('').end).toMatchObject({ status: 'partial', trouble: { reason: 'entries-overlap' } })
  })

  /** The members of the inner zip are listed by the outer one as well. */
  it('does not read members inside of members', async () => {
    const inner = zipOf([{ name: 'kernel', content: 'k'.repeat(1000) }])
    const zip = Buffer.from(
      zipOf([
        { name: 'outer', content: inner, method: 0 },
        { name: 'again', content: 'x' },
      ]),
    )
    const entry = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    zip.writeUInt32LE(30 + 5, entry + 42)
    const told = await record(zip)
    expect(told.reasons['again']).toBe('entries-overlap')
    expect(told.texts['outer>kernel']).toHaveLength(1000)
  })
})
