import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { madeTrail } from './made-trail.ts'
import { READERS, readBytes } from './read-bytes.ts'
import { seeded } from './seeded.ts'

const RECORD = '{"eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","n":1}'
const TEXT = `{"Records":[${RECORD},${RECORD},${RECORD}]}`
const PACKED = gzipSync(TEXT)
const HEADER_BYTES = 10

const changed = (bytes: Uint8Array, at: number, mask: number) => {
  const copy = Buffer.from(bytes)
  copy[at < 0 ? copy.length + at : at]! ^= mask
  return copy
}

describe.each(READERS)('Damage, %s', (_, reader) => {
  test('a packed file cut at every byte', () => {
    for (let length = 1; length < PACKED.length; length++) {
      const { reading, seen } = readBytes(reader, PACKED.subarray(0, length))
      if (length < 2) {
        expect(reading.end.kind).toBe('unusual')
        continue
      }
      expect(reading.end).toMatchObject({ reason: 'gzip-truncated', offset: length, offsetIn: 'file' })
      expect(reading.contentSha256).toBeNull()
      expect(reading.contentBytes).toBeLessThanOrEqual(TEXT.length)
      expect(reading.records).toBe(seen.length)
    }
  })

  test('what comes out of a cut file is a true beginning of the content, never more', () => {
    const packed = madeTrail(3, 60)
    const whole = readBytes(reader, packed)
    const random = seeded(5)
    for (let turn = 0; turn < 60; turn++) {
      const { reading, seen } = readBytes(reader, packed.subarray(0, 20 + random.below(packed.length - 20)))
      expect(reading.end).toMatchObject({ reason: 'gzip-truncated' })
      expect(whole.seen.slice(0, seen.length)).toEqual(seen)
      expect(reading.contentBytes).toBeLessThan(whole.reading.contentBytes)
    }
  })

  test('a plain file cut at every byte', () => {
    for (let length = 0; length < TEXT.length; length++) {
      const { reading, seen } = readBytes(reader, Buffer.from(TEXT.slice(0, length)))
      const whole = Math.max(0, Math.floor((length - '{"Records":['.length + 1) / (RECORD.length + 1)))
      if (length === 0) expect(reading.end).toMatchObject({ reason: 'empty' })
      else if (length < '{"Records":['.length) expect(reading.end.kind).toBe('unusual')
      else
        expect(reading.end).toMatchObject({ reason: 'json-truncated', offset: length, offsetIn: 'content' })
      expect(seen.length).toBe(Math.min(3, whole))
    }
  })

  test('a plain file has no checksum, so each of its records is looked at as a whole', () => {
    const other = '{"eventSource":"s3.amazonaws.com","a":[0,{"b":"\\u00e9"}]}'
    const broken = [
      other.replace(':[', ' ['),
      other.replace(',"a"', ' "a"'),
      other.replace('[0', '[00'),
      other.replace('[0', '[nul'),
      other.replace('00e9', '00x9'),
      other.replace('}]', '},]'),
    ]
    for (const record of broken) {
      expect(() => JSON.parse(record)).toThrow()
      const text = `{"Records":[${other},${record},${other}]}`
      const plain = readBytes(reader, Buffer.from(text))
      expect(plain.seen.map(({ recordNumber }) => recordNumber)).toEqual([2])
      expect(plain.reading).toMatchObject({ records: 3, end: { kind: 'complete' } })
      // Somebody wrote and packed it so: nothing was damaged on the way.
      expect(readBytes(reader, gzipSync(text)).seen).toEqual([])
    }
  })

  test('each bit of a packed file turned over is noticed, or it does not matter', () => {
    for (let bit = 0; bit < PACKED.length * 8; bit++) {
      const file = changed(PACKED, bit >> 3, 1 << (bit & 7))
      const { reading } = readBytes(reader, file)
      let content: Buffer | null = null
      try {
        content = gunzipSync(file)
      } catch {
        // zlib refuses it too
      }
      if (content === null) expect(reading.end.kind).not.toBe('complete')
      else if (reading.end.kind === 'complete') {
        expect(reading.contentSha256).toBe(createHash('sha256').update(content).digest('hex'))
      }
    }
  })

  test('many bits turned over', () => {
    const packed = madeTrail(4, 40)
    const random = seeded(11)
    for (let turn = 0; turn < 1500; turn++) {
      let file = packed
      for (let times = 1 + random.below(4); times > 0; times--) {
        file = changed(file, HEADER_BYTES + random.below(packed.length - HEADER_BYTES), 1 << random.below(8))
      }
      if (file.equals(packed)) continue
      expect(readBytes(reader, file).reading.end.kind).not.toBe('complete')
    }
  })

  test('a wrong checksum or length is named, and the records are there', () => {
    for (const [at, word] of [
      [-8, 'CRC-32'],
      [-4, 'states'],
    ] as const) {
      const { reading, seen } = readBytes(reader, changed(PACKED, at, 1))
      expect(reading.end).toMatchObject({
        reason: 'gzip-corrupt',
        offset: PACKED.length - 8,
        offsetIn: 'file',
      })
      expect(reading.end.kind === 'trouble' && reading.end.detail).toContain(word)
      expect(seen).toHaveLength(3)
      expect(reading.contentSha256).toBeNull()
    }
  })

  test.each([
    ['garbage', Buffer.from('garbage'), '7 bytes'],
    ['one byte of a next member', Buffer.from([0x1f]), '1 bytes'],
    ['zero padding', Buffer.alloc(5000), '5000 zero bytes'],
  ])('after the last member: %s', (_, tail, words) => {
    const { reading, seen } = readBytes(reader, Buffer.concat([PACKED, tail]))
    expect(reading.end).toMatchObject({
      reason: 'gzip-trailing-bytes',
      offset: PACKED.length,
      offsetIn: 'file',
    })
    expect(reading.end.kind === 'trouble' && reading.end.detail).toContain(words)
    expect(reading.sha256).toBe(createHash('sha256').update(PACKED).update(tail).digest('hex'))
    expect(reading.contentSha256).toBe(createHash('sha256').update(TEXT).digest('hex'))
    expect(seen).toHaveLength(3)
  })

  test('members one after the other are one content', () => {
    const parts = [TEXT.slice(0, 5), '', TEXT.slice(5, 100), TEXT.slice(100)]
    const { reading, seen } = readBytes(reader, Buffer.concat(parts.map((part) => gzipSync(part))))
    expect(reading).toMatchObject({ members: 4, records: 3, end: { kind: 'complete' } })
    expect(reading.contentSha256).toBe(createHash('sha256').update(TEXT).digest('hex'))
    expect(seen).toHaveLength(3)
  })

  test('headers with all optional parts', () => {
    const extra = Buffer.concat([Buffer.from([5, 0]), Buffer.from('extra')])
    const fixed = Buffer.from([0x1f, 0x8b, 8, 0x1c, 0, 0, 0, 0, 0, 3])
    const header = Buffer.concat([fixed, extra, Buffer.from('name\0comment\0')])
    const whole = readBytes(reader, Buffer.concat([header, PACKED.subarray(HEADER_BYTES)]))
    expect(whole.reading.end).toEqual({ kind: 'complete' })
    const cut = readBytes(reader, header.subarray(0, 20))
    expect(cut.reading.end).toMatchObject({ reason: 'gzip-truncated' })
    const wrongSum = Buffer.concat([changed(fixed, 3, 0x02), extra, Buffer.from('name\0comment\0ab')])
    expect(readBytes(reader, wrongSum).reading.end).toMatchObject({ reason: 'gzip-corrupt' })
    expect(readBytes(reader, changed(PACKED, 3, 0x80)).reading.end).toMatchObject({ reason: 'gzip-corrupt' })
    expect(readBytes(reader, changed(PACKED, 2, 1)).reading.end).toMatchObject({ reason: 'gzip-corrupt' })
  })

  test('damage of the document is told beside damage of the packing', () => {
    const bad = gzipSync(`{"Records":[${RECORD},}]}`)
    const { reading } = readBytes(reader, changed(bad, -8, 1))
    expect(reading.end).toMatchObject({ reason: 'gzip-corrupt' })
    expect(reading.end.kind === 'trouble' && reading.end.detail).toContain('In the content, at byte')
  })
})
