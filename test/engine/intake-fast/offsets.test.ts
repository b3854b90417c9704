import { describe, expect, test } from 'vitest'
import { READERS, readBytes } from './read-bytes.ts'

const SIGN_IN = '"eventSource":"signin.amazonaws.com"'
const OTHER = '"eventSource":"s3.amazonaws.com"'

/** Texts of one record, and whether it is a candidate. Each is moved byte by byte. */
const CASES: readonly (readonly [string, string, boolean])[] = [
  ['a key', `{${SIGN_IN}}`, true],
  ['a key in a nested object', `{"a":{${SIGN_IN}},${OTHER}}`, false],
  ['a key after nested values', `{"a":[{"b":[{}]}],${SIGN_IN}}`, true],
  ['a key in a string', `{"a":"\\"${SIGN_IN.replaceAll('"', '\\"')}",${OTHER}}`, false],
  ['brackets in a string', `{"a":"]}}\\\\",${SIGN_IN}}`, true],
  ['an escaped letter', `{"a":"\\u0041",${OTHER}}`, true],
  ['an escaped backslash before u', `{"a":"\\\\u0041",${OTHER}}`, false],
  ['long characters', `{"a":"日本😀é",${OTHER},"b":"日本"}`, false],
]

// The scanner looks at 64 bytes at once: whatever it tells apart is moved over all places in such a block.
describe.each(READERS)('At every offset in a block, %s', (_, reader) => {
  const seen = (text: string) => {
    const { reading, seen } = readBytes(reader, Buffer.from(text))
    expect(reading).toMatchObject({ records: (JSON.parse(text) as { Records: unknown[] }).Records.length })
    return seen.map(({ recordNumber }) => recordNumber)
  }

  test.each(CASES)('%s', (_, record, isCandidate) => {
    for (let shift = 0; shift < 70; shift++) {
      const outside = `{"Records":[${' '.repeat(shift)}${record},{${OTHER}}]}`
      const inside = `{"Records":[{"${'p'.repeat(shift)}":1,${record.slice(1)},{${OTHER}}]}`
      expect(seen(outside)).toEqual(isCandidate ? [1] : [])
      expect(seen(inside)).toEqual(isCandidate ? [1] : [])
    }
  })

  test('runs of backslashes of every length', () => {
    for (let length = 0; length < 140; length++) {
      for (const shift of [0, 1, 17, 62, 63, 64]) {
        const filler = 'x'.repeat(shift) + '\\'.repeat(length)
        // An even run ends the string at the quote; an odd one escapes it, and the key behind it is text.
        const tail = length % 2 === 0 ? `",${SIGN_IN}` : `",${SIGN_IN.replaceAll('"', "'")}",${OTHER}`
        expect(seen(`{"Records":[{"a":"${filler}${tail}},{${OTHER}}]}`)).toEqual(length % 2 === 0 ? [1] : [])
      }
    }
  })
})
