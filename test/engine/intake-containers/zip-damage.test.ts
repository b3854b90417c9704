import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../fixtures/containers.ts'
import { flipped } from '../../fixtures/damage.ts'
import { record } from './recorder.ts'

const NAMES = ['a.json', 'b.json', 'c.json'] as const
const content = (name: string) => `{"Records":["${name}","${name.repeat(20)}"]}`
const MEMBERS = NAMES.map((name) => ({ name, content: content(name) }))

describe('a zip that was cut', () => {
  it.each([
    ['with numbers in front', undefined],
    ['with numbers behind', 'marked'],
    ['with bare numbers behind', 'bare'],
    ['with long numbers behind', 'wide'],
  ] as const)('is read as far as it goes, at every byte, %s', async (_how, descriptor) => {
    const members = MEMBERS.map((member) => (descriptor === undefined ? member : { ...member, descriptor }))
    const zip = zipOf(members)
    const ends = NAMES.map(
      (_, index) => Buffer.from(zip).indexOf(Buffer.from(NAMES[index]!)) + 6 + packedLength(index),
    )
    for (let cut = 40; cut < zip.length; cut++) {
      const told = await record(zip.subarray(0, cut))
      expect(told.at('').end?.trouble?.reason).toBe('container-truncated')
      NAMES.forEach((name, index) => {
        if (cut >= ends[index]!) expect(told.texts[name]).toBe(content(name))
        else if (told.texts[name] !== undefined)
          expect(content(name).startsWith(told.texts[name]!)).toBe(true)
      })
    }

    function packedLength(index: number): number {
      const one = zipOf([members[index]!])
      const directoryAt = Buffer.from(one).readUInt32LE(one.length - 6)
      const behind = descriptor === undefined ? 0 : { marked: 16, bare: 12, wide: 24 }[descriptor]
      return directoryAt - 30 - 6 - behind
    }
  })

  it('is not taken for the zip that stands in it', async () => {
    const inner = zipOf([{ name: 'inner.json', content: '{}' }])
    const outer = zipOf([MEMBERS[0]!, { name: 'x.zip', content: inner, method: 0 }, MEMBERS[1]!])
    const cut = outer.subarray(0, Buffer.from(outer).lastIndexOf('b.json', outer.length - 100) - 30)
    const told = await record(cut)
    expect(told.texts).toEqual({ 'a.json': content('a.json'), 'x.zip>inner.json': '{}' })
    expect(told.reasons['']).toBe('container-truncated')
  })

  it('finds the next member behind one that does not say where it ends', async () => {
    const zip = zipOf([
      MEMBERS[0]!,
      { name: 'open', content: 'stored', method: 0, descriptor: 'marked' },
      MEMBERS[1]!,
    ])
    const told = await record(zip.subarray(0, zip.length - 22))
    expect(Object.keys(told.texts)).toEqual(['a.json', 'b.json'])
    expect(told.reasons['open']).toBe('container-corrupt')
  })
})

describe('a zip with one wrong bit', () => {
  it('never gives wrong content without a word, at every byte', async () => {
    const zip = zipOf(MEMBERS)
    for (let at = 4; at < zip.length; at++) {
      const told = await record(flipped(zip, at, at % 8))
      const names = Object.entries(told.texts)
      const isWhole = names.length === 3 && names.every(([, text], index) => text === content(NAMES[index]!))
      if (!isWhole) expect(Object.keys(told.reasons), `byte ${at}`).not.toEqual([])
    }
  })

  it('gives all but the member it is in', async () => {
    const noise = randomBytes(50_000).toString('base64')
    const zip = zipOf([MEMBERS[0]!, { name: 'noise', content: noise }, MEMBERS[2]!])
    const told = await record(flipped(zip, 30_000))
    expect(told.texts['a.json']).toBe(content('a.json'))
    expect(told.texts['c.json']).toBe(content('c.json'))
    expect(told.reasons['noise']).toMatch(/checksum-mismatch|container-corrupt/)
    // What was unpacked before the damage is kept.
    expect(told.texts['noise']!.length).toBeGreaterThan(30_000)
    expect(told.texts['noise']!.slice(0, 30_000)).toBe(noise.slice(0, 30_000))
  })

  it('reads the members as they stand when the directory is damaged', async () => {
    const zip = zipOf(MEMBERS)
    const directoryAt = Buffer.from(zip).readUInt32LE(zip.length - 6)
    const second = Buffer.from(zip).indexOf(Buffer.from('PK\x01\x02', 'latin1'), directoryAt + 4)
    for (const at of [directoryAt, second]) {
      const told = await record(flipped(zip, at))
      expect(Object.keys(told.texts)).toEqual([...NAMES])
      expect(told.at('').end?.status).toBe('partial')
    }
  })
})
