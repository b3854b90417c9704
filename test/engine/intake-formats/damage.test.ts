import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFormat } from '../../../electron/engine/intake/formats/read-json.ts'
import { trailForm } from '../../../electron/engine/intake/formats/trail.ts'
import { DEFAULT_LIMITS } from '../../../electron/engine/intake/limits.ts'
import * as tables from '../../fixtures/export-tables.ts'
import * as exports from '../../fixtures/exports.ts'
import { logText, minified } from '../../fixtures/layout.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { formatOf, read, readWith } from './read-format.ts'
import { createTrailScanner } from './trail-scanner.ts'

const RECORDS = trail(
  '10:00 alice ConsoleLogin ok',
  '10:01 bob ConsoleLogin failed',
  '10:02 alice CheckMfa ok',
  '10:03 carol ConsoleLogin ok',
)
const ids = RECORDS.map(({ eventID }) => eventID)
const readable = (found: readonly { readonly parsed: unknown }[]) =>
  found.flatMap(({ parsed }) => (parsed === undefined ? [] : [(parsed as JsonMap)['eventID']]))

describe('damage in lines stays in its line', () => {
  const write = exports.jsonLines(RECORDS).split('\n')
  const withLine = (line: string) => [write[0], line, ...write.slice(2)].join('\n')

  it.each<[string, string, string]>([
    ['a missing quote', write[1]!.replace('"', ''), 'json-syntax'],
    ['a quote too many', write[1]!.replace('bob', 'b"ob'), 'json-syntax'],
    ['a missing end', write[1]!.slice(0, -20), 'json-syntax'],
    ['a bracket of the wrong kind', write[1]!.replace('}', ']'), 'json-syntax'],
    ['a control character', write[1]!.replace('bob', 'b\u0007b'), 'json-syntax'],
    ['nothing but nesting', '{"a":'.repeat(3000), 'nesting-too-deep'],
  ])('%s', async (_, line, reason) => {
    const result = await readWith(
      formatOf(Buffer.from(exports.jsonLines(RECORDS))),
      Buffer.from(withLine(line)),
    )
    expect(result.records).toBe(4)
    expect(result.trouble).toMatchObject({ reason, offsetIn: 'content' })
    expect(result.trouble!.offset).toBeGreaterThanOrEqual(write[0]!.length + 1)
    expect(result.trouble!.offset).toBeLessThanOrEqual(write[0]!.length + 1 + line.length)
    expect(result.found[1]).toMatchObject({ parsed: undefined, recordNumber: 2 })
    expect(readable(result.found)).toEqual([ids[0], ids[2], ids[3]])
  })

  it('a line that is no JSON is named, but no record', async () => {
    const content = Buffer.from(withLine('Killed'))
    const result = await readWith(formatOf(Buffer.from(exports.jsonLines(RECORDS))), content)
    expect(result).toMatchObject({ records: 3, trouble: { reason: 'json-syntax' } })
  })

  it('says how many cannot be read', async () => {
    const content = Buffer.from([write[0], '{', '{"x', write[2], ''].join('\n'))
    const result = await readWith(formatOf(Buffer.from(exports.jsonLines(RECORDS))), content)
    expect(result.trouble?.detail).toContain('2 records cannot be read.')
  })
})

describe('a last line of text without a line end', () => {
  const lines = exports.syslogLines(RECORDS)

  it.each<[string, string, string | undefined]>([
    ['that is a record is whole', lines.trimEnd(), undefined],
    ['that has no record may be whole or not', `${lines}<134>Mar  9 10:00:09 END`, 'line-not-ended'],
    ['with words behind its record too', `${lines.trimEnd()} END`, 'line-not-ended'],
    ['whose record has no end was cut off', lines.trimEnd().slice(0, -20), 'json-truncated'],
    ['cut off before a record can be known too', `${lines}<134>Mar  9 10:00:09 {"eventV`, 'json-truncated'],
    ['that has another object is no record', `${lines}<134>Mar  9 10:00:09 {"a":1}`, 'line-not-ended'],
  ])('%s', async (_, text, reason) => {
    const { records, trouble } = await read(text)
    expect([records, trouble?.reason]).toEqual([text.includes(lines.trimEnd()) ? 4 : 3, reason])
    if (trouble !== null) expect(trouble).toMatchObject({ offsetIn: 'content' })
  })
})

