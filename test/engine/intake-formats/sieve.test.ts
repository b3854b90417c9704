import { describe, expect, it } from 'vitest'
import { createFastReader } from '../../../electron/engine/intake/fast/reader.ts'
import { countedCompanions } from '../../../electron/engine/intake/fast/sources.ts'
import { isRecord } from '../../../electron/engine/intake/formats/cloudtrail-record.ts'
import type { FoundRecord } from '../../../electron/engine/intake/formats/format.ts'
import { sortRecord } from '../../../electron/engine/intake/found-sign-in.ts'
import { DEFAULT_LIMITS } from '../../../electron/engine/intake/limits.ts'
import { decoys } from '../../fixtures/decoys.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { madeElement, member, space } from '../intake-fast/made-json.ts'
import { madeRecord } from '../intake-fast/made-trail.ts'
import { type Seeded, seeded } from '../intake-fast/seeded.ts'
import { FORMS } from './forms.ts'
import { hostile } from './hostile.ts'
import { formatOf, readWith } from './read-format.ts'

const sieve = createFastReader().sieve()
const kindOf = ({ parsed, raw, ...place }: FoundRecord) => sortRecord(parsed, place, raw).is

/**
 * Reads with and without the sieve. What it passes over is counted, and is nothing that anyone looks at; all else comes
 * out the same. Returns how many records it saved.
 */
async function compare(content: Uint8Array, chunk: number, format = formatOf(content)): Promise<number> {
  const careful = await readWith(format, content, chunk)
  const quick = await readWith(format, content, chunk, DEFAULT_LIMITS, sieve)
  expect({ ...quick, found: [] }).toEqual({ ...careful, found: [] })

  const handedOut = new Set(quick.found.map(({ recordNumber }) => recordNumber))
  expect(quick.found).toEqual(careful.found.filter(({ recordNumber }) => handedOut.has(recordNumber)))
  const saved = careful.found.filter(({ recordNumber }) => !handedOut.has(recordNumber))
  const kinds = saved.map(kindOf)
  expect(kinds.filter((kind) => kind !== 'other' && kind !== 'companion')).toEqual([])
  expect(saved.every(({ parsed }) => isRecord(parsed))).toBe(true)
  expect(countedCompanions(sieve.bySource())).toBe(kinds.filter((kind) => kind === 'companion').length)
  return saved.length
}

/** Values that are no JSON, though their brackets and quotes fit. */
const BROKEN = [
  'tru',
  'nul1',
  '01',
  '1.',
  '1e',
  '+1',
  '.5',
  '[1 2]',
  '[1,]',
  '[,1]',
  '["a":1]',
  '{"b"}',
  '{1:2}',
]
const BROKEN_TEXTS = ['"\\x"', '"\\u12g4"', '"\t"']

