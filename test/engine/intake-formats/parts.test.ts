import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NONE_PASSED } from '../../../electron/engine/intake/fast/sieve.ts'
import { cellText, cellTextPlaces, createCsvRows } from '../../../electron/engine/intake/formats/csv-rows.ts'
import { createTextDecoding, encodingOf } from '../../../electron/engine/intake/formats/decode-text.ts'
import { headValues } from '../../../electron/engine/intake/formats/head-values.ts'
import { valuesAt } from '../../../electron/engine/intake/formats/json-members.ts'
import { textPlaces, unescaped } from '../../../electron/engine/intake/formats/json-string.ts'
import { createJsonValues } from '../../../electron/engine/intake/formats/json-values.ts'
import { DEFAULT_LIMITS } from '../../../electron/engine/intake/limits.ts'
import { escaped, pretty } from '../../fixtures/layout.ts'
import { naiveCsv } from './take-out.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const anyText = fc.string({ unit: 'binary' })
const wild = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom('"', '\\', ',', '\n', '\r', '{', '}', 'u', 'a', '\ud800') }),
)

describe('JSON strings', () => {
  it('come out as JSON.parse has them', () => {
    fc.assert(
      fc.property(wild, fc.boolean(), (text, asEscapes) => {
        const token = asEscapes ? escaped(text) : JSON.stringify(text)
        expect(Buffer.from(unescaped(utf8(token)) ?? [])).toEqual(Buffer.from(JSON.parse(token) as string))
      }),
    )
  })

  it('are refused as JSON.parse refuses them', () => {
    fc.assert(
      fc.property(wild, (inner) => {
        const token = `"${inner}"`
        let isValid = true
        try {
          isValid = typeof JSON.parse(token) === 'string'
        } catch {
          isValid = false
        }
        expect(unescaped(utf8(token)) !== null).toBe(isValid)
      }),
    )
  })

  it('have places for what is in their text', () => {
    fc.assert(
      fc.property(wild, wild, wild, fc.boolean(), (before, inside, after, asEscapes) => {
        // Where halves of a letter meet there is no place between them.
        fc.pre([before, inside, after].every((text) => text.isWellFormed()))
        const whole = before + inside + after
        const token = utf8(asEscapes ? escaped(whole) : JSON.stringify(whole))
        const offsets = [before, before + inside].map((text) => utf8(text).length)
        const [from, to] = textPlaces(token, offsets)
        const part = Buffer.concat([Buffer.from('"'), token.subarray(from, to), Buffer.from('"')])
        expect(JSON.parse(part.toString())).toBe(inside)
      }),
    )
  })

  it('keep bytes that are not UTF-8', () => {
    expect(unescaped(Uint8Array.of(0x22, 0xff, 0x5c, 0x6e, 0x22))).toEqual(Uint8Array.of(0xff, 0x0a))
  })
})

describe('members and paths', () => {
  it('are those of JSON.parse', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, fc.jsonValue()), fc.boolean(), (object, isPretty) => {
        const text = isPretty ? pretty(object) : escaped(object)
        const bytes = utf8(text)
        const entries = Object.entries(JSON.parse(text) as object)
        const found = entries.flatMap(([key]) =>
          valuesAt(bytes, [key], 2000).map(({ start, end }) => [
            key,
            JSON.parse(Buffer.from(bytes.subarray(start, end)).toString()),
          ]),
        )
        expect(found).toEqual(entries)
        expect(valuesAt(bytes, [`${entries[0]?.[0] ?? ''} and more`], 2000)).toEqual([])
      }),
    )
  })

  it('find a key each time it stands there', () => {
    const bytes = utf8('{"a":{"b":1},"x":{"a":0},"a":{"b":[2],"b":3}}')
    const found = valuesAt(bytes, ['a', 'b'], 100).map(({ start, end }) =>
      Buffer.from(bytes.subarray(start, end)).toString(),
    )
    expect(found).toEqual(['1', '[2]', '3'])
  })
})

describe('values in a stream', () => {
  it('are handed out whole, in any pieces', () => {
    const value = fc.oneof(
      fc.dictionary(anyText, fc.jsonValue()),
      fc.array(fc.dictionary(anyText, fc.jsonValue())),
    )
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (values, size, isPretty) => {
          const text = values
            .map((one) => (isPretty ? pretty(one) : JSON.stringify(one)))
            .join(isPretty ? '\n' : '')
          const bytes = utf8(text)
          const found: unknown[] = []
          const troubles: unknown[] = []
          const reader = createJsonValues(DEFAULT_LIMITS, [], {
            element(start, view) {
              expect(Buffer.compare(view, bytes.subarray(start, start + view.length))).toBe(0)
              found.push(JSON.parse(Buffer.from(view).toString()))
            },
            aside: (start) => troubles.push(start),
            passOver: () => NONE_PASSED,
            trouble: (trouble) => troubles.push(trouble),
          })
          for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size))
          reader.end()
          expect(troubles).toEqual([])
          expect(found).toEqual((JSON.parse(JSON.stringify(values)) as unknown[]).flat())
        },
      ),
    )
  })
})