describe('damage elsewhere', () => {
  it('in a value among others: reading goes on at the next line that starts one', async () => {
    const values = exports.prettyValues(RECORDS).split(/(?<=^}\n)/m)
    const broken = Buffer.from([values[0], values[1]!.replace('{', '{ x'), ...values.slice(2)].join(''))
    const result = await readWith(formatOf(Buffer.from(values.join(''))), broken)
    expect(readable(result.found)).toEqual([ids[0], ids[2], ids[3]])
    expect(result.trouble).toMatchObject({ reason: 'json-syntax', offset: values[0]!.length + 2 })
  })

  it('behind the document is named, and costs nothing', async () => {
    const result = await read(`${logText(RECORDS)}\0\0\0`)
    expect(result).toMatchObject({
      records: 4,
      trouble: { reason: 'json-trailing-bytes', offset: logText(RECORDS).length },
    })
  })

  it('in a message: the text of another program is other, a broken record is not', async () => {
    const content = exports.getLogEvents(RECORDS).replace('\\"bob\\"', '\\"b')
    const result = await read(content)
    expect(result).toMatchObject({ records: 4, others: 0, trouble: { reason: 'json-syntax' } })
    expect(readable(result.found)).toEqual([ids[0], ids[2], ids[3]])
  })

  it('a key that stands twice is read twice, and named', async () => {
    const [first, second] = RECORDS.map((record) => JSON.stringify(minified(record)))
    const content = `{"Events":[{"EventId":"1","CloudTrailEvent":${first},"CloudTrailEvent":${second}}]}`
    expect(await read(content)).toMatchObject({ records: 2, trouble: { reason: 'json-repeated-key' } })
  })

  it('in the name of a field: that row is named, the others are read', async () => {
    const content = exports.insightsResults(RECORDS)
    const at = content.lastIndexOf('"@message"') + 5
    const result = await read(`${content.slice(0, at)}\u0001${content.slice(at)}`)
    expect(result).toMatchObject({ records: RECORDS.length, trouble: { reason: 'json-syntax' } })
    expect(readable(result.found)).toEqual(ids.slice(0, -1))
  })

  /** Each makes one record another value, or no JSON. */
  const changes: readonly (readonly [string, string, string])[] = [
    ['a sign that JSON does not know', 'bob', '\\q'],
    ['the same in its source', 'signin.amazonaws', 'signin.amaz\\qnaws'],
    ['a quote too many', 'bob', 'b"ob'],
    ['no name of the source', 'eventSource', 'event~ource'],
    ['no name of the version', 'eventVersion', 'event~ersion'],
  ]
  const shapes: readonly (readonly [string, (records: readonly JsonMap[]) => string])[] = [
    ['a list of messages', exports.queuedEvents],
    ['messages with texts in texts', exports.queuedNotices],
    ['events in a log', exports.bridgedLogEvents],
    ['lines of a function', exports.functionLogs],
    ['texts in objects', exports.wrappedTexts],
    ['lines of syslog', exports.syslogLines],
    ['two places of a record', exports.twoPlaces],
  ]
  const all = shapes.flatMap(([where, write]) => changes.map((change) => [where, ...change, write] as const))

  it.each(all)(
    'in %s: %s in one record is never passed over without a word',
    async (_, __, from, to, write) => {
      const content = write(RECORDS)
      const at = content.indexOf('bob')
      const place = content.lastIndexOf('eventVersion', at)
      const changed = content.slice(0, place) + content.slice(place).replace(from, to)
      expect(changed).not.toBe(content)
      const { records, trouble } = await readWith(formatOf(Buffer.from(content)), Buffer.from(changed))
      // A record is one also without its source or version.
      expect(trouble === null ? records : 'told').toBe(from.startsWith('event') ? RECORDS.length : 'told')
    },
  )

  it('in a second record of a row', async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const [first, second] = RECORDS.map((record) => JSON.stringify(record)) as [string, string]
    const rows = (other: string) => `@timestamp,@message,other\n1,${quoted(first)},${quoted(other)}\n`
    expect(await read(rows(second))).toMatchObject({ records: 2, trouble: null })
    const damaged = await read(rows(second.replace('"eventName"', '"eventName')))
    expect(damaged).toMatchObject({ records: 1, trouble: { reason: 'form-not-known' } })
  })

  it('in a table: a row with too few cells', async () => {
    const rows = tables.athenaCsv(RECORDS).split('\n')
    const result = await read([rows[0], rows[1], '"1.11","x"', ...rows.slice(2)].join('\n'))
    expect(result).toMatchObject({
      records: 5,
      trouble: { reason: 'csv-syntax', offset: rows[0]!.length + rows[1]!.length + 2 },
    })
    expect(readable(result.found)).toEqual(ids)
  })
})