describe('goes past', () => {
  const OTHER = '"eventSource":"s3.amazonaws.com"'
  const VERSION = '"eventVersion":"1.08"'
  const limits = { ...DEFAULT_LIMITS, maxDepth: 5, maxRecordBytes: 400 }
  const passes = (text: string) => {
    sieve.begin(limits, { paths: [], list: 'Records' })
    return sieve.passOver(Buffer.from(text), 0, 0, 'the end').records === 1
  }

  it.each([
    ['a record of another service', `{${VERSION},${OTHER}}`],
    ['keys in any order', `{"a":{"b":[1]},${OTHER},"c":"}{",${VERSION}}`],
    ['white space', `{\n ${VERSION} ,\t"eventSource" : "s3.amazonaws.com" } \r\n`],
    ['a version deeper too, as text of a text', `{${VERSION},${OTHER},"a":"{\\"eventVersion\\":\\"1\\"}"}`],
    ['the deepest that is allowed', `{${VERSION},${OTHER},"a":[[[[1]]]]}`],
    [
      'all kinds of values',
      `{${VERSION},${OTHER},"a":[0,-1.5e+7,true,false,null,"\\u00e9\\n",[],{},{"b":[{}]}]}`,
    ],
    ['a list of another name', `{${VERSION},${OTHER},"records":[],"Record":[],"Recordset":[]}`],
  ])('%s', (_, text) => {
    expect(isRecord(JSON.parse(text))).toBe(true)
    expect(passes(text)).toBe(true)
  })

  it.each([
    ['a sign-in', `{${VERSION},"eventSource":"signin.amazonaws.com"}`],
    ['no version', `{${OTHER},"eventName":"GetObject","eventTime":"2026-01-01T00:00:00Z"}`],
    ['a version that is no text', `{"eventVersion":1.08,${OTHER}}`],
    ['an empty version', `{"eventVersion":"",${OTHER}}`],
    ['two versions', `{${VERSION},${OTHER},"eventVersion":null}`],
    ['a version deeper only', `{"a":{${VERSION}},${OTHER}}`],
    ['a version as a value only', `{"a":"eventVersion",${OTHER}}`],
    ['a version with an escaped letter', `{"event\\u0056ersion":"1.08",${OTHER}}`],
    ['no source', `{${VERSION}}`],
    ['an empty source', `{${VERSION},"eventSource":""}`],
    ['a source that is no text', `{${VERSION},"eventSource":["s3.amazonaws.com"]}`],
    ['two sources', `{${VERSION},${OTHER},${OTHER}}`],
    ['a source with an escape', `{${VERSION},"eventSource":"s3\\u002eamazonaws.com"}`],
    ['a notification of S3', `{${VERSION},"eventSource":"aws:s3"}`],
    ['a wrapper', `{${VERSION},${OTHER},"Records":[{"eventSource":"signin.amazonaws.com"}]}`],
    ['a wrapper by an escaped name', `{${VERSION},${OTHER},"R\\u0065cords":[]}`],
    ['too deep', `{${VERSION},${OTHER},"a":[[[[[1]]]]]}`],
    ['too large', `{${VERSION},${OTHER},"a":"${'x'.repeat(400)}"}`],
    ['something behind', `{${VERSION},${OTHER}}x`],
    ['two of them', `{${VERSION},${OTHER}}{${VERSION},${OTHER}}`],
    ['cut', `{${VERSION},${OTHER}`],
    ['a bracket of the wrong kind', `{${VERSION},${OTHER}]`],
    ['a control character', `{${VERSION},${OTHER},"a":"\n"}`],
    ['a list', `[{${VERSION},${OTHER}}]`],
    ...[...BROKEN, ...BROKEN_TEXTS].map((value) => [`with ${value}`, `{${VERSION},${OTHER},"a":${value}}`]),
    ['no comma', `{${VERSION} ${OTHER}}`],
    ['a comma too many', `{${VERSION},${OTHER},}`],
    ['a key that is none', `{${VERSION},${OTHER},a:1}`],
    ['no colon', `{${VERSION},${OTHER},"a" 1}`],
    ['no value', `{${VERSION},${OTHER},"a":}`],
    ['a value without key', `{${VERSION},${OTHER},1}`],
    ['nothing', ''],
  ])('not: %s', (_, text) => {
    expect(passes(text)).toBe(false)
    expect(passes(`{${VERSION},${OTHER}}`)).toBe(true)
  })
})