describe('CSV', () => {
  const table = fc.array(
    fc.array(
      wild.map((cell) => cell.toWellFormed()),
      { minLength: 2, maxLength: 4 },
    ),
    { maxLength: 5 },
  )

  it('is read as a plain reader reads it, in any pieces', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        (rows, lineEnd, quoted, size) => {
          const text = stringify(rows, { record_delimiter: lineEnd, quoted, quoted_match: /[\r\n]/ })
          const bytes = utf8(text)
          const found: string[][] = []
          const reader = createCsvRows(DEFAULT_LIMITS, {
            row(start, view, row) {
              expect(Buffer.compare(view, bytes.subarray(start, start + view.length))).toBe(0)
              found.push(
                row.cells.map((cell) =>
                  Buffer.from(cellText(view.subarray(cell.start, cell.end))).toString(),
                ),
              )
            },
            cut: () => expect.fail('nothing is cut'),
          })
          for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size))
          reader.end()
          expect(found).toEqual(rows)
          expect(found).toEqual(naiveCsv(text))
        },
      ),
    )
  })

  it('has places for what is in the text of a cell', () => {
    const sound = wild.map((text) => text.toWellFormed())
    fc.assert(
      fc.property(sound, sound, sound, (before, inside, after) => {
        const inCell = (text: string) => text.replaceAll('"', '""')
        const cell = utf8(`"${inCell(before + inside + after)}"`)
        const offsets = [before, before + inside].map((text) => utf8(text).length)
        const [from, to] = cellTextPlaces(cell, offsets)
        expect(Buffer.from(cell.subarray(from, to)).toString()).toBe(inCell(inside))
      }),
    )
  })
})

describe('encodings', () => {
  it.each<[string, number[], string | null]>([
    ['plain', [0x7b, 0x22, 0x61, 0x22], 'utf-8'],
    ['marked', [0xef, 0xbb, 0xbf, 0x7b], 'utf-8'],
    ['marked UTF-16', [0xff, 0xfe, 0x7b, 0x00], 'utf-16le'],
    ['marked UTF-16, big', [0xfe, 0xff, 0x00, 0x7b], 'utf-16be'],
    ['UTF-16 by its zeros', [0x7b, 0x00, 0x22, 0x00], 'utf-16le'],
    ['UTF-16 by its zeros, big', [0x00, 0x7b, 0x00, 0x22], 'utf-16be'],
    ['UTF-32', [0x00, 0x00, 0xfe, 0xff], null],
    ['nothing', [], 'utf-8'],
    ['one byte', [0x7b], 'utf-8'],
  ])('%s', (_, bytes, expected) => {
    expect(encodingOf(Uint8Array.from(bytes))?.encoding ?? null).toBe(expected)
  })

  it('every letter knows where it came from', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 2 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (text, size, isBig) => {
          // A byte order mark before U+0000 is that of UTF-32.
          fc.pre(!text.startsWith('\0'))
          const content = Buffer.from(`\ufeff${text}`, 'utf16le')
          if (isBig) content.swap16()
          const decoding = createTextDecoding(content)
          let seen = ''
          for (let at = 0; at < content.length; at += size) {
            seen += Buffer.from(decoding.push(content.subarray(at, at + size))).toString()
          }
          seen += Buffer.from(decoding.end()).toString()
          expect(seen).toBe(text.toWellFormed())
          let position = 0
          let origin = 2
          for (const letter of text.toWellFormed()) {
            expect(decoding.origin(position)).toBe(origin)
            position += Buffer.byteLength(letter)
            origin += letter.length * 2
          }
          expect(decoding.origin(0)).toBe(2)
        },
      ),
    )
  })
})

describe('the head', () => {
  it('of whole values is what JSON.parse says', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, fc.jsonValue({ maxDepth: 5 })), (object) => {
        const [head] = headValues(JSON.stringify(object))
        expect(JSON.parse(JSON.stringify(head?.value))).toEqual(JSON.parse(JSON.stringify(object)))
      }),
    )
  })

  it('of a cut value is a part of it', () => {
    const text = '{"a":"x\\"y","b":[1,{"c":"\\u00e9"}],"d":null}'
    for (let cut = 1; cut < text.length; cut += 1) {
      const [head] = headValues(text.slice(0, cut))
      expect(head?.isWhole).toBe(false)
      const value = head?.value as { a?: string; b?: unknown[] }
      if (value.a !== undefined) expect('x"y').toContain(value.a)
    }
    expect(headValues('{"a":1}\n{"b":2} x').map(({ value }) => JSON.stringify(value))).toEqual([
      '{"a":1}',
      '{"b":2}',
    ])
    expect(headValues('{"__proto__":{"x":1}}')[0]?.value).not.toHaveProperty('x')
  })

  it('survives depth', () => {
    expect(headValues('['.repeat(100_000))).toHaveLength(1)
  })
})