describe('limits', () => {
  const limits = { ...DEFAULT_LIMITS, maxRecordBytes: 20_000 }
  const large: JsonMap = { ...RECORDS[1], userAgent: 'x'.repeat(150_000) }
  const withLarge = [RECORDS[0]!, large, ...RECORDS.slice(2)]

  it.each([
    ['a trail', logText(withLarge), 1],
    ['a table', tables.splunkCsv(withLarge), 1],
    ['lines', exports.jsonLines(withLarge), 3],
    ['pretty values', exports.prettyValues(withLarge), 3],
  ] as const)('a record that is too large in %s is named', async (_, content, kept) => {
    const bytes = Buffer.from(content)
    const result = await readWith(formatOf(bytes), bytes, 4096, limits)
    expect(result.trouble?.reason).toBe('record-too-large')
    expect(readable(result.found)).toEqual(kept === 1 ? ids.slice(0, 1) : [ids[0], ids[2], ids[3]])
  })

  it('depth inside a text counts too', async () => {
    const deep = `{"eventVersion":"1.08","eventName":"x","y":${'['.repeat(3000)}${']'.repeat(3000)}}`
    const content = minified({
      Events: [{ CloudTrailEvent: deep }, { CloudTrailEvent: minified(RECORDS[0]) }],
    })
    const result = await read(content)
    expect(result).toMatchObject({ records: 2, trouble: { reason: 'json-syntax' } })
    expect(readable(result.found)).toEqual([ids[0]])
  })
})

describe('the reader of trail objects alone is the twin', () => {
  it('of this one, on damaged content of one line', async () => {
    const whole = Buffer.from(logText(RECORDS))
    const format = jsonFormat(trailForm, 'trail-json', 'values')
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(...Buffer.from('"{}[]:,\\ x\0')), fc.boolean()),
          { maxLength: 3 },
        ),
        fc.integer({ min: 1, max: 3000 }),
        async (changes, size) => {
          const bytes = Buffer.from(whole)
          for (const [at, byte, isKept] of changes) if (!isKept) bytes[at] = byte
          const twin: number[][] = []
          const scanner = createTrailScanner(DEFAULT_LIMITS, (_, start, view) =>
            twin.push([start, view.length]),
          )
          for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size))
          const end = scanner.end()
          fc.pre(end.kind === 'trail')
          const result = await readWith(format, bytes, size)
          expect(result.found.map(({ byteStart, byteEnd }) => [byteStart, byteEnd - byteStart])).toEqual(twin)
          if (end.trouble !== null && result.trouble?.reason !== 'json-repeated-key') {
            expect(result.trouble).toMatchObject({ reason: end.trouble.reason, offset: end.trouble.offset })
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