describe('a record in a text', () => {
  const RECORD = {
    eventVersion: '1.08',
    eventSource: 's3.amazonaws.com',
    a: 'quote " slash \\ é 漢 \u2028 \t',
  }
  const passes = (text: string, place: 'json-string' | 'csv-cell') => {
    sieve.begin(DEFAULT_LIMITS, { paths: [], list: null })
    return sieve.passes(Buffer.from(text), place)
  }
  const inString = (text: string) => JSON.stringify(text)
  const inCell = (text: string) => `"${text.replaceAll('"', '""')}"`

  it('is gone past', () => {
    const text = JSON.stringify(RECORD)
    expect(passes(inString(text), 'json-string')).toBe(true)
    expect(passes(inString(`${text}\n`), 'json-string')).toBe(true)
    expect(passes(inString(text).replaceAll('é', '\\u00e9').replaceAll('漢', '\\u6f22'), 'json-string')).toBe(
      true,
    )
    expect(passes(inString(text).replace('s3', '\\u00733'), 'json-string')).toBe(true)
    expect(passes(inCell(text), 'csv-cell')).toBe(true)
    expect(passes(text.replaceAll('"', ''), 'csv-cell')).toBe(false)
  })

  it.each([
    ['a sign-in', JSON.stringify({ ...RECORD, eventSource: 'signin.amazonaws.com' })],
    ['two records', JSON.stringify(RECORD).repeat(2)],
    ['something before', ` ${JSON.stringify(RECORD)}`],
    ['a notification', JSON.stringify({ ...RECORD, eventSource: 'aws:s3' })],
  ])('is not: %s', (_, text) => {
    expect(passes(inString(text), 'json-string')).toBe(false)
    expect(passes(inCell(text), 'csv-cell')).toBe(false)
  })

  it.each([
    ['no closing quote', (text: string) => text.slice(0, -1)],
    ['a closing quote that is escaped', (text: string) => `${text.slice(0, -1)}\\"`],
    ['something behind the closing quote', (text: string) => `${text} `],
    ['an escape that is none', (text: string) => text.replace('é', '\\x')],
    ['digits that are none', (text: string) => text.replace('é', '\\u00g9')],
    ['half of a pair', (text: string) => text.replace('é', '\\ud83d')],
    ['a line break', (text: string) => text.replace('é', '\n')],
    ['a line break between its keys', (text: string) => text.replace('{', '{\n')],
  ])('is not with %s', (_, damage) => {
    expect(passes(damage(inString(JSON.stringify(RECORD))), 'json-string')).toBe(false)
  })

  it('is not where a quote is not doubled', () => {
    const cell = inCell(JSON.stringify(RECORD))
    expect(passes(cell.replace('""s3', '"s3'), 'csv-cell')).toBe(false)
    expect(passes(cell.slice(0, -1), 'csv-cell')).toBe(false)
  })
})

describe('a record on a path', () => {
  const RECORD = '{"eventVersion":"1.08","eventSource":"s3.amazonaws.com"}'
  const SIGN_IN = '{"eventVersion":"1.08","eventSource":"signin.amazonaws.com"}'
  const passes = (text: string) => {
    sieve.begin(
      { ...DEFAULT_LIMITS, maxDepth: 5 },
      { paths: [['message'], ['a', 'b', 'message']], list: 'events' },
    )
    return sieve.passOver(Buffer.from(text), 0, 0, 'the end').records === 1
  }

  it.each([
    ['as an object', `{"message":${RECORD}}`],
    ['as a text', `{"a":[1],"message" : ${JSON.stringify(RECORD)} ,"b":{}}`],
    ['where its name is a value too', `{"a":"message","message":${RECORD},"b":["message"]}`],
    ['where its name stands deeper too', `{"x":{"message":1},"message":${RECORD}}`],
    ['on the second path', `{"a":{"x":{"b":1},"b":{"message":${RECORD}},"y":"a"}}`],
    ['on the second path, as a text', `{"a" : {"b" : {"message" : ${JSON.stringify(RECORD)}}}}`],
    ['on both: the first counts', `{"a":{"b":{"message":${SIGN_IN}}},"message":${RECORD}}`],
    ['beside others of almost that name', `{"messages":1,"xmessage":2,"message":${RECORD},"Message":3}`],
  ])('%s', (_, text) => {
    expect(passes(text)).toBe(true)
  })

  it.each([
    ['without it', RECORD],
    ['that stands deeper', `{"x":{"message":${RECORD}}}`],
    ['on a part of the second path', `{"a":{"message":${RECORD}}}`],
    ['on the second path through a list', `{"a":[{"b":{"message":${RECORD}}}]}`],
    ['with a part of the path twice', `{"a":{"b":{}},"a":{"b":{"message":${RECORD}}}}`],
    ['a sign-in', `{"message":${SIGN_IN}}`],
    ['a sign-in on the second path', `{"a":{"b":{"message":${SIGN_IN}}}}`],
    ['with a crowd of others of its name', `{"x":[${'{"message":1},'.repeat(20)}1],"message":${RECORD}}`],
    ['damage in the element', `{"message":${RECORD} "x":1}`],
    ['twice', `{"message":${RECORD},"message":${RECORD}}`],
    ['with an escaped letter', `{"m\\u0065ssage":${RECORD},"message":${RECORD}}`],
    ['that is a list', `{"message":[${RECORD}]}`],
    ['that is a number', '{"message":1}'],
    ['that is a value', '{"a":"message"}'],
    ['in a wrapper', `{"events":[],"message":${RECORD}}`],
  ])('not: %s', (_, text) => {
    expect(passes(text)).toBe(false)
  })
})

