import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../electron/engine/signin/canonical-json.ts'
import { sameRecord } from '../../../electron/engine/signin/same-record.ts'
import { escaped, pretty, shuffledKeys } from '../../fixtures/layout.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const same = (a: string, b: string): boolean => sameRecord(bytes(a), bytes(b))

describe('same record', () => {
  it.each([
    ['white space', '{"a":[1,2]}', ' { "a" :\t[ 1 ,\n2 ] }\r\n'],
    ['order of keys', '{"a":1,"b":{"c":2,"d":3}}', '{"b":{"d":3,"c":2},"a":1}'],
    ['escapes', '{"a":"é/\\n"}', '{"\\u0061":"\\u00e9\\/\\u000a"}'],
    ['numbers written another way', '[100,0.5,-0]', '[1e2,5e-1,0]'],
    ['empty ones', '{"a":{},"b":[],"c":""}', '{"c":"","b":[ ],"a":{ }}'],
    ['a key named __proto__', '{"__proto__":1,"a":2}', '{"a":2,"__proto__":1}'],
  ])('does not count %s', (_, a, b) => {
    expect(same(a, b)).toBe(true)
    expect(same(b, a)).toBe(true)
  })

  it.each([
    ['another value', '{"a":1}', '{"a":2}'],
    ['a key more', '{"a":1}', '{"a":1,"b":null}'],
    ['order in lists', '[1,2]', '[2,1]'],
    ['text and number', '{"a":"1"}', '{"a":1}'],
    ['null and absent', '{"a":null}', '{}'],
    ['letter case', '{"a":"Yes"}', '{"a":"yes"}'],
    ['large numbers', '[12345678901234567890]', '[12345678901234567891]'],
    ['long fractions', '[0.1]', '[0.1000000000000000055]'],
    ['one key twice', '{"a":1,"a":1}', '{"a":1}'],
    ['one key twice, in both', '{"a":1,"a":1}', '{ "a":1,"a":1}'],
    ['what is no JSON', '{"a":1', '{"a":1,'],
    ['a trailing comma', '[1,]', '[1]'],
    ['a control character in a string', '["\t"]', '["\\t"]'],
    ['text after the value', '{} {}', '{}'],
    ['a byte order mark', '\uFEFF{"a":1}', '{"a":1}'],
  ])('counts %s', (_, a, b) => {
    expect(same(a, b)).toBe(false)
    expect(same(b, a)).toBe(false)
  })

  it('the same bytes are the same, JSON or not', () => {
    expect(same('{"a":1,"a":2}', '{"a":1,"a":2}')).toBe(true)
    expect(sameRecord(Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xff, 0xfe))).toBe(true)
    expect(sameRecord(Uint8Array.of(0xff), bytes('{}'))).toBe(false)
  })

  it('does not break on hostile depth or length', () => {
    const deep = '['.repeat(200_000)
    expect(same(deep, `${deep} `)).toBe(false)
    const long = `"${'x\\n'.repeat(1_000_000)}"`
    expect(same(long, `${long} `)).toBe(true)
  })

  it('agrees with JSON.parse on what is JSON, and keeps every value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const canonical = canonicalJson(text)
        // Two equal keys are the one thing that JSON.parse takes and this does not; fc.json makes none.
        expect(canonical === null ? null : JSON.parse(canonical)).toEqual(JSON.parse(text))
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        let valid = true
        try {
          JSON.parse(text)
        } catch {
          valid = false
        }
        expect(canonicalJson(text) !== null).toBe(valid)
      }),
    )
  })

  it('is the same however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer(), (value, seed) => {
        const text = JSON.stringify(value)
        for (const other of [pretty(value), escaped(value), JSON.stringify(shuffledKeys(value, seed))]) {
          expect(same(text, other)).toBe(true)
        }
      }),
    )
  })
})
