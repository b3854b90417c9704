import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SIGN_IN_RULES } from '../../../electron/engine/intake/fast/sources.ts'
import { isSignIn } from '../../../electron/engine/signin/which.ts'
import { madeElement, member, space } from './made-json.ts'
import { madeTrail } from './made-trail.ts'
import { type Outcome, READERS, readBytes } from './read-bytes.ts'
import { type Seeded, seeded } from './seeded.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What `JSON.parse` makes of the same document. */
function compare({ reading, seen }: Outcome, file: Uint8Array, text: string): void {
  const content = Buffer.from(text)
  const elements = JSON.parse(text.replace(/^\ufeff/, '')).Records as unknown[]
  expect(reading.end).toEqual({ kind: 'complete' })
  expect(reading.bytes).toBe(file.length)
  expect(reading.sha256).toBe(sha256(file))
  expect(reading.contentBytes).toBe(content.length)
  expect(reading.contentSha256).toBe(sha256(content))
  expect(reading.isTrail).toBe(true)
  expect(reading.records).toBe(elements.length)
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  expect(reading.nonObjects).toBe(elements.filter((element) => !isObject(element)).length)

  const found = new Map(seen.map((one) => [one.recordNumber, one]))
  expect(found.size).toBe(seen.length)
  elements.forEach((element, index) => {
    const { eventSource, eventName } = (isObject(element) ? element : {}) as Record<string, unknown>
    if (isSignIn(eventSource, eventName)) expect(found.has(index + 1), `record ${index + 1}`).toBe(true)
  })
  for (const { recordNumber, byteStart, byteEnd, text } of seen) {
    expect(content.subarray(byteStart, byteEnd).toString()).toBe(text)
    expect(JSON.parse(text)).toEqual(elements[recordNumber - 1])
  }
}

function madeDocument(random: Seeded, elements: readonly string[]): string {
  const others = () => {
    const key = random.pick(['"records"', '"Digest"', '"x"', '"Record"', '"eventSource"'])
    const value = random.pick(['0', '-1.5e9', 'true', 'false', 'null'])
    return random.below(3) === 0 ? [member(random, key, value)] : []
  }
  const separated = elements.map((element) => `${space(random)}${element}${space(random)}`).join(',')
  const records = `${space(random)}"Records"${space(random)}:${space(random)}[${separated || space(random)}]`
  const members = [...others(), records, ...others()].join(',')
  const mark = random.below(6) === 0 ? '\ufeff' : ''
  return `${mark}${space(random)}{${members}${space(random)}}${space(random)}`
}

describe.each(READERS)('Same as JSON.parse, %s', (_, reader) => {
  test('500 odd documents, plain and packed', () => {
    for (let seed = 0; seed < 500; seed++) {
      const random = seeded(seed)
      const elements = Array.from({ length: random.below(8) }, () => madeElement(random))
      const text = madeDocument(random, elements)
      const file = random.below(2) === 0 ? Buffer.from(text) : gzipSync(text, { level: random.below(10) })
      compare(readBytes(reader, file), file, text)
    }
  })

  test('40 documents that do not fit the window at once', () => {
    for (let seed = 1000; seed < 1040; seed++) {
      const random = seeded(seed)
      const elements = Array.from({ length: 1500 + random.below(1500) }, () => madeElement(random))
      const text = madeDocument(random, elements)
      const file = random.below(2) === 0 ? Buffer.from(text) : gzipSync(text, { level: random.below(10) })
      compare(readBytes(reader, file), file, text)
    }
  })

  test.each([
    ['minified', undefined, '\n'],
    ['two spaces', 2, '\n'],
    ['tabs', '\t', '\n'],
    ['two spaces and CRLF', 2, '\r\n'],
  ])('records of the usual kind, %s', (_, indent, lineEnd) => {
    const text = usualText(indent).replaceAll('\n', lineEnd)
    const file = gzipSync(text)
    const outcome = readBytes(reader, file)
    compare(outcome, file, text)
    // Nothing but what could be a sign-in is handed out of such records, and each source is counted.
    const records = JSON.parse(text).Records as { eventSource: string }[]
    const wanted = SIGN_IN_RULES.slice(0, 3).map(({ source }) => source)
    expect(outcome.seen.length).toBe(records.filter(({ eventSource }) => wanted.includes(eventSource)).length)
    expect(outcome.reading.bySource).toEqual(
      SIGN_IN_RULES.map(({ source }) => records.filter(({ eventSource }) => eventSource === source).length),
    )
  })
})

function usualText(indent: number | string | undefined): string {
  const trail = JSON.parse(gunzipSync(madeTrail(7, 700)).toString())
  return JSON.stringify(trail, null, indent)
}