it.each([
  ['a name that is too long', [['a-name-of-16-let']]],
  ['a path that is too long', [['a', 'b', 'c', 'd']]],
  ['too many paths', [['a'], ['b'], ['c'], ['d'], ['e'], ['f']]],
])('%s is refused', (_, paths) => {
  expect(() => sieve.begin(DEFAULT_LIMITS, { paths, list: null })).toThrow(RangeError)
})

const WITH_LARGEST = new Set(['array', 'lines', 'lookup-events', 'Elastic, search', 'Splunk CSV'])

describe.each(FORMS)('$name', (form) => {
  const usual = trail(
    '10:00 alice ConsoleLogin ok mfa',
    '10:01 alice s3:GetObject ok',
    '10:02 alice sts:GetCallerIdentity ok',
    '10:03 alice ec2:DescribeInstances ok',
    '10:04 bob ConsoleLogin failed',
    '10:05 alice kms:Decrypt ok',
  )
  // The largest takes long, and is larger than what is looked at in one piece in every form.
  const odd = hostile().filter(
    (record) => WITH_LARGEST.has(form.name) || String(record['userAgent']).length < 100_000,
  )
  const many = Array.from({ length: 60 }, (_, i) => ({ ...usual[i % 6], eventID: `id-${i}` }) as JsonMap)

  it.each([
    [700, [...usual, ...decoys(), ...many]],
    [262_144, [...usual, ...odd, ...many]],
  ])('is the same with it and without, in pieces of %i bytes', async (chunk, records) => {
    const saved = await compare(Buffer.from(form.write(records)), chunk)
    if (form.form === 'record' && form.inText !== true) expect(saved).toBeGreaterThan(35)
    else expect(saved).toBe(0)
  })

  it('so it is when the content is cut', async () => {
    const content = Buffer.from(form.write([...usual, ...usual]))
    for (let length = 600; length < content.length; length += 797) {
      await compare(content.subarray(0, length), 1000, formatOf(content))
    }
  })
})

describe.each(FORMS)('damaged $name', (form) => {
  it('comes out the same', async () => {
    const lines = ['10:00 alice ConsoleLogin ok', '10:01 c sts:AssumeRole ok', '10:02 d s3:GetObject ok']
    for (let seed = 0; seed < 12; seed += 1) {
      const random = seeded(seed)
      const made = Array.from({ length: 8 }, () => madeRecord(random) as JsonMap)
      const content = Buffer.from(form.write([...made.slice(4), ...trail(...lines), ...made.slice(0, 4)]))
      const format = formatOf(content)
      const at = random.below(content.length)
      if (random.below(2) === 0) content[at] = random.below(256)
      else
        content.write(random.pick(['"', '{', '}', '[', ',', ':', '\\', '\n', ' ', '0', '""', '\\u0041']), at)
      await compare(content, 50 + random.below(6000), format)
    }
  })
})

const BETWEEN = [
  ['lines', '', '\n', '\n'],
  ['one after the other', '', '', ''],
  ['a list', '[', ',', ']'],
  ['a trail', '{"Records":[', ',', ']}'],
  ['spread lines', '', ' \n ', '\n'],
] as const

it.each(BETWEEN)('odd records, as %s', async (_, before, between, after) => {
  for (let seed = 0; seed < 40; seed += 1) {
    const random = seeded(seed)
    const elements = Array.from({ length: 2 + random.below(12) }, () => oddElement(random))
    // The first two decide the form.
    const first = JSON.stringify(madeRecord(random))
    const content = Buffer.from(`${before}${[first, first, ...elements].join(between)}${after}`)
    await compare(content, 1 + random.below(4000))
  }
})

/** On one line, so that it may stand in lines too. */
function oddElement(random: Seeded): string {
  if (random.below(3) === 0) return JSON.stringify(madeRecord(random))
  const text = madeElement(random).replaceAll(/[\r\n]/g, ' ')
  if (!text.startsWith('{') || random.below(5) === 0) return text
  const version = member(random, '"eventVersion"', random.pick(['"1.08"', '"1.08"', '1', '""']))
  const isEmpty = text.slice(1, -1).trim() === ''
  return `{${space(random).replaceAll(/[\r\n]/g, ' ')}${version.replaceAll(/[\r\n]/g, ' ')}${isEmpty ? '' : ','}${text.slice(1)}`
}
