import { appendFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createFastReader } from '../../../electron/engine/intake/fast/reader.ts'
import { DEFAULT_LIMITS } from '../../../electron/engine/intake/limits.ts'
import { path, READERS, readBytes } from './read-bytes.ts'

const KIB = 1024
const RECORD = '{"eventSource":"signin.amazonaws.com"}'
const trail = (...records: string[]) => `{"Records":[${records.join(',')}]}`
const giant = (bytes: number) => `{"eventSource":"signin.amazonaws.com","a":"${'x'.repeat(bytes)}"}`

describe.each(READERS)('Limits, %s', (_, reader) => {
  test('nesting', () => {
    const nested = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
    const deep = trail(RECORD, nested(100), nested(101))
    const { reading, seen } = readBytes(reader, Buffer.from(deep), { maxDepth: 100 })
    expect(reading.end).toMatchObject({ reason: 'nesting-too-deep', offsetIn: 'content' })
    expect(reading.end).toMatchObject({ offset: deep.lastIndexOf('[') })
    expect(reading.records).toBe(2)
    expect(seen).toHaveLength(2)
    expect(readBytes(reader, Buffer.from(deep), { maxDepth: 101 }).reading.end).toEqual({ kind: 'complete' })
    const abyss = Buffer.from(trail(nested(65_535)))
    expect(readBytes(reader, abyss, { maxDepth: 1e6 }).reading.end).toEqual({ kind: 'complete' })
    const deeper = Buffer.from(trail(nested(65_536)))
    expect(readBytes(reader, deeper, { maxDepth: 1e6 }).reading.end).toMatchObject({
      reason: 'nesting-too-deep',
    })
  })

  test('a record over the window is read whole, and the next file as ever', () => {
    const text = trail(RECORD, giant(3_000_000), RECORD)
    for (const file of [gzipSync(text), Buffer.from(text)]) {
      const { reading, seen } = readBytes(reader, file)
      expect(reading.end).toEqual({ kind: 'complete' })
      expect(seen.map(({ text }) => text.length)).toEqual([
        RECORD.length,
        giant(3_000_000).length,
        RECORD.length,
      ])
      expect(text.slice(seen[2]!.byteStart, seen[2]!.byteEnd)).toBe(RECORD)
      expect(readBytes(reader, gzipSync(trail(RECORD))).reading.end).toEqual({ kind: 'complete' })
    }
  })

  test('a record over its limit', () => {
    for (const size of [2000, 400_000]) {
      const text = trail(RECORD, giant(size), RECORD)
      const { reading, seen } = readBytes(reader, gzipSync(text), { maxRecordBytes: 1000 })
      expect(reading.end).toMatchObject({ reason: 'record-too-large', offset: 12 + RECORD.length + 1 })
      expect(seen).toHaveLength(1)
    }
  })

  test('too much content: what stands before the limit is kept', () => {
    const text = trail(...Array.from({ length: 20_000 }, () => RECORD))
    const limit = 12 + 7000 * (RECORD.length + 1) + 5
    const { reading, seen } = readBytes(reader, gzipSync(text), { maxContentBytes: limit })
    expect(reading.end).toMatchObject({ reason: 'inflated-too-large', offset: limit, offsetIn: 'content' })
    expect(reading).toMatchObject({ records: 7000, contentBytes: limit, contentSha256: null })
    expect(seen).toHaveLength(7000)
    expect(readBytes(reader, gzipSync(text), { maxContentBytes: text.length }).reading.end.kind).toBe(
      'complete',
    )
  })

  test('too much content out of too few bytes', () => {
    const file = gzipSync(`{"Records":[${RECORD}${',{}'.repeat(300_000)}]}`)
    const { reading, seen } = readBytes(reader, file, { maxRatio: 100, ratioFromBytes: 200_000 })
    expect(reading.end).toMatchObject({ reason: 'inflation-ratio', offsetIn: 'content' })
    expect(reading.contentBytes).toBeLessThan(1_000_000)
    expect(seen[0]).toMatchObject({ recordNumber: 1, text: RECORD })
    expect(readBytes(reader, file, { maxRatio: 100 }).reading.end.kind).toBe('complete')
  })

  test('stops when asked', () => {
    const text = trail(...Array.from({ length: 20_000 }, () => RECORD))
    for (const file of [gzipSync(text), Buffer.from(text)]) {
      const { reading, seen } = readBytes(reader, file, {}, { shouldStop: () => true })
      expect(reading).toMatchObject({ end: { kind: 'stopped' }, sha256: '', contentSha256: null })
      expect(seen.length).toBeLessThan(20_000)
    }
  })

  test('notices a file that grows while it is read', () => {
    const text = Buffer.from(trail(RECORD))
    readBytes(reader, text)
    const request = { hashContent: false, limits: DEFAULT_LIMITS }
    const { end } = reader.read(path, request, () => appendFileSync(path, ' '))
    expect(end).toMatchObject({ reason: 'changed-while-reading', offset: text.length })
  })

  test('throws what the file system or the caller throws, and can be used again', () => {
    const request = { hashContent: false, limits: DEFAULT_LIMITS }
    expect(() => reader.read(`${path}-missing`, request, () => {})).toThrow('ENOENT')
    readBytes(reader, gzipSync(trail(RECORD)))
    const fail = () => {
      throw new Error('no more')
    }
    expect(() => reader.read(path, request, fail)).toThrow('no more')
    expect(() => reader.read(path, request, () => void reader.read(path, request, () => {}))).toThrow(
      'already',
    )
    expect(reader.read(path, request, () => {}).end).toEqual({ kind: 'complete' })
  })
})

test('a window that may not grow', () => {
  const reader = createFastReader({ window: 100 * KIB, maxWindow: 200 * KIB })
  expect(readBytes(reader, gzipSync(trail(giant(140 * KIB)))).reading.end.kind).toBe('complete')
  expect(readBytes(reader, gzipSync(trail(RECORD, giant(300 * KIB)))).reading).toMatchObject({
    end: { reason: 'record-too-large', offset: 12 + RECORD.length + 1 },
    records: 1,
  })
})

test('options that cannot work are refused', () => {
  expect(() => createFastReader({ window: 1000 })).toThrow(RangeError)
  expect(() => createFastReader({ sources: [{ source: 'Signin', take: 'all' }] })).toThrow(RangeError)
  expect(() => createFastReader({ sources: [{ source: 'a', take: ['no.dots'] }] })).toThrow(RangeError)
  const twice = { source: 'a', take: 'all' } as const
  expect(() => createFastReader({ sources: [twice, twice] })).toThrow(RangeError)
})

test('counts the records of each source, 250 sources at most', () => {
  const names = Array.from({ length: 250 }, (_, index) => `service${index}.amazonaws.com`)
  const sources = names.map((source) => ({ source, take: 'none' as const }))
  const reader = createFastReader({ sources })
  const records = names.flatMap((name, index) =>
    Array.from({ length: index % 3 }, () =>
      JSON.stringify({ eventSource: index % 2 ? name : name.toUpperCase() }),
    ),
  )
  const { reading, seen } = readBytes(reader, Buffer.from(trail(...records)))
  expect(reading.bySource).toEqual(names.map((_, index) => index % 3))
  expect(seen).toEqual([])
  expect(() => createFastReader({ sources: [...sources, { source: 'one-more', take: 'none' }] })).toThrow(
    RangeError,
  )
})
